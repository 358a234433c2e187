/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/settings.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/suggestion.h"

#include <stdlib.h>
#include <string.h>

static const char *const off_on[] = {[SETTING_OFF] = "off", [SETTING_ON] = "on", NULL};
static const char *const themes[] = {
    [THEME_AUTO] = "auto",         [THEME_DARK] = "dark", [THEME_LIGHT] = "light",
    [THEME_CONTRAST] = "contrast", [THEME_MONO] = "mono", [THEME_16] = "16",
    [THEME_COUNT] = NULL};

const struct setting_info setting_table[SETTING_COUNT] = {
    [SETTING_THEME] = {"theme", themes,
                       "the colours: for a dark or a light background, with high contrast, none, "
                       "the terminal's 16; auto asks the terminal for its background",
                       THEME_AUTO},
    [SETTING_MOUSE] = {"mouse", off_on, "off leaves the mouse to the terminal, for selecting text",
                       SETTING_ON},
};

static void set_initial(struct settings *settings)
{
    for (size_t i = 0; i < SETTING_COUNT; i++)
        settings->values[i] = setting_table[i].initial;
    for (size_t i = 0; i < ROLE_COUNT; i++)
        settings->has_paint[i] = false;
    settings->version++;
}

void settings_init(struct settings *settings)
{
    *settings = (struct settings){.terminal.background = THEME_AUTO};
    set_initial(settings);
}

void settings_reset(struct settings *settings)
{
    for (size_t i = 0; i < settings->binding_count; i++) {
        free(settings->bindings[i].key);
        free(settings->bindings[i].line);
    }
    settings->binding_count = 0;
    set_initial(settings);
}

void settings_release(struct settings *settings)
{
    settings_reset(settings);
    free(settings->bindings);
    settings->bindings = NULL;
    settings->binding_capacity = 0;
}

enum user_setting setting_find(struct text name, struct error *error)
{
    struct text names[SETTING_COUNT];
    struct buffer list = {0};
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        names[i] = text_of(setting_table[i].name);
        buffer_printf(&list, "%s%s", i ? ", " : "", setting_table[i].name);
    }
    size_t found = 0;
    while (found < SETTING_COUNT && !text_is_equal(name, names[found]))
        found++;
    size_t nearest = suggestion_nearest(name, names, SETTING_COUNT);
    if (found == SETTING_COUNT && nearest < SETTING_COUNT)
        error_set_misuse(error, "no option `%.*s`; did you mean `%s`?", (int)name.length, name.data,
                         names[nearest].data);
    else if (found == SETTING_COUNT)
        error_set_misuse(error, "no option `%.*s`; there are %s", (int)name.length, name.data,
                         list.data);
    buffer_release(&list);
    return (enum user_setting)found;
}

bool settings_set(struct settings *settings, enum user_setting setting, struct text word,
                  struct error *error)
{
    const struct setting_info *info = &setting_table[setting];
    struct buffer list = {0};
    for (unsigned i = 0; info->words[i]; i++) {
        if (text_is(word, info->words[i])) {
            settings->values[setting] = i;
            settings->version++;
            buffer_release(&list);
            return true;
        }
        buffer_printf(&list, "%s%s", !i ? "" : info->words[i + 1] ? ", " : " or ", info->words[i]);
    }
    error_set_misuse(error, "`%s` is %s, not `%.*s`", info->name, list.data, (int)word.length,
                     word.data);
    buffer_release(&list);
    return false;
}

const char *settings_word(const struct settings *settings, enum user_setting setting)
{
    return setting_table[setting].words[settings->values[setting]];
}

bool settings_is_on(const struct settings *settings, enum user_setting setting)
{
    return settings->values[setting] == SETTING_ON;
}

void settings_paint(struct settings *settings, enum role role, struct paint paint)
{
    settings->paints[role] = paint;
    settings->has_paint[role] = true;
    settings->version++;
}

enum theme settings_theme(const struct settings *settings)
{
    enum theme theme = (enum theme)settings->values[SETTING_THEME];
    return theme == THEME_AUTO ? settings->terminal.background : theme;
}

struct paint settings_paint_of(const struct settings *settings, enum role role)
{
    int colors = settings->terminal.colors;
    struct paint paint = theme_paint(settings_theme(settings), role, colors);
    if (!settings->has_paint[role])
        return paint;
    paint = settings->paints[role];
    bool is_mono = colors < 8 || settings_theme(settings) == THEME_MONO;
    paint.text = is_mono ? COLOR_OWN : color_nearest(paint.text, colors);
    paint.ground = is_mono ? COLOR_OWN : color_nearest(paint.ground, colors);
    return paint;
}

void settings_note_terminal(struct settings *settings, struct terminal_facts facts)
{
    settings->terminal = facts;
    settings->version++;
}

static struct binding *find_binding(const struct settings *settings, struct text key)
{
    for (size_t i = 0; i < settings->binding_count; i++)
        if (text_is(key, settings->bindings[i].key))
            return &settings->bindings[i];
    return NULL;
}

const struct binding *settings_binding(const struct settings *settings, struct text key)
{
    return find_binding(settings, key);
}

void settings_bind(struct settings *settings, const char *key, const char *line)
{
    struct binding *binding = find_binding(settings, text_of(key));
    if (!binding) {
        ARRAY_RESERVE(settings->bindings, settings->binding_count + 1, settings->binding_capacity);
        binding = &settings->bindings[settings->binding_count++];
        *binding = (struct binding){.key = xstrdup(key)};
    }
    free(binding->line);
    binding->line = line ? xstrdup(line) : NULL;
    settings->version++;
}

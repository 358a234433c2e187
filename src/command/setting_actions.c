/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory.h"
#include "base/paths.h"
#include "command/actions.h"
#include "command/command.h"
#include "command/configuration.h"
#include "command/key_names.h"
#include "view/page.h"

#include <stdlib.h>
#include <string.h>

#define WORD_CELLS 12
#define VALUE_CELLS 12
#define PAINT_CELLS 34

/* --- options --- */

static void write_setting(struct line *line, const struct settings *settings,
                          enum user_setting setting)
{
    const struct setting_info *info = &setting_table[setting];
    line_puts(line, ROLE_TITLE, info->name);
    line_puts(line, ROLE_PLAIN, " ");
    line_pad(line, WORD_CELLS);
    line_puts(line, ROLE_STRONG, settings_word(settings, setting));
    line_puts(line, ROLE_PLAIN, " ");
    line_pad(line, WORD_CELLS + VALUE_CELLS);
    for (size_t i = 0; info->words[i]; i++)
        line_printf(line, ROLE_DIM, "%s%s", i ? " " : "", info->words[i]);
    line_printf(line, ROLE_PLAIN, "  %s", info->help);
}

/* Writes the user's file with "~" for the home directory. */
static void write_path(struct line *line)
{
    char *path = configuration_path();
    const char *home = getenv("HOME");
    size_t length = home ? strlen(home) : 0;
    bool is_below = path && length > 1 && strncmp(path, home, length) == 0 && path[length] == '/';
    line_puts(line, ROLE_DIM, is_below ? "~" : "");
    line_puts(line, ROLE_DIM, is_below ? path + length : path ? path : "a file `config`");
    free(path);
}

static void open_settings(struct workspace *workspace)
{
    struct page *page = page_new("Settings", NULL);
    for (size_t i = 0; i < SETTING_COUNT; i++)
        write_setting(page_add(page, NO_ROW, NULL, WORD_CELLS + VALUE_CELLS), &workspace->settings,
                      (enum user_setting)i);
    page_add(page, NO_ROW, NULL, 0);
    struct line *line = page_add(page, NO_ROW, NULL, 0);
    line_puts(line, ROLE_DIM, "`:set OPTION VALUE` sets one until the end; the same line in ");
    write_path(line);
    line_puts(line, ROLE_DIM, ", without the colon, sets it for good.");
    page_open(workspace, page, 0);
}

ACTION(set)
{
    struct settings *settings = &workspace->settings;
    if (!*argument) {
        open_settings(workspace);
        return true;
    }
    enum user_setting setting = setting_find(command_take_word(&argument), error);
    if (setting == SETTING_COUNT)
        return false;
    if (*argument && !settings_set(settings, setting, text_trim(text_of(argument)), error))
        return false;
    model_set_message(workspace->model, MESSAGE_NOTE, "%s is %s", setting_table[setting].name,
                      settings_word(settings, setting));
    return true;
}

/* --- colours --- */

/* "bold,underline" or "bold underline"; "none" for none. */
static bool take_attributes(const char *argument, unsigned *attributes, struct error *error)
{
    *attributes = 0;
    while (*argument) {
        struct text word = {argument, strcspn(argument, " ,")};
        unsigned attribute = paint_attribute(word);
        if (!attribute && !text_is(word, "none"))
            return error_set_misuse(error,
                                    "`%.*s` is no attribute: write bold, underline, reverse, dim, "
                                    "italic or none",
                                    (int)word.length, word.data);
        *attributes |= attribute;
        argument += word.length;
        argument += strspn(argument, " ,");
    }
    return true;
}

ACTION(color)
{
    enum role role = role_find(command_take_word(&argument), error);
    if (role == ROLE_COUNT)
        return false;
    if (!*argument)
        return error_set_misuse(error, "`color %s` needs a colour for the text",
                                role_table[role].name);
    struct paint paint = {COLOR_OWN, COLOR_OWN, 0};
    if (!color_parse(command_take_word(&argument), &paint.text, error) ||
        (*argument && !color_parse(command_take_word(&argument), &paint.ground, error)) ||
        !take_attributes(argument, &paint.attributes, error))
        return false;
    settings_paint(&workspace->settings, role, paint);
    return true;
}

static void write_role(struct line *line, const struct settings *settings, enum role role)
{
    struct buffer paint = {0};
    paint_write(&paint, settings_paint_of(settings, role));
    line_puts(line, role, role_table[role].name);
    line_puts(line, ROLE_PLAIN, " ");
    line_pad(line, WORD_CELLS);
    line_puts(line, ROLE_PLAIN, paint.data);
    line_puts(line, ROLE_PLAIN, " ");
    line_pad(line, WORD_CELLS + PAINT_CELLS);
    line_puts(line, ROLE_PLAIN, role_table[role].help);
    buffer_release(&paint);
}

ACTION(colors)
{
    (void)argument, (void)error;
    struct page *page = page_new("Colors", NULL);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        write_role(page_add(page, NO_ROW, NULL, WORD_CELLS + PAINT_CELLS), &workspace->settings,
                   (enum role)i);
    page_open(workspace, page, 0);
    return true;
}

/* --- keys --- */

static bool check_key(struct text key, struct error *error)
{
    return key_name_is_valid(key) ||
           error_set_misuse(error,
                            "`%.*s` is no key: write it as the help page does: a, ^F, M-x, F5, "
                            "Space, PgUp",
                            (int)key.length, key.data);
}

/* A line of only a number goes to that row, as typed at the colon. */
static bool check_line(const char *line, struct error *error)
{
    const char *rest = line;
    return line[strspn(line, "0123456789,")] == '\0' ||
           command_find(command_take_word(&rest), error);
}

ACTION(bind)
{
    struct text key = command_take_word(&argument);
    if (!*argument)
        return error_set_misuse(error, "`bind` needs a key and a command");
    if (!check_key(key, error) || !check_line(argument, error))
        return false;
    char *name = xstrndup(key.data, key.length);
    settings_bind(&workspace->settings, name, argument);
    free(name);
    return true;
}

ACTION(unbind)
{
    struct text key = text_trim(text_of(argument));
    if (!check_key(key, error))
        return false;
    char *name = xstrndup(key.data, key.length);
    settings_bind(&workspace->settings, name, NULL);
    free(name);
    return true;
}

ACTION(source)
{
    char *path = *argument ? path_expand_home(argument) : configuration_path();
    bool is_read = configuration_read(workspace, *argument ? path : NULL, error);
    if (is_read)
        model_set_message(workspace->model, MESSAGE_GOOD, "settings read from %s",
                          path ? path : "nowhere: there is no home directory");
    free(path);
    return is_read;
}

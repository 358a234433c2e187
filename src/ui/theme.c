/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/theme.h"

#include "base/array.h"

#include <stdbool.h>
#include <stdlib.h>

static struct {
    int colors; /* of the terminal; 0 if none may be used */
    bool has_defaults;
    bool is_mono; /* the theme uses no colours */
    attr_t attributes[ROLE_COUNT];
} look;

static bool wants_colors(enum color_use use)
{
    const char *refusal = getenv("NO_COLOR"); /* https://no-color.org */
    switch (use) {
    case COLOR_ALWAYS:
        return true;
    case COLOR_NEVER:
        return false;
    default:
        return !refusal || !*refusal;
    }
}

/* Beyond 256, numbers are mixtures of red, green and blue, if there are so many. */
static int count_colors(void)
{
    if (COLORS >= COLORS_MIXED)
        return COLORS_MIXED;
    return COLORS > 256 ? 8 : COLORS;
}

int theme_start(enum color_use use)
{
    look.colors = 0;
    if (!wants_colors(use) || !has_colors() || start_color() != OK || COLOR_PAIRS <= ROLE_COUNT)
        return 0;
    look.has_defaults = use_default_colors() == OK;
    look.colors = count_colors();
    return look.colors;
}

static attr_t attributes_of(struct paint paint)
{
    static const struct {
        enum paint_attribute paint;
        attr_t attribute;
    } table[PAINT_ATTRIBUTE_COUNT] = {{PAINT_BOLD, A_BOLD},
                                      {PAINT_UNDERLINE, A_UNDERLINE},
                                      {PAINT_REVERSE, A_REVERSE},
                                      {PAINT_DIM, A_DIM},
                                      {PAINT_ITALIC, A_ITALIC}};
    attr_t attributes = A_NORMAL;
    for (size_t i = 0; i < ARRAY_LENGTH(table); i++)
        if (paint.attributes & table[i].paint)
            attributes |= table[i].attribute;
    return attributes;
}

/*
 * Of a terminal with mixtures, the numbers below 8 are the first of its palette, and all others are
 * mixtures.
 */
static int color_for_curses(int color)
{
    if (look.colors < COLORS_MIXED || color < 8)
        return color;
    int mixture = (int)color_rgb(color);
    return mixture < 8 ? 0 : mixture;
}

/* The paint of plain text is that of the whole screen: what a role does not set, it has from it. */
static void give_pair(enum role role, struct paint paint, struct paint plain)
{
    int text = color_for_curses(paint.text == COLOR_OWN ? plain.text : paint.text);
    int ground = color_for_curses(paint.ground == COLOR_OWN ? plain.ground : paint.ground);
    if (!look.has_defaults && text == COLOR_OWN)
        text = COLOR_WHITE;
    if (!look.has_defaults && ground == COLOR_OWN)
        ground = COLOR_BLACK;
    if (role != ROLE_PLAIN)
        init_extended_pair((int)role, text, ground);
    else if (look.has_defaults)
        assume_default_colors(text, ground);
}

void theme_apply(const struct settings *settings)
{
    struct paint plain = settings_paint_of(settings, ROLE_PLAIN);
    look.is_mono = look.colors < 8 || settings_theme(settings) == THEME_MONO;
    for (enum role role = 0; role < ROLE_COUNT; role++) {
        struct paint paint = settings_paint_of(settings, role);
        look.attributes[role] = attributes_of(paint);
        if (look.colors)
            give_pair(role, paint, plain);
    }
}

struct style theme_style(enum role role)
{
    struct style style = {.attributes = look.attributes[role]};
    if (!look.is_mono)
        style.pair = (short)role;
    return style;
}

char theme_letter(attr_t attributes, short pair)
{
    static const struct {
        attr_t attribute;
        char letter;
    } letters[] = {{A_REVERSE, 'r'}, {A_UNDERLINE, 'u'}, {A_BOLD, 'b'}, {A_DIM, 'd'}};
    if (!look.is_mono)
        return pair >= 0 && pair < ROLE_COUNT ? role_table[pair].letter : '?';
    for (size_t i = 0; i < ARRAY_LENGTH(letters); i++) {
        if (attributes & letters[i].attribute)
            return letters[i].letter;
    }
    return '.';
}

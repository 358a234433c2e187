/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The background is that of the terminal, light or dark. So text uses middle tones: in the palette
 * of 256 those with about the same contrast, 4 to 5, against white and black. A role with a
 * background of its own also sets the text colour. Exports are blue and imports orange, which
 * nearly all colour-blind people can distinguish.
 */
#include "config.h"

#include "ui/theme.h"

#include "base/array.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { NONE = -1 }; /* the terminal's own colour */

struct paint {
    attr_t attributes;
    short text, ground;
};

enum palette { PALETTE_MONO, PALETTE_8, PALETTE_16, PALETTE_256, PALETTE_COUNT };

#define PLAIN(attributes)        \
    {                            \
        (attributes), NONE, NONE \
    }
#define TEXT(color, attributes)     \
    {                               \
        (attributes), (color), NONE \
    }
#define FILLED(text, ground, attributes) \
    {                                    \
        (attributes), (text), (ground)   \
    }
#define SAME(paint)                \
    {                              \
        paint, paint, paint, paint \
    }

static const struct {
    char letter;
    struct paint paints[PALETTE_COUNT];
} looks[ROLE_COUNT] = {
    [ROLE_PLAIN] = {'.', SAME(PLAIN(A_NORMAL))},
    [ROLE_TITLE] = {'T', SAME(PLAIN(A_BOLD))},
    [ROLE_FOCUS] = {'F',
                    {PLAIN(A_BOLD | A_UNDERLINE), TEXT(COLOR_BLUE, A_BOLD), TEXT(12, A_BOLD),
                     TEXT(32, A_BOLD)}},
    [ROLE_FRAME] = {'f', {PLAIN(A_NORMAL), PLAIN(A_NORMAL), TEXT(8, A_NORMAL), TEXT(243, 0)}},
    [ROLE_HEADER] = {'H', SAME(PLAIN(A_UNDERLINE))},
    [ROLE_DIM] = {'d', {PLAIN(A_DIM), PLAIN(A_DIM), TEXT(8, A_NORMAL), TEXT(243, A_NORMAL)}},
    [ROLE_STRONG] = {'S', SAME(PLAIN(A_BOLD))},
    [ROLE_NUMBER] = {'N', SAME(PLAIN(A_BOLD | A_UNDERLINE))},
    [ROLE_EXPORT] = {'X',
                     {PLAIN(A_NORMAL), TEXT(COLOR_BLUE, A_BOLD), TEXT(12, A_NORMAL),
                      TEXT(32, A_NORMAL)}},
    [ROLE_IMPORT] = {'I',
                     {PLAIN(A_NORMAL), TEXT(COLOR_RED, A_NORMAL), TEXT(COLOR_RED, A_NORMAL),
                      TEXT(166, A_NORMAL)}},
    [ROLE_TARGET] = {'G',
                     {PLAIN(A_BOLD), TEXT(COLOR_MAGENTA, A_BOLD), TEXT(COLOR_MAGENTA, A_BOLD),
                      TEXT(133, A_BOLD)}},
    [ROLE_DERIVED] = {'D',
                      {PLAIN(A_NORMAL), TEXT(COLOR_MAGENTA, A_NORMAL),
                       TEXT(COLOR_MAGENTA, A_NORMAL), TEXT(30, A_NORMAL)}},
    [ROLE_GOOD] = {'g',
                   {PLAIN(A_NORMAL), TEXT(COLOR_GREEN, A_NORMAL), TEXT(COLOR_GREEN, A_NORMAL),
                    TEXT(28, A_NORMAL)}},
    [ROLE_WARN] = {'w',
                   {PLAIN(A_BOLD), TEXT(COLOR_MAGENTA, A_BOLD), TEXT(COLOR_MAGENTA, A_BOLD),
                    TEXT(130, A_BOLD)}},
    [ROLE_BAD] = {'B',
                  {PLAIN(A_BOLD), TEXT(COLOR_RED, A_BOLD), TEXT(COLOR_RED, A_BOLD),
                   TEXT(160, A_BOLD)}},
    [ROLE_MATCH] = {'M',
                    {PLAIN(A_REVERSE | A_BOLD), FILLED(COLOR_BLACK, COLOR_YELLOW, A_NORMAL),
                     FILLED(COLOR_BLACK, 11, A_NORMAL), FILLED(16, 220, A_NORMAL)}},
    [ROLE_CURSOR] = {'C', SAME(PLAIN(A_REVERSE))},
    [ROLE_SELECTED] = {'s',
                       {PLAIN(A_BOLD | A_UNDERLINE), PLAIN(A_BOLD | A_UNDERLINE),
                        PLAIN(A_BOLD | A_UNDERLINE), FILLED(231, 240, A_NORMAL)}},
    [ROLE_KEY] = {'K', SAME(PLAIN(A_BOLD))},
};

static enum palette palette;

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

static enum palette best_palette(void)
{
    if (COLORS >= 16 && COLORS < 256)
        return PALETTE_16;
    /* Beyond 256, numbers are mixtures of red, green and blue, except for the first eight. */
    return COLORS == 256 ? PALETTE_256 : COLORS >= 8 ? PALETTE_8 : PALETTE_MONO;
}

void theme_start(enum color_use use)
{
    palette = PALETTE_MONO;
    if (!wants_colors(use) || !has_colors() || start_color() != OK || COLOR_PAIRS <= ROLE_COUNT)
        return;
    palette = best_palette();
    bool has_defaults = use_default_colors() == OK;
    for (short role = 1; role < ROLE_COUNT && palette != PALETTE_MONO; role++) {
        const struct paint *paint = &looks[role].paints[palette];
        short text = paint->text, ground = paint->ground;
        if (!has_defaults && text == NONE)
            text = COLOR_WHITE;
        if (!has_defaults && ground == NONE)
            ground = COLOR_BLACK;
        init_pair(role, text, ground);
    }
}

struct style theme_style(enum role role)
{
    struct style style = {.attributes = looks[role].paints[palette].attributes};
    if (palette != PALETTE_MONO)
        style.pair = (short)role;
    return style;
}

char theme_letter(attr_t attributes, short pair)
{
    static const struct {
        attr_t attribute;
        char letter;
    } letters[] = {{A_REVERSE, 'r'}, {A_UNDERLINE, 'u'}, {A_BOLD, 'b'}, {A_DIM, 'd'}};
    if (palette != PALETTE_MONO)
        return pair >= 0 && pair < ROLE_COUNT ? looks[pair].letter : '?';
    for (size_t i = 0; i < ARRAY_LENGTH(letters); i++) {
        if (attributes & letters[i].attribute)
            return letters[i].letter;
    }
    return '.';
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In the themes dark and light the background is that of the terminal. Each colour of dark has a
 * contrast of 4.5 or more to black, and to gray as light as #303030; each of light to white, and to
 * gray as dark as #eeeeee; and so has the nearest one of the palette of 256. If the background is
 * not known, text has middle tones: in the palette of 256 those with about the same contrast, 4 to
 * 5, to white and black. Exports are blue and imports orange, which nearly all colour-blind people
 * can distinguish. A role with a background of its own also sets the text colour.
 */
#include "config.h"

#include "view/draw/themes.h"

#include "base/array.h"
#include "base/suggestion.h"

#include <string.h>

const struct role_info role_table[ROLE_COUNT] = {
    [ROLE_PLAIN] = {"plain", "text; its background is that of the screen", '.'},
    [ROLE_TITLE] = {"title", "names of the program, files and panes", 'T'},
    [ROLE_FOCUS] = {"focus", "title and frame of the pane with the keyboard", 'F'},
    [ROLE_FRAME] = {"frame", "frames of the other panes", 'f'},
    [ROLE_HEADER] = {"header", "names of columns", 'H'},
    [ROLE_DIM] = {"dim", "what is less important: units, sources, hints", 'd'},
    [ROLE_STRONG] = {"strong", "the sentence under the title", 'S'},
    [ROLE_NUMBER] = {"number", "the number of a claim within its quote", 'N'},
    [ROLE_EXPORT] = {"export", "exports", 'X'},
    [ROLE_IMPORT] = {"import", "imports", 'I'},
    [ROLE_TARGET] = {"target", "targets", 'G'},
    [ROLE_DERIVED] = {"derived", "numbers that the program computed", 'D'},
    [ROLE_GOOD] = {"good", "what agrees, or was done", 'g'},
    [ROLE_WARN] = {"warn", "what is close, partial or doubtful", 'w'},
    [ROLE_BAD] = {"bad", "conflicts and errors", 'B'},
    [ROLE_MATCH] = {"match", "what the search found", 'M'},
    [ROLE_CURSOR] = {"cursor", "the line at the cursor", 'C'},
    [ROLE_SELECTED] = {"selected", "the same line in the other panes", 's'},
    [ROLE_KEY] = {"key", "keys in the line at the bottom", 'K'},
};

#define OWN COLOR_OWN
#define PLAIN(attributes)      \
    {                          \
        OWN, OWN, (attributes) \
    }
#define TEXT(color, attributes)    \
    {                              \
        (color), OWN, (attributes) \
    }
#define MIXED(rgb, attributes) TEXT(COLOR_MIX(rgb), attributes)
#define FILLED(text, ground, attributes) \
    {                                    \
        (text), (ground), (attributes)   \
    }

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA };

static const struct paint mono[ROLE_COUNT] = {
    [ROLE_PLAIN] = PLAIN(0),
    [ROLE_TITLE] = PLAIN(PAINT_BOLD),
    [ROLE_FOCUS] = PLAIN(PAINT_BOLD | PAINT_UNDERLINE),
    [ROLE_FRAME] = PLAIN(0),
    [ROLE_HEADER] = PLAIN(PAINT_UNDERLINE),
    [ROLE_DIM] = PLAIN(PAINT_DIM),
    [ROLE_STRONG] = PLAIN(PAINT_BOLD),
    [ROLE_NUMBER] = PLAIN(PAINT_BOLD | PAINT_UNDERLINE),
    [ROLE_EXPORT] = PLAIN(0),
    [ROLE_IMPORT] = PLAIN(0),
    [ROLE_TARGET] = PLAIN(PAINT_BOLD),
    [ROLE_DERIVED] = PLAIN(0),
    [ROLE_GOOD] = PLAIN(0),
    [ROLE_WARN] = PLAIN(PAINT_BOLD),
    [ROLE_BAD] = PLAIN(PAINT_BOLD),
    [ROLE_MATCH] = PLAIN(PAINT_REVERSE | PAINT_BOLD),
    [ROLE_CURSOR] = PLAIN(PAINT_REVERSE),
    [ROLE_SELECTED] = PLAIN(PAINT_BOLD | PAINT_UNDERLINE),
    [ROLE_KEY] = PLAIN(PAINT_BOLD),
};

/* Roles without an entry in the tables below look as in monochrome. */
static const struct paint of_8[ROLE_COUNT] = {
    [ROLE_FOCUS] = TEXT(BLUE, PAINT_BOLD),
    [ROLE_EXPORT] = TEXT(BLUE, PAINT_BOLD),
    [ROLE_IMPORT] = TEXT(RED, 0),
    [ROLE_TARGET] = TEXT(MAGENTA, PAINT_BOLD),
    [ROLE_DERIVED] = TEXT(MAGENTA, 0),
    [ROLE_GOOD] = TEXT(GREEN, 0),
    [ROLE_WARN] = TEXT(MAGENTA, PAINT_BOLD),
    [ROLE_BAD] = TEXT(RED, PAINT_BOLD),
    [ROLE_MATCH] = FILLED(BLACK, YELLOW, 0),
};

static const struct paint of_16[ROLE_COUNT] = {
    [ROLE_FOCUS] = TEXT(12, PAINT_BOLD),
    [ROLE_FRAME] = TEXT(8, 0),
    [ROLE_DIM] = TEXT(8, 0),
    [ROLE_EXPORT] = TEXT(12, 0),
    [ROLE_IMPORT] = TEXT(RED, 0),
    [ROLE_TARGET] = TEXT(MAGENTA, PAINT_BOLD),
    [ROLE_DERIVED] = TEXT(MAGENTA, 0),
    [ROLE_GOOD] = TEXT(GREEN, 0),
    [ROLE_WARN] = TEXT(MAGENTA, PAINT_BOLD),
    [ROLE_BAD] = TEXT(RED, PAINT_BOLD),
    [ROLE_MATCH] = FILLED(BLACK, 11, 0),
};

static const struct paint middle[ROLE_COUNT] = {
    [ROLE_FOCUS] = TEXT(32, PAINT_BOLD), [ROLE_FRAME] = TEXT(243, 0),
    [ROLE_DIM] = TEXT(243, 0),           [ROLE_EXPORT] = TEXT(32, 0),
    [ROLE_IMPORT] = TEXT(166, 0),        [ROLE_TARGET] = TEXT(133, PAINT_BOLD),
    [ROLE_DERIVED] = TEXT(30, 0),        [ROLE_GOOD] = TEXT(28, 0),
    [ROLE_WARN] = TEXT(130, PAINT_BOLD), [ROLE_BAD] = TEXT(160, PAINT_BOLD),
    [ROLE_MATCH] = FILLED(16, 220, 0),   [ROLE_SELECTED] = FILLED(231, 240, 0),
};

static const struct paint dark[ROLE_COUNT] = {
    [ROLE_FOCUS] = MIXED(0x87afff, PAINT_BOLD),
    [ROLE_FRAME] = MIXED(0xa8a8a8, 0),
    [ROLE_DIM] = MIXED(0xa8a8a8, 0),
    [ROLE_EXPORT] = MIXED(0x5fafff, 0),
    [ROLE_IMPORT] = MIXED(0xffaf5f, 0),
    [ROLE_TARGET] = MIXED(0xff87d7, PAINT_BOLD),
    [ROLE_DERIVED] = MIXED(0x5fd7d7, 0),
    [ROLE_GOOD] = MIXED(0x87d787, 0),
    [ROLE_WARN] = MIXED(0xffd75f, PAINT_BOLD),
    [ROLE_BAD] = MIXED(0xff8787, PAINT_BOLD),
    [ROLE_MATCH] = FILLED(COLOR_MIX(0x000000), COLOR_MIX(0xffd700), 0),
    [ROLE_SELECTED] = FILLED(COLOR_MIX(0xffffff), COLOR_MIX(0x585858), 0),
};

static const struct paint light[ROLE_COUNT] = {
    [ROLE_FOCUS] = MIXED(0x005faf, PAINT_BOLD),
    [ROLE_FRAME] = MIXED(0x606060, 0),
    [ROLE_DIM] = MIXED(0x606060, 0),
    [ROLE_EXPORT] = MIXED(0x005faf, 0),
    [ROLE_IMPORT] = MIXED(0x934700, 0),
    [ROLE_TARGET] = MIXED(0x87005f, PAINT_BOLD),
    [ROLE_DERIVED] = MIXED(0x005f5f, 0),
    [ROLE_GOOD] = MIXED(0x005f00, 0),
    [ROLE_WARN] = MIXED(0x5f5f00, PAINT_BOLD),
    [ROLE_BAD] = MIXED(0xaf0000, PAINT_BOLD),
    [ROLE_MATCH] = FILLED(COLOR_MIX(0x000000), COLOR_MIX(0xffd700), 0),
    [ROLE_SELECTED] = FILLED(COLOR_MIX(0x000000), COLOR_MIX(0xd0d0d0), 0),
};

/* White on black whatever the terminal has, with a contrast of 7 or more. */
static const struct paint contrast[ROLE_COUNT] = {
    [ROLE_PLAIN] = FILLED(COLOR_MIX(0xffffff), COLOR_MIX(0x000000), 0),
    [ROLE_FOCUS] = MIXED(0x87d7ff, PAINT_BOLD),
    [ROLE_FRAME] = MIXED(0xd0d0d0, 0),
    [ROLE_DIM] = MIXED(0xd0d0d0, 0),
    [ROLE_EXPORT] = MIXED(0x87d7ff, 0),
    [ROLE_IMPORT] = MIXED(0xffaf5f, 0),
    [ROLE_TARGET] = MIXED(0xffafff, PAINT_BOLD),
    [ROLE_DERIVED] = MIXED(0x87ffff, 0),
    [ROLE_GOOD] = MIXED(0x87ff87, 0),
    [ROLE_WARN] = MIXED(0xffff5f, PAINT_BOLD),
    [ROLE_BAD] = MIXED(0xffafaf, PAINT_BOLD | PAINT_UNDERLINE),
    [ROLE_MATCH] = FILLED(COLOR_MIX(0x000000), COLOR_MIX(0xffff00), PAINT_BOLD),
    [ROLE_SELECTED] = FILLED(COLOR_MIX(0xffffff), COLOR_MIX(0x444444), PAINT_BOLD),
};

static const struct paint *const tables[THEME_COUNT] = {
    [THEME_AUTO] = middle,       [THEME_DARK] = dark, [THEME_LIGHT] = light,
    [THEME_CONTRAST] = contrast, [THEME_MONO] = mono, [THEME_16] = of_16,
};

static const struct paint *table_for(enum theme theme, int colors)
{
    if (colors < 8)
        return mono;
    if (colors < 16 && theme != THEME_MONO)
        return of_8;
    if (colors < 256 && theme != THEME_MONO)
        return of_16;
    return tables[theme];
}

/* An entry that the table does not have: all zero would be black on black. */
static bool is_absent(struct paint paint)
{
    return paint.text == BLACK && paint.ground == BLACK;
}

struct paint theme_paint(enum theme theme, enum role role, int colors)
{
    struct paint paint = table_for(theme, colors)[role];
    if (is_absent(paint))
        return mono[role];
    paint.text = color_nearest(paint.text, colors);
    paint.ground = color_nearest(paint.ground, colors);
    return paint;
}

enum role role_find(struct text name, struct error *error)
{
    struct text names[ROLE_COUNT];
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        names[i] = text_of(role_table[i].name);
        if (text_is_equal(name, names[i]))
            return (enum role)i;
    }
    size_t nearest = suggestion_nearest(name, names, ROLE_COUNT);
    error_set_misuse(error, "no role `%.*s`%s%s%s; `:colors` lists them", (int)name.length,
                     name.data, nearest < ROLE_COUNT ? "; did you mean `" : "",
                     nearest < ROLE_COUNT ? names[nearest].data : "",
                     nearest < ROLE_COUNT ? "`?" : "");
    return ROLE_COUNT;
}

static const char *const attribute_names[PAINT_ATTRIBUTE_COUNT] = {"bold", "underline", "reverse",
                                                                   "dim", "italic"};

unsigned paint_attribute(struct text name)
{
    for (size_t i = 0; i < PAINT_ATTRIBUTE_COUNT; i++)
        if (text_is(name, attribute_names[i]))
            return 1u << i;
    return 0;
}

const char *paint_attribute_name(unsigned number)
{
    return attribute_names[number];
}

void paint_write(struct buffer *out, struct paint paint)
{
    const char *before = " ";
    color_write(out, paint.text);
    buffer_puts(out, " on ");
    color_write(out, paint.ground);
    for (size_t i = 0; i < PAINT_ATTRIBUTE_COUNT; i++) {
        if (!(paint.attributes & 1u << i))
            continue;
        buffer_printf(out, "%s%s", before, attribute_names[i]);
        before = ",";
    }
}

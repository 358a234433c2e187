/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The appearance of roles as tables: of each theme, for terminals with 0, 8, 16, 256 or all
 * colours. Pure; src/ui gives the paints to curses.
 */
#ifndef TRADESCOPE_VIEW_DRAW_THEMES_H
#define TRADESCOPE_VIEW_DRAW_THEMES_H

#include "base/text.h"
#include "view/draw/color.h"
#include "view/draw/line.h"

enum paint_attribute {
    PAINT_BOLD = 1,
    PAINT_UNDERLINE = 2,
    PAINT_REVERSE = 4,
    PAINT_DIM = 8,
    PAINT_ITALIC = 16,
};
#define PAINT_ATTRIBUTE_COUNT 5

struct paint {
    int text, ground; /* colours, see color.h */
    unsigned attributes;
};

enum theme {
    THEME_AUTO, /* dark or light, as the terminal's background is; else middle tones for both */
    THEME_DARK,
    THEME_LIGHT,
    THEME_CONTRAST,
    THEME_MONO,
    THEME_16,
    THEME_COUNT,
};

struct role_info {
    const char *name; /* in the command `color` */
    const char *help;
    char letter; /* in screens with styles, for tests */
};
extern const struct role_info role_table[ROLE_COUNT];
/* Returns the role of that name; ROLE_COUNT with the reason for none. */
enum role role_find(struct text name, struct error *error);

/* Returns the paint of a role. `colors` is how many the terminal has. */
struct paint theme_paint(enum theme theme, enum role role, int colors);

/* Returns the bit of an attribute by its name, or 0; and the name of a number of them. */
unsigned paint_attribute(struct text name);
const char *paint_attribute_name(unsigned number);
/* Appends "default on 240 bold,underline". */
void paint_write(struct buffer *out, struct paint paint);

#endif

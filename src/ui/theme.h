/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The appearance of roles: one table from roles to attributes and colours, for terminals with 0, 8,
 * 16 or 256 colours.
 */
#ifndef TRADESCOPE_UI_THEME_H
#define TRADESCOPE_UI_THEME_H

#include <curses.h>

#include "ui/terminal.h"
#include "view/draw/line.h"

struct style {
    attr_t attributes;
    short pair;
};

/* Chooses the palette for the terminal and the option. Curses must have been started. */
void theme_start(enum color_use use);
struct style theme_style(enum role role);
/*
 * Returns a letter for the style of a cell, for tests: that of its role, or in monochrome, where
 * several roles look the same, that of its attribute (b bold, u underline, r reverse, d dim); '.'
 * for plain.
 */
char theme_letter(attr_t attributes, short pair);

#endif

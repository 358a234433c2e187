/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How roles look: one table from role to attributes and colours, for terminals without colours and
 * with 8, 16 or 256 of them.
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

/* Picks the palette after the terminal and the wish; curses must have been started. */
void theme_start(enum color_use use);
struct style theme_style(enum role role);
/*
 * A letter for how a cell looks, for tests: that of its role, or in monochrome, where several roles
 * look alike, that of its attribute (b bold, u underline, r reverse, d dim); '.' for plain.
 */
char theme_letter(attr_t attributes, short pair);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the paints of the roles (view/draw/themes.h, view/settings.h) to curses. */
#ifndef TRADESCOPE_UI_THEME_H
#define TRADESCOPE_UI_THEME_H

#include <curses.h>

#include "ui/terminal.h"
#include "view/settings.h"

struct style {
    attr_t attributes;
    short pair;
};

/*
 * Prepares colours. Returns how many the terminal has, 0 if none may be used. Curses must have been
 * started.
 */
int theme_start(enum color_use use);
/* Takes over the paints; the next update of the screen has them. */
void theme_apply(const struct settings *settings);
struct style theme_style(enum role role);
/*
 * Returns a letter for the style of a cell, for tests: that of its role, or in monochrome, where
 * several roles look the same, that of its attribute (b bold, u underline, r reverse, d dim); '.'
 * for plain.
 */
char theme_letter(attr_t attributes, short pair);

#endif

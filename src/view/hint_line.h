/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys in the last row of the screen, in two rows if it is high. */
#ifndef TRADESCOPE_VIEW_HINT_LINE_H
#define TRADESCOPE_VIEW_HINT_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "view/draw/canvas.h"

/* A key and what it does. */
struct hint {
    char *key;
    char *label;
    bool is_fixed; /* at the end of the line, at any width */
};

/* Draws as many as there is room for, the first ones and the fixed ones. */
void hint_line_draw(struct canvas *canvas, const struct hint *hints, size_t count);
/* Returns the index of the hint at a cell of a screen of that size; `count` for none. */
size_t hint_line_find(const struct hint *hints, size_t count, int width, int height, int row,
                      int column);

#endif

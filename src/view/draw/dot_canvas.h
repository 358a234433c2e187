/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid of cells in which a chart is composed: texts, and curves below them in dots (braille, 2 x
 * 4; in ASCII '.' and "'" for dotted, line characters for solid curves).
 */
#ifndef TRADESCOPE_VIEW_DRAW_DOT_CANVAS_H
#define TRADESCOPE_VIEW_DRAW_DOT_CANVAS_H

#include <stdbool.h>

#include "base/memory.h"
#include "base/text.h"
#include "view/draw/canvas.h"

struct cell;

struct dot_canvas {
    int width, height;
    bool ascii;
    struct cell *cells; /* owned, row by row */
    struct arena texts; /* texts without control characters */
};

/* A point in cells: the centre of the cell in row 2, column 5 is {5, 2}. */
struct place {
    double x, y;
};

void dot_canvas_init(struct dot_canvas *dots, int width, int height, bool ascii);
void dot_canvas_release(struct dot_canvas *dots);

/* Returns the text as it will be drawn: without control characters, and in ASCII if required. */
struct text dot_canvas_text(struct dot_canvas *dots, struct text text);
/* Draws a text returned by dot_canvas_text(), clipped to the grid. */
void dot_canvas_put(struct dot_canvas *dots, int row, int column, enum role role, struct text text);
/* True if all these cells are in the grid and have no text (and no dots, unless `over_dots`). */
bool dot_canvas_is_free(const struct dot_canvas *dots, int row, int column, int cells,
                        bool over_dots);
/*
 * Draws a straight stroke. `phase` counts its dots; consecutive dotted strokes share it, so that
 * the pattern continues.
 */
void dot_canvas_stroke(struct dot_canvas *dots, struct place from, struct place to, enum role role,
                       bool is_dotted, int *phase);
/* Writes the grid into the rows of the canvas from `top`, replacing their content. */
void dot_canvas_write(const struct dot_canvas *dots, struct canvas *canvas, int top);

#endif

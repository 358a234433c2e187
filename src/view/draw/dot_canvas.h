/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid of cells that a chart is composed in: texts, and beneath them curves in the dots of the
 * cells (braille, 2 x 4; in ASCII '.' and "'" for dotted, strokes for solid curves).
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
    struct arena texts; /* what was put in, made visible */
};

/* A place between cells: the centre of the cell in row 2, column 5 is {5, 2}. */
struct place {
    double x, y;
};

void dot_canvas_init(struct dot_canvas *dots, int width, int height, bool ascii);
void dot_canvas_release(struct dot_canvas *dots);

/* The text as it would be drawn: visible, and ASCII where that is asked for. */
struct text dot_canvas_text(struct dot_canvas *dots, struct text text);
/* Draws a text that dot_canvas_text() gave; what lies outside is left out. */
void dot_canvas_put(struct dot_canvas *dots, int row, int column, enum role role, struct text text);
/* True where all those cells are in the grid and bear no text (and no dots, unless `over_dots`). */
bool dot_canvas_is_free(const struct dot_canvas *dots, int row, int column, int cells,
                        bool over_dots);
/*
 * A straight stroke. `phase` counts its dots: dotted strokes that follow each other share one, so
 * that the pattern goes on.
 */
void dot_canvas_stroke(struct dot_canvas *dots, struct place from, struct place to, enum role role,
                       bool is_dotted, int *phase);
/* Writes the grid into the rows of the canvas from `top`, in the place of what they hold. */
void dot_canvas_write(const struct dot_canvas *dots, struct canvas *canvas, int top);

#endif

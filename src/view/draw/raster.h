/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid of cells that a chart is composed in: texts, and beneath them curves in the dots of the
 * cells (braille, 2 x 4; in ASCII '.' and "'" for dotted, strokes for solid curves).
 */
#ifndef TRADESCOPE_VIEW_DRAW_RASTER_H
#define TRADESCOPE_VIEW_DRAW_RASTER_H

#include <stdbool.h>

#include "base/memory.h"
#include "base/text.h"
#include "view/draw/canvas.h"

struct cell;

struct raster {
    int width, height;
    bool ascii;
    struct cell *cells; /* owned, row by row */
    struct arena texts; /* what was put in, made visible */
};

/* A place between cells: the centre of the cell in row 2, column 5 is {5, 2}. */
struct place {
    double x, y;
};

void raster_init(struct raster *raster, int width, int height, bool ascii);
void raster_release(struct raster *raster);

/* The text as it would be drawn: visible, and ASCII where that is asked for. */
struct text raster_text(struct raster *raster, struct text text);
/* Draws a text that raster_text() gave; what lies outside is left out. */
void raster_put(struct raster *raster, int row, int column, enum role role, struct text text);
/* True where all those cells are in the grid and bear no text (and no dots, unless `over_dots`). */
bool raster_is_free(const struct raster *raster, int row, int column, int cells, bool over_dots);
/*
 * A straight stroke. `phase` counts its dots: dotted strokes that follow each other share one, so
 * that the pattern goes on.
 */
void raster_stroke(struct raster *raster, struct place from, struct place to, enum role role,
                   bool is_dotted, int *phase);
/* Writes the grid into the rows of the canvas from `top`, in the place of what they hold. */
void raster_write(const struct raster *raster, struct canvas *canvas, int top);

#endif

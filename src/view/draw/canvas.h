/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rectangle of styled lines: a pane's body, or the whole screen.
 */
#ifndef TRADESCOPE_VIEW_DRAW_CANVAS_H
#define TRADESCOPE_VIEW_DRAW_CANVAS_H

#include <stdbool.h>

#include "view/draw/line.h"

struct canvas {
    int width, height;  /* cells; both may be 0 */
    struct line *lines; /* `height` of them, each at most `width` cells, and one to throw away */
    bool ascii;         /* nothing but ASCII may be drawn */
    bool is_printed;    /* for a reader of plain text: no cursor is drawn */
};

void canvas_init(struct canvas *canvas, int width, int height, bool ascii);
void canvas_release(struct canvas *canvas);
/* The line of a row; a line of no canvas, to be thrown away, where the row is outside. */
struct line *canvas_line(struct canvas *canvas, int row);
/* The line of a row that shows an item: with the sign of the cursor, or room for it. */
struct line *canvas_item_line(struct canvas *canvas, int row, bool has_cursor);
/* The role for the whole width of a row: a cursor. */
void canvas_mark_row(struct canvas *canvas, int row, enum role role);
/* Says at the end of a row, cut where it must be, that there is more than the canvas shows. */
void canvas_mark_more(struct canvas *canvas, int row);
/* The cells that this takes. */
int canvas_more_cells(const struct canvas *canvas);
/* `utf8` or `ascii`, as the canvas allows. */
const char *canvas_sign(const struct canvas *canvas, const char *utf8, const char *ascii);

#endif

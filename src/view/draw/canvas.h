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
    struct line *lines; /* `height` lines of at most `width` cells, and one to discard */
    bool ascii;         /* draw ASCII only */
    bool is_printed;    /* for plain text output: no cursor is drawn */
};

void canvas_init(struct canvas *canvas, int width, int height, bool ascii);
void canvas_release(struct canvas *canvas);
/* Returns the line of a row, or a line to discard if the row is outside. */
struct line *canvas_line(struct canvas *canvas, int row);
/* Returns the line of a row for an item, starting with the sign of the cursor, or room for it. */
struct line *canvas_item_line(struct canvas *canvas, int row, bool has_cursor);
/* Sets the role of a whole row: a cursor. Bars keep their colours. */
void canvas_mark_row(struct canvas *canvas, int row, enum role role);
/* The same for the bytes from start to end. */
void canvas_mark_part(struct canvas *canvas, int row, enum role role, size_t start, size_t end);
/*
 * Adds a sign at the end of a row, cutting it if necessary, that there is more than the canvas
 * shows.
 */
void canvas_mark_more(struct canvas *canvas, int row);
/* Returns the width of that sign. */
int canvas_more_cells(const struct canvas *canvas);
/* Returns `utf8` or `ascii`, as the canvas requires. */
const char *canvas_sign(const struct canvas *canvas, const char *utf8, const char *ascii);

#endif

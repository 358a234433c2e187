/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A view of rows and columns, with a cursor in both directions, shared by Figures, Events and Rows.
 * The leading columns of a pane may be computed. The other columns of the file follow to their
 * right, so that the whole file can be reached.
 */
#ifndef TRADESCOPE_VIEW_GRID_H
#define TRADESCOPE_VIEW_GRID_H

#include "view/grid_columns.h"

/* Returns the row of the file at the cursor; NO_ROW if there is none. */
size_t grid_row(const struct view *view);
void grid_init(struct view *view, const struct grid_ops *grid);
/* Returns all rows, sorted; NULL before they are. */
const struct row_list *grid_rows(const struct view *view);

/* The functions for a grid's view_ops. */
bool grid_collect(struct view *view, const struct effort *effort);
bool grid_finish(struct view *view, const struct effort *effort);
void grid_reach(struct view *view, const struct effort *effort);
void grid_draw(struct view *view, struct canvas *canvas, bool is_focused);
void grid_print(struct view *view, int width, bool ascii, struct buffer *out);
/* Appends "4 of 1,234", the position of the cursor. */
void grid_write_title(const struct view *view, struct line *line);
struct item grid_item(const struct view *view);
/* As the command sort with the column at that cell. Returns false if there is none. */
bool grid_click_header(struct view *view, int width, int cell);
bool grid_request(struct view *view, enum request request);
void grid_release(struct view *view);

/* Cell writers that several panes use. */
void grid_write_date(const struct workspace *workspace, size_t row, struct line *line);
void grid_write_text(const struct workspace *workspace, size_t row, struct line *line);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A view of rows and columns, with a cursor in both directions: what Figures, Events and Rows
 * share. Columns that a pane leads with may be worked out; the other columns of the file follow to
 * the right of them, so that nothing of a file is out of reach.
 */
#ifndef TRADESCOPE_VIEW_GRID_H
#define TRADESCOPE_VIEW_GRID_H

#include "view/grid_columns.h"

/* The row of the file at the cursor; NO_ROW where there is none. */
size_t grid_row(const struct view *view);
void grid_init(struct view *view, const struct grid_ops *grid);
/* All rows in their order; NULL where the doubt of the workspace ended bringing them into it, or
 * that was put off. */
const struct row_list *grid_rows(const struct view *view);

/* The functions that a grid's view_ops take. */
void grid_refresh(struct view *view);
bool grid_finish(struct view *view);
void grid_draw(struct view *view, struct canvas *canvas, bool is_focused);
void grid_print(struct view *view, int width, bool ascii, struct buffer *out);
/* "4 of 1,234": the place of the cursor. */
void grid_write_title(const struct view *view, struct line *line);
struct item grid_item(const struct view *view);
bool grid_request(struct view *view, enum request request);
void grid_release(struct view *view);

/* Cell writers that several panes use. */
void grid_write_date(const struct workspace *workspace, size_t row, struct line *line);
void grid_write_text(const struct workspace *workspace, size_t row, struct line *line);

#endif

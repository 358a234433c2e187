/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A view of rows and columns, with a cursor in both directions: what Figures, Events and Rows
 * share. Columns that a pane leads with may be worked out; the other columns of the file follow to
 * the right of them, so that nothing of a file is out of reach.
 */
#ifndef TRADESCOPE_VIEW_GRID_H
#define TRADESCOPE_VIEW_GRID_H

#include "query/rows/row_list.h"
#include "model/model.h"
#include "view/view.h"

struct grid_column {
    const char *title;
    enum field field;     /* what a test goes by; FIELD_COUNT for what is worked out */
    const char *sort_key; /* what a sort goes by: the field's name, or "sources", "agreement" */
    int most;             /* cells at the most; 0 takes what is left */
    bool is_right;        /* numbers */
    void (*write)(const struct workspace *workspace, size_t row, struct line *line);
};

struct grid_ops {
    const struct grid_column *columns; /* that the pane leads with */
    size_t column_count;
    const char *empty; /* what there is none of when there are no rows: "no figures" */
    /* The file whose rows it shows; NULL for that of the claims. */
    const struct dataset *(*dataset)(const struct model *model);
    /* Fills the rows in the order that they have unless sorted. False where the doubt ended it, or
     * it takes long and is put off. */
    bool (*collect)(struct workspace *workspace, struct row_list *rows);
    /* Sort keys by row for a worked-out column, the caller's to free; NULL where unknown. */
    double *(*keys)(const struct workspace *workspace, const char *sort_key);
};

/* The row of the file at the cursor; NO_ROW where there is none. */
size_t grid_row(const struct view *view);
void grid_init(struct view *view, const struct view_ops *ops, const struct grid_ops *grid);
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
void grid_select(struct view *view, size_t row);
bool grid_request(struct view *view, enum request request);
void grid_release(struct view *view);

/* Cell writers that several panes use. */
void grid_write_date(const struct workspace *workspace, size_t row, struct line *line);
void grid_write_text(const struct workspace *workspace, size_t row, struct line *line);

#endif

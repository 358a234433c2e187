/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns of a grid: which there are, what stands in their cells, and how wide they are. The
 * state of a grid is for grid.c and grid_columns.c alone.
 */
#ifndef TRADESCOPE_VIEW_GRID_COLUMNS_H
#define TRADESCOPE_VIEW_GRID_COLUMNS_H

#include "model/model.h"
#include "view/view.h"
#include "view/ordered_rows.h"

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

#define GRID_ROWS_MEASURED ((size_t)200)
#define GRID_GAP 2
#define GRID_MARGIN 2 /* the cursor sign and the blank behind it */

/* The widest cell of a column among the items from first to end - 1. */
struct sample {
    size_t first, end; /* equal while nothing is measured */
    int cells;
};

struct grid {
    const struct grid_ops *ops;
    struct ordered_rows ordered;
    size_t *file_columns; /* of the table, behind the leading ones */
    size_t file_column_count;
    struct sample *samples;      /* of each column */
    size_t column, first_column; /* cursor, and leftmost on the screen */
    struct buffer value;         /* of the item last asked for */
};

struct grid *grid_state(const struct view *view);
/* NO_ROW where it is not known as yet. */
size_t grid_row_at(const struct view *view, size_t place);
/* The file whose rows it shows. */
const struct dataset *grid_dataset(const struct view *view);

/* A column of the grid, whether it leads or comes from the file. */
struct grid_cell_column {
    const struct grid_column *leading; /* NULL for a column of the file */
    size_t table_column;               /* NO_COLUMN for what is worked out */
    const char *title;
    bool is_right;
};

/* Finds the columns of the file, and forgets what was measured. */
void grid_columns_find(struct grid *grid, const struct dataset *dataset);
size_t grid_column_count(const struct grid *grid);
struct grid_cell_column grid_column_at(const struct view *view, size_t index);
bool grid_is_sorted_by(const struct view *view, struct grid_cell_column column);
void grid_write_cell(const struct view *view, struct grid_cell_column column, size_t row,
                     struct line *line);

/* The columns on the screen: the cells of those from first_column on. */
struct fit {
    int *widths; /* the caller's to free */
    size_t count, capacity;
};
struct fit grid_fit(const struct view *view, int width);
/* Whether there are columns to the right of these. */
bool grid_has_more(const struct grid *grid, const struct fit *fit);

#endif

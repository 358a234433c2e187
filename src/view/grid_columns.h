/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns of a grid: their list, cell contents and widths. The state of a
 * grid is for grid.c and grid_columns.c only.
 */
#ifndef TRADESCOPE_VIEW_GRID_COLUMNS_H
#define TRADESCOPE_VIEW_GRID_COLUMNS_H

#include "model/model.h"
#include "view/view.h"
#include "view/ordered_rows.h"

struct grid_column {
    const char *title;
    enum field field;     /* for filters; FIELD_COUNT if it is computed */
    const char *sort_key; /* for sorting: the field's name, or "sources", "agreement" */
    int most;             /* maximum width; 0 takes the remaining room */
    bool is_right;        /* right-aligned, for numbers */
    void (*write)(const struct workspace *workspace, size_t row, struct line *line);
};

struct grid_ops {
    const struct grid_column *columns; /* the leading columns */
    size_t column_count;
    const char *empty; /* the message when there are no rows: "no figures" */
    /* Returns the file whose rows are shown; NULL for that of the claims. */
    const struct dataset *(*dataset)(const struct model *model);
    /* Fills the rows in their default order. Returns false if cancelled or deferred. */
    bool (*collect)(struct workspace *workspace, struct row_list *rows,
                    const struct effort *effort);
    /* Returns sort keys by row for a computed column, which the caller frees; NULL if unknown. */
    double *(*keys)(const struct workspace *workspace, const char *sort_key);
};

#define GRID_ROWS_MEASURED ((size_t)200)
#define GRID_GAP 2
#define GRID_MARGIN 2 /* the cursor sign and a blank */

/* The widest cell of a column among the items from first to end - 1. */
struct sample {
    size_t first, end; /* equal if nothing is measured */
    int cells;
};

struct grid {
    const struct grid_ops *ops;
    struct ordered_rows ordered;
    size_t *file_columns; /* of the table, behind the leading ones */
    size_t file_column_count;
    struct sample *samples; /* for each column */
    int *widths;            /* for each column, what the user added to its width */
    size_t width_count;
    size_t column, first_column; /* with the cursor, and leftmost on the screen */
    struct buffer value;         /* of the last item requested */
};

struct grid *grid_state(const struct view *view);
/* Returns NO_ROW if it is not known yet. */
size_t grid_row_at(const struct view *view, size_t place);
/* Returns the file whose rows are shown. */
const struct dataset *grid_dataset(const struct view *view);

/* A column of the grid, leading or from the file. */
struct grid_cell_column {
    const struct grid_column *leading; /* NULL for a column of the file */
    size_t table_column;               /* NO_COLUMN if it is computed */
    const char *title;
    bool is_right;
};

/* Finds the columns of the file, and drops all measurements. */
void grid_columns_find(struct grid *grid, const struct dataset *dataset);
size_t grid_column_count(const struct grid *grid);
struct grid_cell_column grid_column_at(const struct view *view, size_t index);
bool grid_is_sorted_by(const struct view *view, struct grid_cell_column column);
void grid_write_cell(const struct view *view, struct grid_cell_column column, size_t row,
                     struct line *line);

/* The columns on the screen, from first_column on. */
struct fit {
    int key;     /* the width of the first column of all, which stays on the left; 0 for none */
    int *widths; /* the caller frees it */
    size_t count, capacity;
};
struct fit grid_fit(const struct view *view, int width);
/* Changes the width of the column of the cursor by some cells. */
void grid_widen_column(struct view *view, int cells);
/* True if there are columns to the right of these. */
bool grid_has_more(const struct grid *grid, const struct fit *fit);

#endif

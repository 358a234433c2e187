/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of Balance: two bars for each period, and a row for periods that are missing between two
 * of a kind. A missing value is never shown as a number.
 */
#ifndef TRADESCOPE_VIEW_BALANCE_BARS_H
#define TRADESCOPE_VIEW_BALANCE_BARS_H

#include "analysis/claims/balance.h"
#include "view/draw/canvas.h"
#include "view/draw/list.h"
#include "view/workspace.h"

struct bar_row {
    size_t entry; /* of the balance; unused in a gap */
    bool is_gap;
    struct period first, last; /* of the missing periods */
};

struct bar_rows {
    struct bar_row *items; /* owned */
    size_t count, capacity;
};

/* Makes one row per entry, and one per gap. */
void bar_rows_find(struct bar_rows *rows, const struct balance *balance);
size_t bar_rows_of_entry(const struct bar_rows *rows, size_t entry);
void bar_rows_release(struct bar_rows *rows);

/* Returns the unit of the columns: that of the latest period, or one that is easier to read. */
struct unit balance_unit(const struct balance *balance);

/* Width of each column, from the content of all entries. */
struct bar_columns {
    struct unit unit;
    double longest; /* the value of a full bar; all bars share one scale */
    int period, exports, imports, balance, bar, source;
};
struct bar_columns bar_columns_measure(const struct balance *balance, int width);

/* Draws row 0 of the canvas, with the number of periods above and below the window. */
void bar_head_draw(struct canvas *canvas, const struct bar_rows *rows, const struct list *window,
                   const struct bar_columns *columns, bool is_imports);
void bar_row_draw(struct canvas *canvas, int row, const struct balance_entry *entry,
                  const struct bar_columns *columns, bool is_cursor);
void bar_gap_draw(struct canvas *canvas, int row, const struct bar_row *gap,
                  const struct bar_columns *columns, const struct workspace *workspace);

#endif

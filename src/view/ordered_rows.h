/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows in an order of the user's choice. Of many rows the first are brought into order at once,
 * since a screen shows no others; the rest follows when it is asked for, or nothing else is to be
 * done.
 */
#ifndef TRADESCOPE_VIEW_ORDERED_ROWS_H
#define TRADESCOPE_VIEW_ORDERED_ROWS_H

#include "query/rows/row_list.h"
#include "query/rows/row_order.h"

struct ordered_rows {
    struct row_list rows;  /* all, in their order once `is_whole` */
    struct row_list first; /* the first of them, in their order, before that */
    bool is_whole;
};

/* Takes over rows that are in their order; they replace the former. */
void ordered_rows_set(struct ordered_rows *ordered, struct row_list rows);
/* The same of rows in another order, of which about so many are wanted at once. */
void ordered_rows_sort(struct ordered_rows *ordered, struct row_list rows,
                       const struct row_keys *keys, bool descends, size_t wanted);
/* By the same keys: brings the others into order too. False, with all as it was, where the doubt
 * (may be NULL) ended it. */
bool ordered_rows_finish(struct ordered_rows *ordered, const struct row_keys *keys, bool descends,
                         parallel_doubt *doubt, void *doubt_context);
/* The place is among those that are in order. */
bool ordered_rows_has(const struct ordered_rows *ordered, size_t place);
size_t ordered_rows_at(const struct ordered_rows *ordered, size_t place);
void ordered_rows_release(struct ordered_rows *ordered);

#endif

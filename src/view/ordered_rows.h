/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows sorted as the user chose. Of many rows only the first are sorted at once, since a screen
 * shows no others. The rest is sorted when it is requested, or when the program is idle.
 */
#ifndef TRADESCOPE_VIEW_ORDERED_ROWS_H
#define TRADESCOPE_VIEW_ORDERED_ROWS_H

#include "query/rows/row_list.h"
#include "query/rows/row_order.h"

struct ordered_rows {
    struct row_list rows;  /* all, sorted once `is_whole` */
    struct row_list first; /* the first of them, sorted, before that */
    bool is_whole;
};

/* Sets rows that are already sorted. Takes ownership of them. */
void ordered_rows_set(struct ordered_rows *ordered, struct row_list rows);
/* Sets rows to be sorted, about `wanted` of them at once. Takes ownership of them. */
void ordered_rows_sort(struct ordered_rows *ordered, struct row_list rows,
                       const struct row_keys *keys, bool descends, size_t wanted);
/*
 * Sorts the remaining rows by the same keys. Returns false, leaving everything unchanged, if
 * `doubt` (may be NULL) cancelled it.
 */
bool ordered_rows_finish(struct ordered_rows *ordered, const struct row_keys *keys, bool descends,
                         parallel_doubt *doubt, void *doubt_context);
/* True if the index is among the sorted rows. */
bool ordered_rows_has(const struct ordered_rows *ordered, size_t place);
size_t ordered_rows_at(const struct ordered_rows *ordered, size_t place);
void ordered_rows_release(struct ordered_rows *ordered);

#endif

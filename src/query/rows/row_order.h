/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bringing rows into order by a key each. The column `value` sorts by amount, whatever the unit
 * it is written in; money of another currency and numbers of another kind stay apart. What is not
 * stated comes last in either direction, and rows with equal keys keep their order.
 *
 *     struct row_keys keys = row_keys_of_column(dataset, column);
 *     struct row_list screen = row_list_first(&rows, &keys, false, 50);    at once
 *     row_list_sort(&rows, &keys, false, is_key_waiting, terminal);        and then all
 *     row_keys_release(&keys);
 */
#ifndef TRADESCOPE_QUERY_ROWS_ROW_ORDER_H
#define TRADESCOPE_QUERY_ROWS_ROW_ORDER_H

#include <stdbool.h>

#include "base/parallel.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

/*
 * A rank for each code, a number for each row, or both: ranks then come first. Borrows the columns
 * of the table, which must stay as it is.
 */
struct row_keys {
    uint32_t *ranks;       /* owned: of each code, RANK_MISSING where nothing is stated; or NULL */
    struct codes codes;    /* of each row */
    bool is_rank_of_row;   /* the code is the number of the row */
    const double *numbers; /* of each row, NAN where none is stated; or NULL */
    double *factors;       /* owned: what they are multiplied by, by code; NULL for 1 */
    double *owned_numbers; /* owned; NULL where the numbers are those of the table */
};

#define RANK_MISSING UINT32_MAX

struct row_keys row_keys_of_column(const struct dataset *dataset, size_t column);
/* Of a number for each row, which the keys take over. */
struct row_keys row_keys_of_numbers(double *numbers);
void row_keys_release(struct row_keys *keys);

/* False, with the list as it was, where the doubt (may be NULL) ended it. */
bool row_list_sort(struct row_list *list, const struct row_keys *keys, bool descends,
                   parallel_doubt *doubt, void *doubt_context);
/* The first rows of the list as it will be in order; fewer where it is shorter. */
struct row_list row_list_first(const struct row_list *list, const struct row_keys *keys,
                               bool descends, size_t count);

#endif

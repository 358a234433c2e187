/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sorts rows by one key each. The column `value` sorts by amount, whatever unit it is written in;
 * money of different currencies and numbers of different kinds are separated. Missing values come
 * last in either direction, and rows with equal keys keep their order.
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
 * A rank for each code, a number for each row, or both, and then ranks come first. Borrows the
 * columns of the table, which must not change.
 */
struct row_keys {
    uint32_t *ranks;       /* owned: for each code, RANK_MISSING if nothing is stated; or NULL */
    struct codes codes;    /* of the rows */
    bool is_rank_of_row;   /* the number of the row serves as its code */
    const double *numbers; /* for each row, NAN if none is stated; or NULL */
    double *factors;       /* owned: for each code, the factor of its numbers; NULL for 1 */
    double *owned_numbers; /* owned; NULL if the numbers are those of the table */
};

#define RANK_MISSING UINT32_MAX

struct row_keys row_keys_of_column(const struct dataset *dataset, size_t column);
/* Makes keys from a number for each row. Takes ownership of the numbers. */
struct row_keys row_keys_of_numbers(double *numbers);
void row_keys_release(struct row_keys *keys);

/* Returns false, leaving the list unchanged, if `doubt` (may be NULL) cancelled it. */
bool row_list_sort(struct row_list *list, const struct row_keys *keys, bool descends,
                   parallel_doubt *doubt, void *doubt_context);
/* Returns the first `count` rows of the sorted list, without sorting all of it. */
struct row_list row_list_first(const struct row_list *list, const struct row_keys *keys,
                               bool descends, size_t count);

#endif

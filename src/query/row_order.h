/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bringing rows into order by a key each. The column `value` sorts by amount, whatever the unit
 * it is written in; money of another currency and numbers of another kind stay apart. What is not
 * stated comes last in either direction, and rows with equal keys keep their order.
 */
#ifndef TRADESCOPE_QUERY_ROW_ORDER_H
#define TRADESCOPE_QUERY_ROW_ORDER_H

#include <stdbool.h>

#include "data/dataset.h"
#include "query/row_list.h"

/* A key for every row of the data set, NAN where nothing is stated; the caller frees it. */
double *row_keys_of_column(const struct dataset *dataset, size_t column);
/* `keys` is indexed by row. */
void row_list_sort(struct row_list *list, const double *keys, bool descends);

#endif

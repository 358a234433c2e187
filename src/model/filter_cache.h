/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a table that passed some filters, so that one filter more is asked about these alone.
 */
#ifndef TRADESCOPE_MODEL_FILTER_CACHE_H
#define TRADESCOPE_MODEL_FILTER_CACHE_H

#include "query/rows/row_set.h"
#include "model/choices.h"

struct filter_cache {
    struct row_set rows; /* of all that there were then */
    char **filters;      /* owned, in their order; NULL while nothing is known */
    size_t filter_count;
};

/* Of a table with so many rows: whether they are what passes the filters of the choices. */
bool filter_cache_are_of(const struct filter_cache *passed, const struct choices *choices,
                         size_t row_count);
/*
 * What filters are to be asked about, the caller's to release: what passed where the choices begin
 * with its filters, and `at` is behind them, for choices_next_filter(); else all rows, and 0.
 */
struct row_set filter_cache_begin(const struct filter_cache *passed, const struct choices *choices,
                                  size_t row_count, size_t *at);
/* From now on what passed the filters of the choices; takes the rows over. */
void filter_cache_keep(struct filter_cache *passed, const struct choices *choices,
                       struct row_set rows);
void filter_cache_release(struct filter_cache *passed);

#endif

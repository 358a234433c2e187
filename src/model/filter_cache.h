/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a table that passed some filters, so that a further filter is applied to these only.
 */
#ifndef TRADESCOPE_MODEL_FILTER_CACHE_H
#define TRADESCOPE_MODEL_FILTER_CACHE_H

#include "query/rows/row_set.h"
#include "model/choices.h"

struct filter_cache {
    struct row_set rows; /* over the rows of the table at that time */
    char **filters;      /* owned, in order; NULL if nothing is cached */
    size_t filter_count;
};

/*
 * True if the rows are those that pass the filters of the choices, in a table of `row_count` rows.
 */
bool filter_cache_are_of(const struct filter_cache *passed, const struct choices *choices,
                         size_t row_count);
/*
 * Returns the rows to which filters must be applied; the caller releases them. If the choices begin
 * with the cached filters, these are the cached rows, and `at` is set behind those filters, for
 * choices_next_filter(); else all rows, and 0.
 */
struct row_set filter_cache_begin(const struct filter_cache *passed, const struct choices *choices,
                                  size_t row_count, size_t *at);
/* Stores the rows that pass the filters of the choices. Takes ownership of them. */
void filter_cache_keep(struct filter_cache *passed, const struct choices *choices,
                       struct row_set rows);
void filter_cache_release(struct filter_cache *passed);

#endif

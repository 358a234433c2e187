/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Selects rows by accepted words in several columns. Scans whole columns on all processors and
 * skips zones without accepted words.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_ROW_SELECTION_H
#define TRADESCOPE_ANALYSIS_STATISTICS_ROW_SELECTION_H

#include "data/table/table.h"
#include "query/rows/row_set.h"

struct row_condition {
    struct codes codes;
    const struct zone *zones; /* see table_zones() */
    bool *accepts;            /* owned; for each code */
};

/* Accepts nothing yet: set accepts[]. */
struct row_condition row_condition_make(const struct table *table, size_t column);
void row_condition_release(struct row_condition *condition);

/* Returns the rows that meet all conditions. The caller releases the set. */
struct row_set rows_select(size_t row_count, const struct row_condition *conditions, size_t count);

#endif

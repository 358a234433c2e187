/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows whose words are accepted in each of some columns: a walk over whole columns on all
 * processors, which passes over zones where a column has no accepted word.
 */
#ifndef TRADESCOPE_ANALYSIS_ROW_SELECTION_H
#define TRADESCOPE_ANALYSIS_ROW_SELECTION_H

#include "data/table.h"
#include "query/row_set.h"

struct row_condition {
    struct codes codes;
    size_t code_count;
    const struct zone *zones; /* borrowed; NULL where the column has none */
    bool *accepts;            /* owned; of each code */
    uint32_t *accepted;       /* owned; how many codes below each code are accepted */
};

/* Accepts nothing as yet; set accepts[] and call row_condition_finish(). */
struct row_condition row_condition_make(const struct table *table, size_t column);
void row_condition_finish(struct row_condition *condition);
void row_condition_release(struct row_condition *condition);

/* Rows that meet all conditions. The caller releases the set. */
struct row_set rows_select(size_t row_count, const struct row_condition *conditions, size_t count);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts of rows, and sums of a column of numbers, by what up to six columns say: exports by year
 * and partner, say, over ten million rows.
 *
 *     struct sum_plan plan = {.row_count = table_row_count(table), .rows = &passed};
 *     plan.keys[0] = sum_key_of_column(table, period);
 *     plan.keys[1] = sum_key_of_column(table, flow);
 *     plan.key_count = 2;
 *     plan.numbers = table_numbers(table, value);
 *     struct row_sums sums;
 *     if (row_sums_make(&sums, &plan, NULL, NULL))
 *         ...
 *
 * A sum is compensated (Neumaier 1974) and does not depend on the number of processors: rows are
 * cut into parts by their number alone, and the parts are added in their order.
 */
#ifndef TRADESCOPE_QUERY_ROWS_ROW_SUM_H
#define TRADESCOPE_QUERY_ROWS_ROW_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/parallel.h"
#include "data/table/table.h"
#include "query/rows/row_set.h"

#define MOST_SUM_KEYS 6
/* Of a code whose rows are left out. */
#define NO_GROUP UINT32_MAX

/*
 * One thing that rows are grouped by. The caller may map codes to groups as it likes: all names of
 * a country to one, what is a whole to NO_GROUP.
 */
struct sum_key {
    struct codes codes;
    uint32_t *groups;               /* owned: of each code, less than group_count or NO_GROUP */
    size_t code_count, group_count; /* at least 1 */
};

/* Groups are codes: of several codes with the same text, the least. */
struct sum_key sum_key_of_column(const struct table *table, size_t column);
void sum_key_release(struct sum_key *key);

struct sum_plan {
    size_t row_count;           /* of the table */
    const struct row_set *rows; /* borrowed; NULL for all rows */
    struct sum_key keys[MOST_SUM_KEYS];
    size_t key_count;
    const double *numbers; /* one a row, NAN where none is stated; NULL to count rows only */
    /* What the numbers are multiplied by, by the code of `units`: NAN where they do not count.
     * NULL for 1. Borrowed. */
    const double *factors;
    struct codes units;
};

void sum_plan_release(struct sum_plan *plan);

struct row_sum {
    uint32_t groups[MOST_SUM_KEYS];
    size_t row_count;    /* rows of these groups */
    size_t first_row;    /* the first of them */
    size_t number_count; /* of them, those whose number is in the sum */
    double sum;
};

struct row_sums {
    struct row_sum *items; /* owned; by groups[0], then groups[1] ..., each group once */
    size_t count;
};

/* False, and no sums, where the doubt ended it. The caller releases the sums, not the plan. */
bool row_sums_make(struct row_sums *sums, const struct sum_plan *plan, parallel_doubt *doubt,
                   void *doubt_context);
void row_sums_release(struct row_sums *sums);

#endif

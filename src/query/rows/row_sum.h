/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts rows and sums a column of numbers, grouped by up to six columns: exports by year and
 * partner, over ten million rows.
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
 * Sums are compensated (Neumaier 1974) and do not depend on the number of processors: the parts
 * depend only on the number of rows, and are added in order.
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
/* The group of codes whose rows are left out. */
#define NO_GROUP UINT32_MAX

/*
 * One grouping of rows. The caller may map codes to groups: all names of a country to one, a total
 * to NO_GROUP.
 */
struct sum_key {
    struct codes codes;
    uint32_t *groups; /* owned: for each code a group less than group_count, or NO_GROUP */
    size_t code_count, group_count; /* at least 1 */
};

/* Returns a key whose groups are codes, the least of those with the same text. */
struct sum_key sum_key_of_column(const struct table *table, size_t column);
void sum_key_release(struct sum_key *key);

struct sum_plan {
    size_t row_count;           /* of the table */
    const struct row_set *rows; /* borrowed; NULL for all rows */
    struct sum_key keys[MOST_SUM_KEYS];
    size_t key_count;
    const double *numbers; /* one per row, NAN if none is stated; NULL to count rows only */
    /*
     * Borrowed: the factor of the numbers, by the code of `units`; NAN for numbers that do not
     * count. NULL for 1.
     */
    const double *factors;
    struct codes units;
};

void sum_plan_release(struct sum_plan *plan);

struct row_sum {
    uint32_t groups[MOST_SUM_KEYS];
    size_t row_count;    /* rows in these groups */
    size_t first_row;    /* the first of them */
    size_t number_count; /* the rows among them whose number is in the sum */
    double sum;
};

struct row_sums {
    struct row_sum *items; /* owned; sorted by groups[0], groups[1] ..., each combination once */
    size_t count;
};

/* Returns false, without sums, if cancelled. The caller releases the sums, but not the plan. */
bool row_sums_make(struct row_sums *sums, const struct sum_plan *plan, parallel_doubt *doubt,
                   void *doubt_context);
void row_sums_release(struct row_sums *sums);

#endif

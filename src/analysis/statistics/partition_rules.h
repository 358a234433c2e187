/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules of partition.h, one function each. A function changes the disposition of parts that are
 * still added, and leaves the others alone.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_RULES_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_RULES_H

#include "analysis/statistics/partition.h"

/* A number equals a sum of rounded ones up to this, relative to it. */
#define SUM_EXACTNESS 1e-6

/* Appends rows as added parts; `is_turned` as their partner states them. */
void partition_add(struct partition *partition, const struct statistic *statistic,
                   const struct row_set *rows, bool is_turned);
/* Returns the rows of a trade. Each part of it may be empty for all; World means any partner. */
struct row_set partition_rows_of(const struct statistic *statistic, const struct trade *trade,
                                 bool is_turned);

void keep_one_currency(struct partition *partition, const struct statistic *statistic);
void keep_one_type(struct partition *partition, const struct statistic *statistic);
void keep_one_classification(struct partition *partition, const struct statistic *statistic);
/* Applies the rules on splits and on products. */
void keep_wholes(struct partition *partition, const struct statistic *statistic,
                 const struct partition_request *request);
void keep_world_or_partners(struct partition *partition, const struct statistic *statistic,
                            bool by_partner);
/*
 * Keeps the total among parts that differ only in a column which no field names; without a total,
 * keeps none. Sets partition->unnamed_column.
 */
void settle_unnamed(struct partition *partition, const struct statistic *statistic);
/*
 * Returns, for each column of the table, true if it holds text and no field names it. The caller
 * frees the array.
 */
bool *list_unnamed(const struct statistic *statistic, bool *has_any);
/* Drops the rows under unknown words that are likely the total of others, and marks them. */
void drop_likely_totals(struct partition *partition, const struct statistic *statistic);
/* Drops copies, and marks the rows that state the same as another in other numbers. */
void drop_duplicates(struct partition *partition, const struct statistic *statistic);
/* The same of a set of rows: takes the copies out, and counts. */
struct repeated_rows {
    size_t copies, restated;
};
struct repeated_rows drop_duplicate_rows(const struct statistic *statistic, struct row_set *rows);

#endif

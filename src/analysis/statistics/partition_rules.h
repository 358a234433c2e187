/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules of partition.h, one function each. Every function gives parts that are still added
 * another fate, and leaves the rest alone.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_RULES_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_RULES_H

#include "analysis/statistics/partition.h"

/* Rows as parts that are added, behind those that are there; `is_turned` as their partner states
 * them. */
void partition_add(struct partition *partition, const struct statistic *statistic,
                   const struct row_set *rows, bool is_turned);
/* The rows of a trade, of which any may be empty for all; World is any partner. */
struct row_set partition_rows_of(const struct statistic *statistic, const struct trade *trade,
                                 bool is_turned);

void keep_one_currency(struct partition *partition, const struct statistic *statistic);
void keep_one_type(struct partition *partition, const struct statistic *statistic);
void keep_one_classification(struct partition *partition, const struct statistic *statistic);
/* Of the splits and of the products. */
void keep_wholes(struct partition *partition, const struct statistic *statistic,
                 const struct partition_request *request);
void keep_world_or_partners(struct partition *partition, const struct statistic *statistic,
                            bool by_partner);
/* Drops copies, and marks the rows that state the same as another in other numbers. */
void drop_duplicates(struct partition *partition, const struct statistic *statistic);
/* The same of a set of rows: takes the copies out, and counts. */
struct repeated_rows {
    size_t copies, restated;
};
struct repeated_rows drop_duplicate_rows(const struct table *table, struct row_set *rows);

#endif

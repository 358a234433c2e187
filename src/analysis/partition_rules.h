/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules of partition.h, one function each. Every function gives parts that are still added
 * another fate, and leaves the rest alone.
 */
#ifndef TRADESCOPE_ANALYSIS_PARTITION_RULES_H
#define TRADESCOPE_ANALYSIS_PARTITION_RULES_H

#include "analysis/partition.h"

void keep_one_currency(struct partition *partition, const struct statistic *statistic);
void keep_one_type(struct partition *partition, const struct statistic *statistic);
void keep_one_classification(struct partition *partition, const struct statistic *statistic);
/* Of the splits and of the products. */
void keep_wholes(struct partition *partition, const struct statistic *statistic,
                 const struct partition_request *request);
void keep_world_or_partners(struct partition *partition, const struct statistic *statistic,
                            bool by_partner);
void drop_duplicates(struct partition *partition, const struct statistic *statistic);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts sorted by the sum they belong to, and descriptions of each sum. */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_GROUPED_PARTS_H
#define TRADESCOPE_ANALYSIS_STATISTICS_GROUPED_PARTS_H

#include "analysis/statistics/omission.h"
#include "analysis/statistics/partition.h"
#include "base/memory.h"

#define NO_SLOT UINT32_MAX

struct grouped_parts {
    const struct statistic *statistic;
    const struct partition *partition;
    uint32_t *rows;  /* of the parts, by group */
    uint32_t *parts; /* their numbers in the partition, in the same order */
    size_t *starts;  /* of each group, followed by the end of the last */
};

/* `slots` has the group of each part, less than slot_count, or NO_SLOT. In the arena. */
struct grouped_parts grouped_parts_make(struct arena *arena, const struct statistic *statistic,
                                        const struct partition *partition, const uint32_t *slots,
                                        size_t slot_count);
static inline size_t slot_size(const struct grouped_parts *order, size_t slot)
{
    return order->starts[slot + 1] - order->starts[slot];
}
/*
 * Rounds value / unit.scale to the last digit that a file states, which removes errors of doubles.
 */
double round_to_places(long double value, struct unit unit, int places);
double slot_sum(const struct grouped_parts *order, size_t slot, struct unit unit, int places);
/*
 * Returns the decimals of the most exact number of a group, in the unit; FEWEST_PLACES for an empty
 * one.
 */
#define FEWEST_PLACES (-18)
int slot_places(const struct grouped_parts *order, size_t slot, struct unit unit);
/*
 * Appends "the row TOTAL", "sum of 97 HS chapters; World = sum of 215 partners"; nothing for one
 * plain row.
 */
void slot_write_products(struct buffer *out, const struct grouped_parts *order, size_t slot);
void slot_write_partners(struct buffer *out, const struct grouped_parts *order, size_t slot);
/*
 * Appends "over 3 modes of transport" for parts without a total, and "TMG_CIF_USD" for one of
 * several ways to state a value.
 */
void slot_write_splits(struct buffer *out, const struct grouped_parts *order, size_t slot);
/* "with 1 row that repeats another in other numbers". */
void slot_write_restated(struct buffer *out, const struct grouped_parts *order, size_t slot);
/* "with line 5, `Summe`, that equals the sum of the others, so is likely their total". */
void slot_write_likely_totals(struct buffer *out, const struct grouped_parts *order, size_t slot);
/* Returns the omissions of groups [first, first + FATE_COUNT), except FATE_ADDED. In the arena. */
const struct omission *omissions_make(struct arena *arena, const struct grouped_parts *order,
                                      size_t first, size_t *count);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts in the order of what they are summed into, and what can be said of those of one sum.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_GROUPED_PARTS_H
#define TRADESCOPE_ANALYSIS_STATISTICS_GROUPED_PARTS_H

#include "analysis/statistics/partition.h"
#include "analysis/statistics/series.h"

#define NO_SLOT UINT32_MAX

struct grouped_parts {
    const struct statistic *statistic;
    const struct partition *partition;
    uint32_t *rows;  /* of the parts, by slot */
    uint32_t *parts; /* their numbers in the partition, in the same order */
    size_t *starts;  /* of each slot, and the end behind the last */
};

/* `slots` has a slot of each part, less than slot_count, or NO_SLOT. In the arena. */
struct grouped_parts grouped_parts_make(struct arena *arena, const struct statistic *statistic,
                                        const struct partition *partition, const uint32_t *slots,
                                        size_t slot_count);
static inline size_t slot_size(const struct grouped_parts *order, size_t slot)
{
    return order->starts[slot + 1] - order->starts[slot];
}
/* Without what doubles add to the last of the digits that a file states: of value / unit.scale. */
double round_to_places(long double value, struct unit unit, int places);
double slot_sum(const struct grouped_parts *order, size_t slot, struct unit unit, int places);
/* The places of the finest number of a slot, in the unit; FEWEST_PLACES for an empty one. */
#define FEWEST_PLACES (-18)
int slot_places(const struct grouped_parts *order, size_t slot, struct unit unit);
/* "the row TOTAL", "sum of 97 HS chapters; World = sum of 215 partners": empty for one plain row.
 */
void slot_write_products(struct buffer *out, const struct grouped_parts *order, size_t slot);
void slot_write_partners(struct buffer *out, const struct grouped_parts *order, size_t slot);
/* "over 3 modes of transport": parts without a whole; "TMG_CIF_USD": which way to state it. */
void slot_write_splits(struct buffer *out, const struct grouped_parts *order, size_t slot);
/* "with 1 row that repeats another in other numbers". */
void slot_write_restated(struct buffer *out, const struct grouped_parts *order, size_t slot);
/* For the fates of slots [first, first + FATE_COUNT), those of FATE_ADDED apart. In the arena. */
const struct omission *omissions_make(struct arena *arena, const struct grouped_parts *order,
                                      size_t first, size_t *count);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the periods of a file form the years, quarters or months of a series.
 *
 * Of the kinds of periods within a year, the one that covers most of it is used: the year itself,
 * else its quarters, its months, or one part ("2024 through October"); among equals the longer
 * ones. They are never mixed. If some days of the year are not covered, the item is partial.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PERIOD_COVER_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PERIOD_COVER_H

#include <stdint.h>

#include "analysis/statistics/statistic.h"
#include "base/memory.h"

struct composed {
    struct period whole;   /* the year, quarter or month */
    struct period covered; /* from the first to the last day used; a single month is a month */
    bool is_partial, has_gap;
    enum period_kind kind; /* of the periods used */
    size_t pieces;         /* number of periods used */
    size_t pieces_of;      /* ... out of this many in the whole; 0 if unknown */
};

struct period_cover {
    struct composed *items; /* sorted by `whole` */
    size_t count;
    uint32_t *of_period; /* for each period: its item; UINT32_MAX for none */
    bool *is_taken;      /* ... and if it is used for the item */
};

enum period_state {
    PERIOD_UNNAMED,
    PERIOD_MISSING, /* a period without any value: its item has no pieces unless there are others */
    PERIOD_STATED,
};

/*
 * `states` has enum period_state for each period. Periods of another frequency are in no item, nor
 * are days. `between` restricts the items unless its kind is none. In the arena.
 */
struct period_cover period_cover_find(struct arena *arena, const struct period *periods,
                                      const uint8_t *states, size_t count, enum frequency frequency,
                                      struct period between);
/*
 * Appends "12 months", "9 of 12 months, without 2020-04", "a part of the year, as stated"; nothing
 * if the whole is stated. `periods` and `count` as given to period_cover_find().
 */
void period_cover_write(struct buffer *out, const struct period_cover *cover, size_t item,
                        const struct period *periods, size_t count);

#endif

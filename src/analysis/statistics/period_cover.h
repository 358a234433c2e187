/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the periods that a file states make the years, quarters or months of a series.
 *
 * Of the kinds of periods that lie in a year the one that covers most of it is taken: the year
 * itself, else its quarters, its months, or one part ("2024 through October"); among equals the
 * longer ones. They are never mixed. What does not cover every day of the year is partial.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PERIOD_COVER_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PERIOD_COVER_H

#include <stdint.h>

#include "analysis/statistics/statistic.h"
#include "base/memory.h"

struct composed {
    struct period whole; /* the year, quarter or month */
    struct period
        covered; /* from the first to the last day of what is taken; one month is a month */
    bool is_partial, has_gap;
    enum period_kind kind; /* of what is taken */
    size_t pieces;         /* periods that are taken */
    size_t pieces_of;      /* ... of so many in the whole; 0 where that is not known */
};

struct period_cover {
    struct composed *items; /* by `whole` */
    size_t count;
    uint32_t *of_period; /* of each period: the item it lies in; UINT32_MAX for none */
    bool *is_taken;      /* ... and whether it is taken for it */
};

enum period_state {
    PERIOD_UNNAMED,
    PERIOD_MISSING, /* named, but nothing is stated: its item has no pieces unless others do */
    PERIOD_STATED,
};

/*
 * `states` are enum period_state, of each period. Periods of another frequency
 * lie in no item; nor do days. `between`: only items that lie within it, unless its kind is none.
 * In the arena.
 */
struct period_cover period_cover_find(struct arena *arena, const struct period *periods,
                                      const uint8_t *states, size_t count, enum frequency frequency,
                                      struct period between);
/*
 * "12 months", "9 of 12 months, without 2020-04", "a part of the year, as stated"; nothing where
 * the whole is stated. `periods` and `count` as they were composed.
 */
void period_cover_write(struct buffer *out, const struct period_cover *cover, size_t item,
                        const struct period *periods, size_t count);

#endif

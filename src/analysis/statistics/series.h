/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of one file by period and flow: what a reporter states of its trade with a partner.
 *
 * Calendar and fiscal years are series of their own. A year, or quarter, is taken as the file
 * states it; where it does not, it is made of quarters or months, and partial unless all of them
 * are there. Missing is not zero: what no row states has no sum, and where rows state nothing the
 * sum is missing (NAN).
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_SERIES_H
#define TRADESCOPE_ANALYSIS_STATISTICS_SERIES_H

#include <stdint.h>

#include "analysis/statistics/omission.h"
#include "analysis/statistics/statistic.h"
#include "base/memory.h"
#include "data/load/unread.h"

struct sum {
    struct period period; /* that the value covers: a span or a month where it is partial */
    struct period whole;  /* the year, quarter or month that `period` is of */
    enum flow flow;
    double value;     /* in the base unit: USD; NAN where missing */
    struct unit unit; /* as the file states it: USD mn */
    int places;       /* of value / unit.scale, as the file states it: 1 USD is its last digit */
    bool is_partial;  /* `period` is not the whole, or months of it are missing */
    bool has_gap;     /* months between its ends are missing: the value is too low */
    const uint32_t *rows; /* that were added, ascending: to open them */
    size_t row_count;     /* 0 where missing */
    const char
        *how; /* may be empty: "sum of 97 HS chapters, 12 months"; "World = sum of 215 partners" */
    const struct omission *omissions;
    size_t omission_count;
};

struct series {
    struct trade trade;
    const char *product; /* what `trade.product` stands for: "all goods", "27", "3 products"; empty
                             where the file does not say which goods it has */
    bool is_all_goods;
    struct sum *sums; /* by period, then by flow, each flow of the vocabulary apart */
    size_t count;
    const char *note;     /* what the format says of its numbers; NULL for none */
    struct unread unread; /* of the file: each row of these may have added to any sum */
    /* Rows of the trade that belong to no sum: of flows or periods that are not known. */
    const struct omission *omissions;
    size_t omission_count;
};

struct series_request {
    struct trade trade;    /* see statistic_choose() */
    unsigned frequencies;  /* bits; 0 for statistic_first_frequencies() */
    struct period between; /* only what lies within; PERIOD_NONE for all */
};

/*
 * Of the rows of the file that pass the filters (NULL for all). All in the arena. Takes one walk
 * over the columns, and n log n in the rows of the trade.
 */
struct series series_make(struct arena *arena, const struct statistic *statistic,
                          const struct row_set *rows, const struct series_request *request);
/* NULL where there is none. */
const struct sum *series_find(const struct series *series, struct period period, enum flow flow);

/*
 * Appends a figure for each sum that is not missing to a data set of claims: the value exactly as
 * the rows add up, in the unit of the file, `source` as its source, and in the note how it was made
 * and what was left out. A part of a year is a span of its own; with a gap, or where rows of the
 * file were not read that may belong to it, it is "at least". Returns how many rows were added.
 */
size_t series_append(const struct series *series, struct text source, struct dataset *claims);

#endif

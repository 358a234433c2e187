/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of one file by period and flow: a reporter's statement of its trade with a partner.
 *
 * Calendar and fiscal years are separate series. A year, or quarter, is taken as the file states
 * it; if it does not, it is added up from quarters or months, and partial unless all of them are
 * there. Missing is not zero: without rows there is no sum, and if rows state no value the sum is
 * missing (NAN).
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_SERIES_H
#define TRADESCOPE_ANALYSIS_STATISTICS_SERIES_H

#include <stdint.h>

#include "analysis/statistics/omission.h"
#include "analysis/statistics/statistic.h"
#include "base/memory.h"
#include "data/load/dataset.h"

struct sum {
    struct period period; /* the period covered by the value: a span or a month if it is partial */
    struct period whole;  /* the year, quarter or month of `period` */
    enum flow flow;
    double value;         /* in the base unit: USD; NAN if missing */
    struct unit unit;     /* the file's: USD mn */
    int places;           /* of value / unit.scale, as in the file: 1 USD is its last digit */
    bool is_partial;      /* `period` is not the whole, or months within it are missing */
    bool has_gap;         /* months between its ends are missing: the value is too low */
    const uint32_t *rows; /* the rows added, ascending, to open them */
    size_t row_count;     /* 0 if missing */
    const char
        *how; /* may be empty: "sum of 97 HS chapters, 12 months"; "World = sum of 215 partners" */
    const struct omission *omissions;
    size_t omission_count;
};

struct series {
    struct trade trade;
    const char *product; /* the meaning of `trade.product`: "all goods", "27", "3 products"; empty
                            if the file does not say which goods it has */
    bool is_all_goods;
    struct sum *sums; /* by period, then by flow; each flow of the vocabulary separately */
    size_t count;
    const char *refusal;  /* why no sum is made of some rows of the trade; NULL if there are none */
    const char *doubts;   /* what may be wrong with the sums, a line each; NULL for nothing */
    const char *note;     /* the format's note on its numbers; NULL for none */
    struct unread unread; /* of the file: each unread row may belong to any sum */
    /* Rows of the trade that belong to no sum: of unknown flows or periods. */
    const struct omission *omissions;
    size_t omission_count;
};

struct series_request {
    struct trade trade;    /* see statistic_choose() */
    unsigned frequencies;  /* bits; 0 for statistic_first_frequencies() */
    struct period between; /* only periods within; PERIOD_NONE for all */
};

/*
 * Makes sums of the rows that pass the filters (NULL for all). All results are in the arena. Takes
 * one scan of the columns, and n log n in the rows of the trade.
 */
struct series series_make(struct arena *arena, const struct statistic *statistic,
                          const struct row_set *rows, const struct series_request *request);
/* Returns NULL if there is none. */
const struct sum *series_find(const struct series *series, struct period period, enum flow flow);

/*
 * Appends the reason and the remedy for rows that differ only in a column which no field names, as
 * they follow the name of the file.
 */
void unnamed_refuse(struct buffer *out, const struct statistic *statistic, size_t column,
                    size_t count);
/*
 * Appends each sum that is not missing as a figure to a data set of claims: the exact value in the
 * unit of the file, `source` as its source, and a note on how it was made and what was left out. A
 * part of a year becomes a span; with a gap, or if unread rows of the file may belong to it, the
 * figure is "at least". Returns the number of rows appended.
 */
size_t series_append(const struct series *series, struct text source, struct dataset *claims);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Periods: what a number covers, or when something happened, as exactly as it is stated.
 *
 *     2023  FY2023-24  2023Q1  2023-07  2023-07-08  2022-04/2023-02
 *
 * A fiscal year runs from 1 April to 31 March, as India's does. A period is its first and last day;
 * periods of another kind are another period even where the days are the same.
 */
#ifndef TRADESCOPE_DATA_VALUE_PERIOD_H
#define TRADESCOPE_DATA_VALUE_PERIOD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

enum period_kind {
    PERIOD_NONE,
    PERIOD_CALENDAR_YEAR,
    PERIOD_FISCAL_YEAR,
    PERIOD_QUARTER,
    PERIOD_MONTH,
    PERIOD_DAY,
    PERIOD_SPAN,
};

struct period {
    enum period_kind kind;
    int32_t first, last; /* days since 1970-01-01, both inside the period */
};

/* False where the text is no period; years run from 1000 to 9999. */
bool period_parse(struct text text, struct period *period);
/* As above: parses back to the same period. */
void period_format(struct buffer *out, struct period period);
/* As period_format(), in a string of `arena`. */
struct arena;
const char *period_string(struct arena *arena, struct period period);

bool period_is_equal(struct period a, struct period b);
/* By the last day, then by the first, then by kind: how a series is ordered. */
int period_compare(struct period a, struct period b);
bool period_contains(struct period outer, struct period inner);
bool period_overlaps(struct period a, struct period b);
/* Years from the end of `from` to the end of `to`, in whole months where both end a month. */
double period_years_between(struct period from, struct period to);
/* The period of the same kind and length that ends where this one starts. */
struct period period_previous(struct period period);
/* ... and the one that starts where this one ends. */
struct period period_next(struct period period);
/* The fiscal year that starts in `year`, and the calendar year. */
struct period period_fiscal_year(int year);
struct period period_calendar_year(int year);

#endif

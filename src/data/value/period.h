/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Periods: the time that a number covers or an event falls in, as exactly as it is stated.
 *
 *     2023  FY2023-24  2023H1  2023Q1  2023-07  2023-07-08  2022-04/2023-02
 *
 * A fiscal year runs from 1 April to 31 March, as in India. A period is its first and last day and
 * its kind; two periods of different kinds differ even if their days are the same.
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
    PERIOD_HALF_YEAR,
    PERIOD_QUARTER,
    PERIOD_MONTH,
    PERIOD_DAY,
    PERIOD_SPAN,
};

struct period {
    enum period_kind kind;
    int32_t first, last; /* days since 1970-01-01, both inside the period */
};

/* Returns false if the text is not a period. Years run from 1000 to 9999. */
bool period_parse(struct text text, struct period *period);
/* True for "FY2018", which is the year it starts in for some, and the one it ends in for others. */
bool period_is_bare_fiscal_year(struct text text, int *year);
/* Appends the period in the notation above, which parses to the same period. */
void period_format(struct buffer *out, struct period period);
/* The same as period_format(), into a string of `arena`. */
struct arena;
const char *period_string(struct arena *arena, struct period period);

/* True for one month or some of a year, as files of months state for the year that has not ended.
 */
bool period_is_part_of_year(struct period period);
bool period_is_equal(struct period a, struct period b);
/* Orders by the last day, then the first, then the kind: the order of a series. */
int period_compare(struct period a, struct period b);
bool period_contains(struct period outer, struct period inner);
bool period_overlaps(struct period a, struct period b);
/*
 * Returns the years from the end of `from` to the end of `to`, in whole months if both end with a
 * month.
 */
double period_years_between(struct period from, struct period to);
/* Returns the period of the same kind and length that ends where this one starts. */
struct period period_previous(struct period period);
/* Returns the one that starts where this one ends. */
struct period period_next(struct period period);
/* Returns the fiscal year that starts in `year`, and the calendar year. */
struct period period_fiscal_year(int year);
struct period period_calendar_year(int year);

#endif

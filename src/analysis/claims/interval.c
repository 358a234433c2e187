/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/interval.h"

#include <math.h>

/*
 * Far larger than the errors of the few multiplications for an end, and far smaller than any digit
 * that a source states.
 */
#define SAME_END 1e-12

const struct interval_width interval_width_table[QUALIFIER_AT_MOST + 1] = {
    [QUALIFIER_EXACT] = {0, 0, true, false, true, "half the last digit either way"},
    [QUALIFIER_ABOUT] = {0.02, 0.02, true, false, false,
                         "2 % or half the last digit either way, whichever is wider"},
    [QUALIFIER_NEARLY] = {0.03, 0, false, false, false, "up to 3 % less"},
    [QUALIFIER_OVER] = {0, 0.10, false, true, false, "more, by up to 10 %"},
    [QUALIFIER_UNDER] = {1, 0, false, false, true, "less, down to 0"},
    [QUALIFIER_AT_LEAST] = {0, INFINITY, false, false, false, "as much or more, without a limit"},
    [QUALIFIER_AT_MOST] = {1, 0, false, false, false, "as much or less, down to 0"},
};

static bool is_whole_number(const struct claim *claim)
{
    return claim->measure == MEASURE_RANK || claim->measure == MEASURE_COUNT;
}

static bool may_be_negative(const struct claim *claim)
{
    return claim->measure == MEASURE_GROWTH || claim->measure == MEASURE_AVERAGE_GROWTH ||
           claim->measure == MEASURE_CHANGE || claim->unit.dimension == DIMENSION_POINTS ||
           (claim->measure == MEASURE_VALUE && claim->flow == FLOW_BALANCE);
}

/* A share of zero has no width, so "over 0" and "under 0" have no other end. */
static double room(double share, double size, bool leaves_number_out)
{
    bool is_endless = isinf(share) || (leaves_number_out && size == 0 && share > 0);
    return is_endless ? INFINITY : share * size;
}

/* Returns the interval around the size of the number as written, before its unit. */
static struct interval interval_of_size(const struct claim *claim, double size)
{
    enum qualifier qualifier = claim->qualifier ? claim->qualifier : QUALIFIER_EXACT;
    const struct interval_width *width = &interval_width_table[qualifier];
    bool is_point = qualifier == QUALIFIER_EXACT && is_whole_number(claim);
    double half_digit =
        width->by_last_digit && !is_point ? 0.5 * pow(10, -claim->decimal.places) : 0;
    bool leaves_number_out = (width->low_open || width->high_open) && !width->by_last_digit;
    double below = fmax(room(width->below, size, leaves_number_out), half_digit);
    double above = fmax(room(width->above, size, leaves_number_out), half_digit);
    return (struct interval){size - below, size + above, width->low_open || isinf(below),
                             width->high_open || isinf(above)};
}

static struct interval mirror(struct interval interval)
{
    return (struct interval){-interval.high, -interval.low, interval.high_open, interval.low_open};
}

struct interval interval_of_claim(const struct claim *claim)
{
    double number = claim->decimal.value, scale = claim->unit.scale;
    struct interval interval = interval_of_size(claim, fabs(number));
    if (number < 0)
        interval = mirror(interval);
    if (interval.low < 0 && number >= 0 && !may_be_negative(claim)) {
        interval.low = 0;
        interval.low_open = false;
    }
    interval.low *= scale;
    interval.high *= scale;
    /* Digits beyond the precision of a double leave a point. */
    if (interval.low == interval.high)
        interval.low_open = interval.high_open = false;
    return interval;
}

struct interval interval_of_point(double value)
{
    return (struct interval){value, value, false, false};
}

static bool is_same_end(double a, double b)
{
    if (isinf(a) || isinf(b))
        return a == b;
    return fabs(a - b) <= SAME_END * fmax(fabs(a), fabs(b));
}

/*
 * True if all of `a` lies below all of `b`. If all four ends are equal, rounding left no width to
 * separate the two, even if an end is open.
 */
static bool lies_below(struct interval a, struct interval b)
{
    if (is_same_end(a.high, b.low))
        return (a.high_open || b.low_open) && !is_same_end(a.low, b.high);
    return a.high < b.low;
}

bool interval_overlaps(struct interval a, struct interval b)
{
    return !lies_below(a, b) && !lies_below(b, a);
}

bool interval_contains(struct interval interval, double value)
{
    return interval_overlaps(interval, interval_of_point(value));
}

double interval_gap(struct interval a, struct interval b)
{
    if (interval_overlaps(a, b))
        return 0;
    struct interval low = lies_below(a, b) ? a : b, high = lies_below(a, b) ? b : a;
    if (is_same_end(low.high, high.low))
        return 0;
    return (high.low - low.high) / fmax(fabs(low.high), fabs(high.low));
}

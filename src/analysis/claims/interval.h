/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stated number as an interval: the values that its digits and its qualifier leave open.
 *
 *     65.7             [65.65, 65.75)      half the last digit either way
 *     nearly 65        [0.97 * 65, 65]
 *     about 65         65 +/- 2 % or half the last digit, whichever is wider
 *     over 65          (65, 1.10 * 65]
 *     under 5          [0, 5)
 *     at least 65      [65, infinity)
 *     at most 5        [0, 5]
 *
 * The widths are in one table, interval_width_table, which the manual repeats. A qualifier
 * describes the size of a number: nearly -57 is [-57, -0.97 * 57], as in "a deficit of nearly
 * $57bn". Quantities that cannot be negative (trade values, shares, ratios) have no interval below
 * 0. Ranks and counts are whole numbers: without a qualifier they are points.
 *
 * "over" and "under" exclude the number itself; every other interval contains it.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_INTERVAL_H
#define TRADESCOPE_ANALYSIS_CLAIMS_INTERVAL_H

#include <stdbool.h>

#include "data/load/dataset.h"

struct interval {
    double low, high; /* may be infinite */
    bool low_open, high_open;
};

/* How far the true number may be from the stated one. */
struct interval_width {
    double below, above; /* as a share of the number; INFINITY for an open end */
    bool by_last_digit;  /* at least half the last digit, either way */
    bool low_open, high_open;
    const char *rule; /* one line for the manual */
};
/* Indexed by enum qualifier. QUALIFIER_NONE is the same as QUALIFIER_EXACT. */
extern const struct interval_width interval_width_table[QUALIFIER_AT_MOST + 1];

/* Returns the interval of a figure or target, in the unit of claim.value (the base unit). */
struct interval interval_of_claim(const struct claim *claim);
struct interval interval_of_point(double value);
bool interval_contains(struct interval interval, double value);
bool interval_overlaps(struct interval a, struct interval b);
/*
 * Returns the gap between disjoint intervals relative to the larger of the two near ends; 0 if they
 * meet.
 */
double interval_gap(struct interval a, struct interval b);

#endif

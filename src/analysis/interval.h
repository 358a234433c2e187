/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stated number is an interval: what its digits and its qualifier leave open.
 *
 *     65.7             [65.65, 65.75)      half the last digit either way
 *     nearly 65        [0.97 * 65, 65]
 *     about 65         65 +/- 2 % or half the last digit, whichever is wider
 *     over 65          (65, 1.10 * 65]
 *     under 5          [0, 5)
 *     at least 65      [65, infinity)
 *     at most 5        [0, 5]
 *
 * The widths stand in one table, interval_widths(), which the manual repeats. For a negative
 * number "nearly" and "over" go by its size: nearly -57 is [-57, -0.97 * 57].
 */
#ifndef TRADESCOPE_ANALYSIS_INTERVAL_H
#define TRADESCOPE_ANALYSIS_INTERVAL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "data/dataset.h"

struct interval {
    double low, high; /* may be infinite */
    bool low_open, high_open;
};

/* In the unit of claim.value (the base unit). */
struct interval interval_of_claim(const struct claim *claim);
struct interval interval_of_point(double value);
bool interval_contains(struct interval interval, double value);
bool interval_overlaps(struct interval a, struct interval b);
/* The gap between disjoint intervals relative to the larger of the two near ends; 0 if they meet.
 */
double interval_gap(struct interval a, struct interval b);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The path to a target: what was observed of the flow that the target names, what it takes to get
 * there, and what was seen last.
 */
#ifndef TRADESCOPE_ANALYSIS_PATH_H
#define TRADESCOPE_ANALYSIS_PATH_H

#include "analysis/derivation.h"
#include "analysis/observation.h"
#include "analysis/pair.h"

struct path_point {
    struct period period;
    const struct derivation *value; /* stated, X + M where only these are stated, or implied */
};

/* "By 2030" may mean the fiscal year that ends in 2030, the calendar year, or the fiscal year that
 * starts in it. A deadline that states which has one reading. */
struct path_reading {
    struct period deadline;
    const struct derivation *required; /* growth in % a year from the last point; may be NULL */
};

struct path {
    const struct derivation *target; /* NULL where no target is stated for the pair */
    struct path_point *points;       /* one a period, by period: the series of one kind of period
                                        (fiscal or calendar years) that ends latest */
    size_t count;
    const struct path_point *latest; /* the last stated point; NULL where there is none */
    struct path_reading readings[3];
    size_t reading_count;
    const struct derivation *last_growth; /* stated for the latest period, or derived from the two
                                             last points; NULL where neither can be had */
};

struct path path_make(struct arena *arena, const struct dataset *dataset,
                      const struct country_list *countries,
                      const struct observation_list *observations, const struct pair *pair);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The path to a target: what was observed of the flow that the target names, what it takes to get
 * there, and what was seen last.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_PATH_H
#define TRADESCOPE_ANALYSIS_CLAIMS_PATH_H

#include "analysis/claims/derivation.h"
#include "analysis/claims/observation.h"
#include "analysis/claims/pair.h"

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
    struct period announced;         /* the target; PERIOD_NONE where nothing says when */
    enum flow flow;                  /* that the target names; FLOW_TOTAL without a target */
    struct path_point *points;       /* one a period, by period: the series of one kind of period
                                        (fiscal or calendar years) that ends latest */
    size_t count;
    const struct path_point *latest; /* the last stated point; NULL where there is none */
    struct path_reading readings[3];
    size_t reading_count;
    const struct derivation *last_growth; /* over the year before: stated for the latest period, or
                                             derived from the last two points where no year is
                                             missing between them; NULL where neither can be had */
};

/*
 * For all goods. Of several targets the one that most claims state, among equals the one announced
 * last, then the one with the nearest deadline. The points are in its currency, or without a target
 * in the one that most values are in.
 */
struct path path_make(struct arena *arena, const struct dataset *dataset,
                      const struct country_list *countries,
                      const struct observation_list *observations, const struct pair *pair);

#endif

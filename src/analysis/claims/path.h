/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The path to a target: the observed values of the flow that the target names, the growth that is
 * required, and the growth observed last.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_PATH_H
#define TRADESCOPE_ANALYSIS_CLAIMS_PATH_H

#include "analysis/claims/derivation.h"
#include "analysis/claims/observation.h"
#include "analysis/claims/pair.h"

struct path_point {
    struct period period;
    const struct derivation
        *value; /* stated, X + M if only these are stated, or implied by growth */
};

/*
 * "By 2030" may mean the fiscal year that ends in 2030, the calendar year, or the fiscal year that
 * begins in it. An explicit deadline has one reading.
 */
struct path_reading {
    struct period deadline;
    const struct derivation *required; /* growth in % a year from the last point; may be NULL */
};

struct path {
    const struct derivation *target; /* NULL if no target is stated for the pair */
    struct period announced;         /* of the target; PERIOD_NONE if unknown */
    enum flow flow;                  /* the flow of the target; FLOW_TOTAL without one */
    struct path_point *points; /* one per period, in order: the series of the kind of period (fiscal
                                  or calendar years) that ends latest */
    size_t count;
    const struct path_point *latest; /* the last stated point; NULL if there is none */
    struct path_reading readings[3];
    size_t reading_count;
    const struct derivation
        *last_growth; /* over the year before: stated for the latest period, or derived from the
                         last two points if no year is missing between them; else NULL */
};

/*
 * For all goods. If there are several targets, the one with most claims, among equals the one
 * announced last, then the one with the nearest deadline. The points are in its currency, or
 * without a target in the one of most values.
 */
struct path path_make(struct arena *arena, const struct dataset *dataset,
                      const struct country_list *countries,
                      const struct observation_list *observations, const struct pair *pair);

#endif

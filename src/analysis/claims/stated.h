/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The stated values and growth rates of a pair's trade in all goods, or in its product, in one
 * currency and ordered by period. Balance and path are made from these.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_STATED_H
#define TRADESCOPE_ANALYSIS_CLAIMS_STATED_H

#include "analysis/claims/derivation.h"
#include "analysis/claims/observation.h"
#include "analysis/claims/pair.h"

struct stated {
    struct period period, base; /* base: the period that a growth rate compares with */
    enum flow flow;
    enum measure measure; /* MEASURE_VALUE in money, MEASURE_GROWTH in % */
    const struct derivation *value;
};

struct stated_list {
    struct stated *items; /* by period */
    size_t count;
    const char *currency; /* in the arena; NULL if no value is stated */
    size_t foreign_count; /* values in other currencies, which are left out */
};

/* `currency` NULL takes the currency of most values, the first stated among equals. */
struct stated_list stated_list_make(struct arena *arena, const struct dataset *dataset,
                                    const struct country_list *countries,
                                    const struct observation_list *observations,
                                    const struct pair *pair, const char *currency);
/* Returns NULL if no value of the flow is stated for the period. */
const struct derivation *stated_value(const struct stated_list *list, struct period period,
                                      enum flow flow);
/* Returns the growth rate for a period over `base`. */
const struct derivation *stated_growth(const struct stated_list *list, struct period period,
                                       struct period base, enum flow flow);

#endif

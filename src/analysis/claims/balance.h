/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The balance of a pair by period: exports, imports and results derived from them, for all goods.
 * Fiscal and calendar years are listed together, but never combined.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_BALANCE_H
#define TRADESCOPE_ANALYSIS_CLAIMS_BALANCE_H

#include "analysis/claims/derivation.h"
#include "analysis/claims/observation.h"
#include "analysis/claims/pair.h"

struct balance_entry {
    struct period period;
    struct text source; /* of exports and imports, if sources differ on the period; else empty */
    /* NULL if it is neither stated nor derivable. A missing value is not zero. */
    const struct derivation *exports, *imports; /* stated */
    const struct derivation *stated_total;
    const struct derivation *balance; /* stated if exports or imports are missing */
    const struct derivation *turnover, *coverage, *index, *import_share;
    /*
     * Compares exports + imports with the stated total; AGREEMENT_SINGLE if one of them is missing.
     */
    enum agreement sum_check;
};

struct balance {
    struct balance_entry *
        entries; /* by period; only periods with exports, imports or a balance. A source that states
                    both flows, and does not agree with the first one, has a further entry */
    size_t count;
    const char *currency; /* NULL if no value is stated */
    size_t foreign_count; /* values in other currencies, which are left out */
};

/*
 * Made from observations with measure "value", without product, in the currency of most values of
 * the pair. Mirror data of the partner are not included. In the arena.
 */
struct balance balance_make(struct arena *arena, const struct dataset *dataset,
                            const struct country_list *countries,
                            const struct observation_list *observations, const struct pair *pair);
/*
 * Returns the entry to show first: the latest one with both exports and imports, else the latest;
 * the first of several sources. The whole year before a part of a year is preferred to that.
 */
const struct balance_entry *balance_latest(const struct balance *balance);

#endif

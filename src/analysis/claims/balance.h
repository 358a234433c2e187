/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The balance of a pair, period by period: exports, imports and what follows from them, for all
 * goods. Fiscal and calendar years stand beside each other and are never joined.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_BALANCE_H
#define TRADESCOPE_ANALYSIS_CLAIMS_BALANCE_H

#include "analysis/claims/derivation.h"
#include "analysis/claims/observation.h"
#include "analysis/claims/pair.h"

struct balance_entry {
    struct period period;
    struct text source; /* of exports and imports, where several sources give a period differently;
                           else empty */
    /* NULL where nothing states it or it cannot be derived; a missing value is not zero. */
    const struct derivation *exports, *imports; /* stated */
    const struct derivation *stated_total;
    const struct derivation *balance; /* stated where exports or imports are missing */
    const struct derivation *turnover, *coverage, *index, *import_share;
    /* exports + imports against the stated total; AGREEMENT_SINGLE where one is missing. */
    enum agreement sum_check;
};

struct balance {
    struct balance_entry *entries; /* by period; only those with exports, imports or a balance. A
                                      source that states both flows, and whose values do not agree
                                      with the first's, has an entry of its own behind it */
    size_t count;
};

/*
 * Of the observations with measure "value", no product, in one currency (the one that most values
 * of the pair are in); in the arena. What the partner reports is mirror data and not mixed in.
 */
struct balance balance_make(struct arena *arena, const struct dataset *dataset,
                            const struct country_list *countries,
                            const struct observation_list *observations, const struct pair *pair);
/* The entry to open with: the latest one that has both exports and imports, else the latest; of
 * several sources the first. */
const struct balance_entry *balance_latest(const struct balance *balance);

#endif

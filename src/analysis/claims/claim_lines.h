/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Selects the claims that a table of sums adds, so that nothing is counted twice within a line:
 *
 *     1. Targets and forecasts are not added to figures, nor growth, shares and counts to values,
 *        nor claims without a period to anything.
 *     2. Of the claims on one observation the one that Balance shows is added, see observation.h.
 *     3. A re-export is not added to the exports that contain it, nor a re-import to imports, nor a
 *        total or a balance to exports and imports.
 *     4. A product is not added to all goods, or to a product whose code begins its code.
 *     5. Partners are not added to the world, nor groups of countries to countries.
 *     6. A period is not added to a longer one that contains it.
 *
 * Rules 3 to 6 apply to claims of the same reporter and otherwise the same subject. Claims without
 * a number, events for example, are not affected.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_LINES_H
#define TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_LINES_H

#include "analysis/claims/claim_fate.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_set.h"
#include "query/rows/row_sum.h"

struct claim_lines_request {
    const struct country_list *countries; /* may be NULL */
    const struct sum_key *keys;           /* what makes a line, with the unit; borrowed */
    size_t key_count;
};

/*
 * Returns the claims among `rows` to add, in `left_out` how many are not, by the reason, and in
 * *adds_flows if a line adds exports to imports. The caller releases the set.
 */
struct row_set claim_lines_make(const struct dataset *dataset, const struct row_set *rows,
                                const struct claim_lines_request *request,
                                size_t left_out[CLAIM_FATE_COUNT], bool *adds_flows);

#endif

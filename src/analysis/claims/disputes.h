/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Disputes: the claims that disagree with each other, or with what other claims add up to, and what
 * would reconcile them. A reconciliation is found, not guessed: another period, flow, sign, scale
 * or base under which the same numbers agree with what some claim states.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_DISPUTES_H
#define TRADESCOPE_ANALYSIS_CLAIMS_DISPUTES_H

#include "analysis/claims/audit.h"

struct dispute {
    const char *subject; /* "India > Russia: total FY2023-24"; for a check its whole text */
    const char *size; /* how far they are apart, in their unit and in percent; NULL for a check */
    enum agreement agreement;
    const uint32_t *rows; /* the claims, the one that is shown first */
    size_t row_count;
    const char **reasons; /* what would reconcile them, one line each */
    size_t reason_count;
};

struct dispute_list {
    struct dispute *items; /* conflicts before what is close, each in file order */
    size_t count, capacity;
};

/* `countries` may be NULL. Texts are in the arena. The caller releases the list. */
struct dispute_list dispute_list_make(struct arena *arena, const struct dataset *dataset,
                                      const struct country_list *countries,
                                      const struct observation_list *observations,
                                      const struct audit *audit);
void dispute_list_release(struct dispute_list *list);

#endif

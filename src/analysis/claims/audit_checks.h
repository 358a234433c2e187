/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the checks of an audit share: the shown claim of each observation, and a way to hand in
 * what was found.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_AUDIT_CHECKS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_AUDIT_CHECKS_H

#include "analysis/claims/audit.h"
#include "base/buffer.h"

struct audit_context {
    struct arena *arena;
    const struct dataset *dataset;
    const struct observation_list *observations;
    uint32_t *reporters, *partners; /* number of the country behind a code */
    struct claim *shown;            /* of each observation */
    struct audit *audit;
};

/* Takes what the buffer holds as the text; it is empty then. The rows are copied. */
void audit_add(struct audit_context *context, const struct check *check, struct buffer *text);
enum audit_outcome audit_outcome_of(enum agreement agreement);
uint32_t audit_reporter(const struct audit_context *context, const struct claim *claim);
uint32_t audit_partner(const struct audit_context *context, const struct claim *claim);
uint32_t audit_code(const struct audit_context *context, const struct claim *claim,
                    enum field field);

/* Claims against each other; the rest of the checks is in audit_checks.c. */
void audit_claims(struct audit_context *context);
void audit_origins(struct audit_context *context);
void audit_periods(struct audit_context *context);
void audit_shares(struct audit_context *context);

#endif

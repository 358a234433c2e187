/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shared by the checks of an audit: the shown claim of each observation, and a function to add a
 * check.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_AUDIT_CHECKS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_AUDIT_CHECKS_H

#include "analysis/claims/audit.h"
#include "base/buffer.h"

struct audit_context {
    struct arena *arena;
    const struct dataset *dataset;
    const struct country_list *countries; /* may be NULL */
    const struct observation_list *observations;
    uint32_t *reporters, *partners; /* for each code, the number of its country */
    struct claim *shown;            /* for each observation */
    struct audit *audit;
};

/* Adds a check. Moves the text out of the buffer and copies the rows. */
void audit_add(struct audit_context *context, const struct check *check, struct buffer *text);
enum audit_outcome audit_outcome_of(enum agreement agreement);
uint32_t audit_reporter(const struct audit_context *context, const struct claim *claim);
uint32_t audit_partner(const struct audit_context *context, const struct claim *claim);
uint32_t audit_code(const struct audit_context *context, const struct claim *claim,
                    enum field field);

/* Checks claims against each other. The other checks are in audit_checks.c. */
void audit_claims(struct audit_context *context);
void audit_origins(struct audit_context *context);
void audit_periods(struct audit_context *context);
void audit_shares(struct audit_context *context);
void audit_undated(struct audit_context *context);
void audit_fiscal_years(struct audit_context *context);

#endif

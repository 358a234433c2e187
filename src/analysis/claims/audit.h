/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checks the rows against each other. Each check says in words what it compared:
 *
 *     sum       exports + imports against the stated total, exports - imports against the balance
 *     growth    a stated growth rate against the two values
 *     change    a stated change in money against the two values
 *     fold      a stated fold ("nearly threefold") against the two values
 *     undated   the claims without a period, which nothing is compared with
 *     claims    the claims on one observation against the one that is shown
 *     origin    several sources in the same words: one origin, not independent confirmations
 *     period    the same number for two periods that overlap
 *     fiscal    fiscal years of a country whose fiscal years do not start in April
 *     shares    shares against 100 %, if a rest ("other") makes the set full
 *
 * Numbers are compared as intervals, by the rules of agreement.h. Takes n log n in the rows.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_AUDIT_H
#define TRADESCOPE_ANALYSIS_CLAIMS_AUDIT_H

#include <stdint.h>

#include "analysis/claims/derivation.h"
#include "analysis/claims/observation.h"
#include "data/codes/country.h"

/* Ordered from good to bad. */
enum audit_outcome {
    AUDIT_OK,
    AUDIT_UNCHECKED, /* cannot be checked: an input is not stated */
    AUDIT_NOTE,      /* no error, but worth knowing: one origin, a number under two periods */
    AUDIT_CLOSE,
    AUDIT_CONFLICT,
    AUDIT_OUTCOME_COUNT,
};

enum check_kind {
    CHECK_SUM,
    CHECK_GROWTH,
    CHECK_CHANGE,
    CHECK_FOLD,
    CHECK_UNDATED,
    CHECK_CLAIMS,
    CHECK_ORIGIN,
    CHECK_PERIOD,
    CHECK_SHARES,
    CHECK_KIND_COUNT,
};

struct check {
    enum check_kind kind;
    enum audit_outcome outcome;
    const char *text; /* what was compared; one line without control characters */
    const struct derivation
        *computed;        /* the result that a stated number was compared with, or NULL */
    const uint32_t *rows; /* the rows concerned; the checked one first */
    size_t row_count;     /* at least 1 */
};

struct audit {
    struct check *checks; /* worst first, then by kind, then in file order */
    size_t count, capacity;
    size_t count_of[AUDIT_OUTCOME_COUNT];
};

/* `countries` may be NULL. Texts, rows and numbers are in the arena. */
struct audit audit_make(struct arena *arena, const struct dataset *dataset,
                        const struct country_list *countries,
                        const struct observation_list *observations);
void audit_release(struct audit *audit);

/* Appends "India > Russia, oil: ", with which many checks begin. */
void audit_write_trade(struct buffer *out, const struct claim *claim);

/* "ok", "cannot be checked", "note", "close", "conflict" */
const char *audit_outcome_word(enum audit_outcome outcome);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether two statements on the same observation agree: their intervals overlap (agree), are
 * disjoint but less than 2 % apart (close), or farther apart (conflict). What covers another
 * period, product, measure or currency is not comparable, with the reason.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_AGREEMENT_H
#define TRADESCOPE_ANALYSIS_CLAIMS_AGREEMENT_H

#include "analysis/claims/interval.h"
#include "base/buffer.h"

enum agreement {
    AGREEMENT_SINGLE, /* nothing to compare with */
    AGREEMENT_AGREE,
    AGREEMENT_CLOSE,
    AGREEMENT_CONFLICT,
    AGREEMENT_NOT_COMPARABLE,
    AGREEMENT_COUNT,
};

/* "agrees", "close", "conflict", "not comparable"; "single" for AGREEMENT_SINGLE. */
const char *agreement_word(enum agreement agreement);
enum agreement agreement_of_intervals(struct interval a, struct interval b);
/*
 * The period that a figure compares with; for a growth rate that states none, the period before.
 * None for a target, whose base is the day of its announcement.
 */
struct period claim_base(const struct claim *claim);
/*
 * Both claims as they stand; the reason is appended: "4.26 < 5", "65.7 lies within 63.7 to 66.3",
 * "another period: 2023". They are claims on one pair: the countries are not compared.
 */
enum agreement agreement_of_claims(const struct claim *a, const struct claim *b,
                                   struct buffer *reason);
/* The worse of the two: conflict before close before agree before single. */
enum agreement agreement_worse(enum agreement a, enum agreement b);

#endif

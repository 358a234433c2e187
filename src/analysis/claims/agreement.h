/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides if two statements on the same observation agree: their intervals overlap (agree), are
 * disjoint but less than 2 % apart (close), or farther apart (conflict). Claims on different
 * periods, products, measures or currencies are not comparable; a reason is given.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_AGREEMENT_H
#define TRADESCOPE_ANALYSIS_CLAIMS_AGREEMENT_H

#include "analysis/claims/interval.h"
#include "base/buffer.h"

enum agreement {
    AGREEMENT_SINGLE, /* no other claim to compare with */
    AGREEMENT_AGREE,
    AGREEMENT_CLOSE,
    AGREEMENT_CONFLICT,
    AGREEMENT_NOT_COMPARABLE,
    AGREEMENT_COUNT,
};

/* Returns "agrees", "close", "conflict", "not comparable"; "single" for AGREEMENT_SINGLE. */
const char *agreement_word(enum agreement agreement);
enum agreement agreement_of_intervals(struct interval a, struct interval b);
/*
 * Returns the period that a figure compares with; for a growth rate that states none, the period
 * before. None for a target, whose base is the day of its announcement.
 */
struct period claim_base(const struct claim *claim);
/*
 * Compares two claims on one pair; the countries are not compared. Appends the reason: "4.26 < 5",
 * "65.7 lies within 63.7 to 66.3", "another period: 2023".
 */
enum agreement agreement_of_claims(const struct claim *a, const struct claim *b,
                                   struct buffer *reason);
/* Returns the worse of the two: conflict, close, agree, single. */
enum agreement agreement_worse(enum agreement a, enum agreement b);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether two statements on the same observation agree: their intervals overlap (agree), are
 * disjoint but less than 2 % apart (close), or farther apart (conflict). What covers another
 * period, product, measure or currency is not comparable, with the reason.
 */
#ifndef TRADESCOPE_ANALYSIS_AGREEMENT_H
#define TRADESCOPE_ANALYSIS_AGREEMENT_H

#include "analysis/interval.h"
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
/* Both claims as they stand; the reason ("4.26 < 5", "another period: 2023") is appended. */
enum agreement agreement_of_claims(const struct claim *a, const struct claim *b,
                                   struct buffer *reason);
/* The worse of the two: conflict before close before agree before single. */
enum agreement agreement_worse(enum agreement a, enum agreement b);

#endif

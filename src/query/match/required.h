/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a text must hold for a pattern to match: `fertili` or `crude oil`, for
 * /fertili[sz]er|crude oil/. Most texts are told apart by this, which is far quicker than matching.
 *
 * Nothing is required where a pattern is not understood, or has an alternative without two letters
 * in a row. Where letters of either case count as one, k and s are left aside, and all that is not
 * ASCII: only these have other forms beyond ASCII.
 */
#ifndef TRADESCOPE_QUERY_MATCH_REQUIRED_H
#define TRADESCOPE_QUERY_MATCH_REQUIRED_H

#include "query/match/needle.h"

#define MOST_REQUIRED 8

struct required {
    struct needle needles[MOST_REQUIRED]; /* one of them */
    size_t count;                         /* 0 where nothing is required */
    bool is_all; /* and it is all: a text that holds it matches. Of literals only */
};

/* Of a literal; `apart` are bytes that stand for others too. */
struct required required_of_literal(struct text literal, bool folds, const char *apart);
/* Of a regular expression of PCRE2 without PCRE2_EXTENDED. */
struct required required_of_regular(struct text source, bool folds);
void required_release(struct required *required);
/* Whether it may be in a number, which has no letters but those of an exponent. */
bool required_may_be_in_number(const struct required *required);
/* Which of up to 64 texts have it, of those that are `among` them: a bit each. */
uint64_t required_select(const struct required *required, const struct text *texts, uint64_t among);

#endif

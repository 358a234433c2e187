/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a text must hold for a pattern to match: `fertili` or `crude oil`, for
 * /fertili[sz]er|crude oil/. Most texts are told apart by this, which is far quicker than matching.
 *
 * Nothing is required where a pattern is not understood, or has an alternative without two letters
 * in a row. Where letters of either case count as one, k and s are left aside, and all that is not
 * ASCII: only these have other forms beyond ASCII.
 */
#ifndef TRADESCOPE_QUERY_MATCH_LITERAL_PREFILTER_H
#define TRADESCOPE_QUERY_MATCH_LITERAL_PREFILTER_H

#include "query/match/substring.h"

#define MOST_REQUIRED 8

struct literal_prefilter {
    struct substring needles[MOST_REQUIRED]; /* one of them */
    size_t count;                            /* 0 where nothing is required */
    bool is_all; /* and it is all: a text that holds it matches. Of literals only */
};

/* Of a literal; `apart` are bytes that stand for others too. */
struct literal_prefilter literal_prefilter_of_literal(struct text literal, bool folds,
                                                      const char *apart);
/* Of a regular expression of PCRE2 without PCRE2_EXTENDED. */
struct literal_prefilter literal_prefilter_of_regular(struct text source, bool folds);
void literal_prefilter_release(struct literal_prefilter *literals);
/* Whether it may be in a number, which has no letters but those of an exponent. */
bool literal_prefilter_may_be_in_number(const struct literal_prefilter *literals);
/* Which of up to 64 texts have it, of those that are `among` them: a bit each. */
uint64_t literal_prefilter_select(const struct literal_prefilter *literals,
                                  const struct text *texts, uint64_t among);

#endif

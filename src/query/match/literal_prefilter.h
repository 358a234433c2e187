/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Literals that a text must contain for a pattern to match: `fertili` or `crude oil`, for
 * /fertili[sz]er|crude oil/. Searching them is far quicker than matching, and decides most texts:
 * without it, filtering the quotes of 300,000 claims by that expression took five times as long.
 *
 * Nothing is required if the pattern is not understood, or has an alternative without two letters
 * in a row. If case is ignored, k, s and everything outside ASCII are left out, as only these have
 * other forms outside ASCII.
 */
#ifndef TRADESCOPE_QUERY_MATCH_LITERAL_PREFILTER_H
#define TRADESCOPE_QUERY_MATCH_LITERAL_PREFILTER_H

#include "query/match/substring.h"

#define MOST_REQUIRED 8

struct literal_prefilter {
    struct substring needles[MOST_REQUIRED]; /* the text must contain one of them */
    size_t count;                            /* 0 if nothing is required */
    bool is_all; /* a text that contains it matches; for literals only */
};

/* For a literal; `apart` has the bytes that also match others. */
struct literal_prefilter literal_prefilter_of_literal(struct text literal, bool folds,
                                                      const char *apart);
/* For a regular expression of PCRE2 without PCRE2_EXTENDED. */
struct literal_prefilter literal_prefilter_of_regular(struct text source, bool folds);
void literal_prefilter_release(struct literal_prefilter *literals);
/* True if a number may contain it: numbers have no letters except in an exponent. */
bool literal_prefilter_may_be_in_number(const struct literal_prefilter *literals);
/* Returns a bit for each of up to 64 texts: it is in `among` and contains a literal. */
uint64_t literal_prefilter_select(const struct literal_prefilter *literals,
                                  const struct text *texts, uint64_t among);

#endif

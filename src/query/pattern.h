/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is searched for: a literal text or a PCRE2 regular expression, over UTF-8. Smart case: a
 * pattern without capital letters matches letters of either case. Matching is bounded, so that no
 * pattern can hang the program; what exceeds the bound does not match.
 */
#ifndef TRADESCOPE_QUERY_PATTERN_H
#define TRADESCOPE_QUERY_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

struct pattern;

enum pattern_kind { PATTERN_LITERAL, PATTERN_REGULAR };
enum pattern_case { PATTERN_SMART_CASE, PATTERN_FOLD_CASE, PATTERN_EXACT_CASE };

struct match {
    size_t start, end; /* bytes */
};

/* NULL with the reason, which names the place in the pattern, where it does not compile. */
struct pattern *pattern_compile(struct text source, enum pattern_kind kind, enum pattern_case cases,
                                struct error *error);
void pattern_free(struct pattern *pattern);
/* The first match that starts at or behind `from`; empty matches are passed over. */
bool pattern_find(const struct pattern *pattern, struct text subject, size_t from,
                  struct match *match);
bool pattern_matches(const struct pattern *pattern, struct text subject);
/* As given to pattern_compile(). */
struct text pattern_source(const struct pattern *pattern);

#endif

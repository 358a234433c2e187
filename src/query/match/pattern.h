/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is searched for: a literal text or a PCRE2 regular expression, over UTF-8. Smart case: a
 * pattern without capital letters matches letters of either case. Matching is bounded, so that no
 * pattern can hang the program; what exceeds the bound does not match, and is counted.
 *
 * A straight apostrophe, quotation mark or hyphen in a literal finds the printed ones too.
 *
 * Subjects may hold bytes that are not UTF-8: nothing matches across them. A literal that is not
 * UTF-8 itself is searched for byte by byte, with its case.
 *
 * One thread at a time may use a pattern. Threads that search side by side have a search of their
 * own each, and nobody uses the pattern itself meanwhile.
 */
#ifndef TRADESCOPE_QUERY_MATCH_PATTERN_H
#define TRADESCOPE_QUERY_MATCH_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

struct pattern;

enum pattern_kind { PATTERN_LITERAL, PATTERN_REGULAR };
enum pattern_case { PATTERN_SMART_CASE, PATTERN_FOLD_CASE, PATTERN_EXACT_CASE };

/* What the letters behind a closing slash ask for. */
enum pattern_flag {
    PATTERN_FOLDS = 1 << 0,       /* i: letters of either case count as one */
    PATTERN_KEEPS_CASE = 1 << 1,  /* c: they never do */
    PATTERN_DOT_IS_ALL = 1 << 2,  /* s: "." matches a line end too */
    PATTERN_HAS_LINES = 1 << 3,   /* m: "^" and "$" match at every line */
    PATTERN_IS_EXTENDED = 1 << 4, /* x: blanks and # comments in the pattern are passed over */
};

struct match {
    size_t start, end; /* bytes */
};

/* NULL with the reason, which names the place in the pattern, where it does not compile. */
struct pattern *pattern_compile(struct text source, enum pattern_kind kind, enum pattern_case cases,
                                struct error *error);
/* A regular expression with enum pattern_flag; *error_at is the byte to blame. */
struct pattern *pattern_compile_flags(struct text source, unsigned flags, size_t *error_at,
                                      struct error *error);
void pattern_free(struct pattern *pattern);
/* The first match that starts at or behind `from`; empty matches are passed over. */
bool pattern_find(const struct pattern *pattern, struct text subject, size_t from,
                  struct match *match);
bool pattern_matches(const struct pattern *pattern, struct text subject);
/* As given to pattern_compile(). */
struct text pattern_source(const struct pattern *pattern);
/* The searches given up so far, because there were too many ways to match. */
size_t pattern_overrun_count(const struct pattern *pattern);
/* The count starts anew: to be called before a set of texts is searched. */
void pattern_forget_overruns(const struct pattern *pattern);

/* ... and goes on behind those of searches of its own. */
void pattern_add_overruns(const struct pattern *pattern, size_t count);

/* Whether it may match the text of a number, which has no letters but those of an exponent. */
bool pattern_may_match_number(const struct pattern *pattern);

struct pattern_search;

struct pattern_search *pattern_search_new(const struct pattern *pattern);
void pattern_search_free(struct pattern_search *search);
/* From here on another of so many parts of the work is done, with its share of the patience. */
void pattern_search_start(struct pattern_search *search, size_t part_count);
/* Which of up to 64 subjects it matches, of those that are `among` them: a bit each. */
uint64_t pattern_search_select(struct pattern_search *search, const struct text *subjects,
                               uint64_t among);
/* The searches given up since it was started. */
size_t pattern_search_overruns(const struct pattern_search *search);

/* The letter of a flag and back; 0 where there is none. */
unsigned pattern_flag_of_letter(char letter);
char pattern_letter_of_flag(unsigned flag);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A literal text or a PCRE2 regular expression that is searched in UTF-8. Smart case: a pattern
 * without capital letters ignores case. Matching is bounded, so that no pattern can hang the
 * program; a text that exceeds the bound does not match, and is counted.
 *
 * A straight apostrophe, quotation mark or hyphen in a literal matches the printed ones too.
 *
 * Subjects may contain invalid UTF-8: nothing matches across it. A literal that is not valid UTF-8
 * is searched byte by byte, with its case.
 *
 * One thread at a time may use a pattern. Threads that search in parallel each have a search of
 * their own, and no one uses the pattern itself meanwhile.
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

/* The letters behind a closing slash. */
enum pattern_flag {
    PATTERN_FOLDS = 1 << 0,       /* i: ignore case */
    PATTERN_KEEPS_CASE = 1 << 1,  /* c: never ignore case */
    PATTERN_DOT_IS_ALL = 1 << 2,  /* s: "." matches a line end too */
    PATTERN_HAS_LINES = 1 << 3,   /* m: "^" and "$" match at each line */
    PATTERN_IS_EXTENDED = 1 << 4, /* x: blanks and # comments in the pattern are ignored */
};

struct match {
    size_t start, end; /* bytes */
};

/* Returns NULL with the reason, which names the position in the pattern, if it does not compile. */
struct pattern *pattern_compile(struct text source, enum pattern_kind kind, enum pattern_case cases,
                                struct error *error);
/* Compiles a regular expression with enum pattern_flag. *error_at is the position of the error. */
struct pattern *pattern_compile_flags(struct text source, unsigned flags, size_t *error_at,
                                      struct error *error);
void pattern_free(struct pattern *pattern);
/* Finds the first match that is not empty and starts at or after `from`. */
bool pattern_find(const struct pattern *pattern, struct text subject, size_t from,
                  struct match *match);
bool pattern_matches(const struct pattern *pattern, struct text subject);
/* Returns the number of searches given up because there were too many ways to match. */
size_t pattern_overrun_count(const struct pattern *pattern);
/* Resets the count. Call it before searching a set of texts. */
void pattern_forget_overruns(const struct pattern *pattern);

/* Adds the count of a search. */
void pattern_add_overruns(const struct pattern *pattern, size_t count);

/* True if it may match the text of a number, which has no letters except in an exponent. */
bool pattern_may_match_number(const struct pattern *pattern);

struct pattern_search;

struct pattern_search *pattern_search_new(const struct pattern *pattern);
void pattern_search_free(struct pattern_search *search);
/* Starts one of `part_count` parts of the work, with its share of the match budget. */
void pattern_search_start(struct pattern_search *search, size_t part_count);
/* Returns a bit for each of up to 64 subjects: it is in `among` and matches. */
uint64_t pattern_search_select(struct pattern_search *search, const struct text *subjects,
                               uint64_t among);
/* Returns the number of searches given up since the start. */
size_t pattern_search_overruns(const struct pattern_search *search);

/* Converts between flags and letters; 0 if there is none. */
unsigned pattern_flag_of_letter(char letter);
char pattern_letter_of_flag(unsigned flag);

#endif

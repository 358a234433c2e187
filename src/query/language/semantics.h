/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The meaning of a test for its column. All rules are here:
 *
 *     column                 ":" holds for            "=" holds for        "<" and ranges compare
 *     kind flow measure      the word, which must     the same             nothing
 *     qualifier              be known
 *     id source              the whole text, letters  the whole text, in   the order of text
 *                            of either case alike     smart case
 *     other text             text that contains it,   the whole text, in   the order of text
 *                            in smart case            smart case
 *     numbers                the same number          the same number      quantity.h
 *     dates and periods      what lies within it      the same period      see below
 *     facts, has:            the word                 the same             nothing
 *
 * Text is ordered by code points, ignoring case. A text that starts with the bound is equal to it,
 * so that product:2709..2710 holds for 271019. "<" and ">" refuse a number on a column of text. A
 * period is "<" another if it ends before the other starts, "<=" if it does not end after the
 * other's end; ">" and ">=" likewise. A range of periods holds for periods within both ends. An
 * empty text ("") means that nothing is stated. "!=" and "!~" are the negations of "=" and "~" for
 * every row, including rows that state nothing. "/.../" may follow ":" on any column.
 *
 * A figure or target that states no measure or qualifier has "value" and "exact".
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_SEMANTICS_H
#define TRADESCOPE_QUERY_LANGUAGE_SEMANTICS_H

#include "query/language/expression.h"
#include "query/language/tree.h"

/* A range of the source. */
struct source_span {
    size_t at, end;
    bool is_last; /* nothing follows it */
};

/*
 * Sets the error and takes ownership of `reason`. Always returns false, so that a function can end
 * with it.
 */
bool query_error_take(struct query_error *error, struct source_span span, bool is_unfinished,
                      struct buffer *reason);
bool query_error_set(struct query_error *error, struct source_span span, bool is_unfinished,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/*
 * Decides how a test is evaluated, from its subject and comparison. Returns false if they do not
 * fit.
 */
bool semantics_of_test(const struct expression *expression, struct test *test,
                       struct source_span span, struct query_error *error);
/* Parses the texts of an operand, which are in the arena or the source; `span` is its position. */
bool semantics_of_operand(struct expression *expression, const struct test *test,
                          struct operand *operand, struct source_span span,
                          struct query_error *error);
/* Parses the number of a bound. */
bool semantics_of_number(const struct expression *expression, const struct test *test,
                         struct bound *bound, struct source_span span, struct query_error *error);
/* Appends an example for a remedy: "flow:export". */
void semantics_example(struct buffer *out, const struct expression *expression,
                       const struct test *test);
/* Returns the name of the subject as written before the operator. */
const char *semantics_name(const struct expression *expression, const struct test *test);
/* True if numbers of the test are compared in the unit of each row. */
bool semantics_has_units(const struct expression *expression, const struct test *test);
/*
 * Returns -1, 0 or 1: the text is before, at or behind the bound, both folded. For ranges, a text
 * that begins with the bound is at it; `>` and the like treat it as behind.
 */
int semantics_text_side(struct text folded, struct text bound);
/* True if the comparison accepts a side (-1, 0, 1). */
bool semantics_accepts_side(enum comparison comparison, int side);

#endif

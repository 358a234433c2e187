/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a test means for its column. This is the one place where the rules stand:
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
 * The order of text is that of code points, letters of either case alike; a text that starts with
 * the bound is at it, so that product:2709..2710 holds for 271019. "<" and ">" refuse a number on a
 * column of text. A period is "<" another where it ends before that starts, "<=" where it does not
 * end behind its end; ">" and ">=" likewise. A range of periods holds for what lies within both
 * ends. An empty text ("") means that nothing is stated. "!=" and "!~" are the negations of "=" and
 * "~" for every row, those that state nothing included. "/.../" may stand behind ":" on any column.
 *
 * A figure or target that states no measure or qualifier has "value" and "exact".
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_SEMANTICS_H
#define TRADESCOPE_QUERY_LANGUAGE_SEMANTICS_H

#include "query/language/expression.h"
#include "query/language/tree.h"

/* Where in the source something stands. */
struct source_span {
    size_t at, end;
    bool is_last; /* nothing follows it */
};

/* Always false, so that a function can end with it. The text takes over `reason`. */
bool query_error_take(struct query_error *error, struct source_span span, bool is_unfinished,
                      struct buffer *reason);
bool query_error_set(struct query_error *error, struct source_span span, bool is_unfinished,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/* How a test is read, from its subject and comparison; false where they do not go together. */
bool semantics_of_test(const struct expression *expression, struct test *test,
                       struct source_span span, struct query_error *error);
/* Reads the texts of an operand, which lie in the arena or the source; `span` is its place. */
bool semantics_of_operand(struct expression *expression, const struct test *test,
                          struct operand *operand, struct source_span span,
                          struct query_error *error);
/* Reads the number of a bound alone. */
bool semantics_of_number(const struct expression *expression, const struct test *test,
                         struct bound *bound, struct source_span span, struct query_error *error);
/* "flow:export": what might be written, for a remedy. */
void semantics_example(struct buffer *out, const struct expression *expression,
                       const struct test *test);
/* The name of the subject as it stands in front of the operator. */
const char *semantics_name(const struct expression *expression, const struct test *test);
/* How a number of a column stands to the quantity: each row's unit is looked at. */
bool semantics_has_units(const struct expression *expression, const struct test *test);
/* Whether a text stands before (-1), at (0) or behind (1) a bound, both folded. What begins with
 * the bound stands at it: so ranges have it; `>` and the like find it behind. */
int semantics_text_side(struct text folded, struct text bound);
/* Whether a side (-1, 0, 1) is what the comparison asks for. */
bool semantics_accepts_side(enum comparison comparison, int side);

#endif

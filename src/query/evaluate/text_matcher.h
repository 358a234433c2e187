/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests texts against the operands of a test. Each thread has a matcher of its own. */
#ifndef TRADESCOPE_QUERY_EVALUATE_TEXT_MATCHER_H
#define TRADESCOPE_QUERY_EVALUATE_TEXT_MATCHER_H

#include "query/language/tree.h"

struct text_matcher;

/* The expression must outlive the matcher. */
struct text_matcher *text_matcher_new(const struct expression *expression);
/* Adds the searches that were given up to the patterns of the expression. */
void text_matcher_free(struct text_matcher *tester);
/*
 * Starts one of `part_count` parts of the work. Each part has its share of the match budget, so
 * that what is given up does not depend on which thread does which part.
 */
void text_matcher_start(struct text_matcher *tester, size_t part_count);
/* Returns a bit for each of up to 64 texts: it is in `among`, and some operand holds for it. */
uint64_t text_matcher_select(struct text_matcher *tester, const struct test *test,
                             const struct operand *operands, size_t count, const struct text *texts,
                             uint64_t among);
bool text_matcher_passes(struct text_matcher *tester, const struct test *test,
                         const struct operand *operands, size_t count, struct text text);
/* Returns an empty buffer for a text that has to be composed for a test. */
struct buffer *text_matcher_room(struct text_matcher *tester);

#endif

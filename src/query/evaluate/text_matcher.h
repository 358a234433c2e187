/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a text is what a test asks for: as much as one thread needs to find out.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_TEXT_MATCHER_H
#define TRADESCOPE_QUERY_EVALUATE_TEXT_MATCHER_H

#include "query/language/tree.h"

struct text_matcher;

/* The expression must outlive the tester. */
struct text_matcher *text_matcher_new(const struct expression *expression);
/* Adds what was given up to the patterns of the expression. */
void text_matcher_free(struct text_matcher *tester);
/*
 * A part of the work starts, one of so many. Each has its share of the patience with patterns that
 * match in too many ways, so that what is given up does not depend on who does which part.
 */
void text_matcher_start(struct text_matcher *tester, size_t part_count);
/*
 * For which of up to 64 texts one of the operands holds, of those that are `among` them: a bit
 * each.
 */
uint64_t text_matcher_select(struct text_matcher *tester, const struct test *test,
                             const struct operand *operands, size_t count, const struct text *texts,
                             uint64_t among);
bool text_matcher_passes(struct text_matcher *tester, const struct test *test,
                         const struct operand *operands, size_t count, struct text text);
/* Room for a text that is written in order to be tested; empty. */
struct buffer *text_matcher_room(struct text_matcher *tester);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a text is what a test asks for: as much as one thread needs to find out.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_TESTER_H
#define TRADESCOPE_QUERY_EVALUATE_TESTER_H

#include "query/language/tree.h"

struct tester;

/* The expression must outlive the tester. */
struct tester *tester_new(const struct expression *expression);
/* Adds what was given up to the patterns of the expression. */
void tester_free(struct tester *tester);
/*
 * A part of the work starts, one of so many. Each has its share of the patience with patterns that
 * match in too many ways, so that what is given up does not depend on who does which part.
 */
void tester_start(struct tester *tester, size_t part_count);
/*
 * For which of up to 64 texts one of the operands holds, of those that are `among` them: a bit
 * each.
 */
uint64_t tester_select(struct tester *tester, const struct test *test,
                       const struct operand *operands, size_t count, const struct text *texts,
                       uint64_t among);
bool tester_passes(struct tester *tester, const struct test *test, const struct operand *operands,
                   size_t count, struct text text);
/* Room for a text that is written in order to be tested; empty. */
struct buffer *tester_room(struct tester *tester);

#endif

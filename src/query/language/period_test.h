/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a period is what a test asks for; meaning.h has the rules.
 */
#ifndef TRADESCOPE_QUERY_LANGUAGE_PERIOD_TEST_H
#define TRADESCOPE_QUERY_LANGUAGE_PERIOD_TEST_H

#include "query/language/tree.h"

/* `operand` is a period or a range; where the test is loose, `:` holds for what overlaps too. */
bool period_test_passes(const struct test *test, const struct operand *operand, struct text text,
                        bool is_loose);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests periods. The rules are in semantics.h. */
#ifndef TRADESCOPE_QUERY_LANGUAGE_PERIOD_TEST_H
#define TRADESCOPE_QUERY_LANGUAGE_PERIOD_TEST_H

#include "query/language/tree.h"

/* `operand` is a period or a range. With `is_loose`, `:` also holds for periods that overlap. */
bool period_test_passes(const struct test *test, const struct operand *operand, struct text text,
                        bool is_loose);

#endif

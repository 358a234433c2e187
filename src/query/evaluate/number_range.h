/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers for which a test holds, as the ends of a range: so that the test is two comparisons a
 * row. The ends are exact: quantity_compare() says of both, and of their neighbours outside, what
 * the range says.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_NUMBER_RANGE_H
#define TRADESCOPE_QUERY_EVALUATE_NUMBER_RANGE_H

#include "query/language/tree.h"

struct number_range {
    double low, high; /* both inside; may be infinite */
};

/* Of an operand that is a number or a range of numbers. */
struct number_range number_range_of(enum comparison comparison, const struct operand *operand);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers that pass a test, as a range, so that the test is two comparisons per row. The bounds
 * are exact: quantity_compare() agrees on both of them, and on their neighbours outside.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_NUMBER_RANGE_H
#define TRADESCOPE_QUERY_EVALUATE_NUMBER_RANGE_H

#include "query/language/tree.h"

struct number_range {
    double low, high; /* both inclusive; may be infinite */
};

/* For an operand that is a number or a range of numbers. */
struct number_range number_range_of(enum comparison comparison, const struct operand *operand);

#endif

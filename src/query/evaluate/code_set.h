/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A set of codes of a column, and the rows that have one of them. Codes of one byte are looked up
 * in vectors if the processor can; so are wider ones if they form a range, of which a single code
 * is the simplest case. All others are looked up one by one.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_CODE_SET_H
#define TRADESCOPE_QUERY_EVALUATE_CODE_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "data/table/table.h"
#include "query/language/tree.h"

struct code_set {
    const uint8_t *has; /* borrowed: 1 or 0 for each code */
    size_t first, last; /* of the codes in the set; first > last if it is empty */
    bool is_range;      /* contains all codes between them */
    /* For codes of one byte: bit `code / 16 % 8` of [code / 128][code % 16]. */
    uint8_t bits[2][16];
    bool is_portable; /* use no AVX2; for tests */
};

/* Makes a set from `count` flags. */
struct code_set code_set_of(const uint8_t *has, size_t count);
/*
 * Removes the rows whose code is not in the set from a part of a row set. `words` belong to `count`
 * rows from `first`, a multiple of 64.
 */
void code_set_narrow(const struct code_set *set, struct codes codes, size_t first, size_t count,
                     uint64_t *words);

/*
 * The numbers that pass a test, as a range, so that the test is two comparisons per row. The bounds
 * are exact: quantity_compare() agrees on both of them, and on their neighbours outside.
 */

struct number_range {
    double low, high; /* both inclusive; may be infinite */
};

/* For an operand that is a number or a range of numbers. */
struct number_range number_range_of(enum comparison comparison, const struct operand *operand);

#endif

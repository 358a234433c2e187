/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Some of the codes of a column, and the rows that have one of them. Codes of one byte are looked
 * up side by side where the processor can; so are wider ones that follow each other, one code
 * alone being the plainest case. All others are looked up one by one.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_CODE_SET_H
#define TRADESCOPE_QUERY_EVALUATE_CODE_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "data/table/table.h"

struct code_set {
    const uint8_t *has; /* borrowed: 1 or 0, of each code */
    size_t first, last; /* of the codes that it has; first > last where it has none */
    bool is_range;      /* and all between them */
    /* Of codes of one byte: bit `code / 16 % 8` of [code / 128][code % 16]. */
    uint8_t bits[2][16];
    bool is_portable; /* does with what all processors can do, for tests */
};

/* Of so many codes. */
struct code_set code_set_of(const uint8_t *has, size_t count);
/*
 * Takes out of a part of a row set those rows whose code is not in the set. `words` are those of
 * `count` rows from `first` on, which is a multiple of 64.
 */
void code_set_narrow(const struct code_set *set, struct codes codes, size_t first, size_t count,
                     uint64_t *words);

#endif

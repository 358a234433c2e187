/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers keys in the order in which they are first seen, in linear time: how rows are grouped by
 * what they are about.
 */
#ifndef TRADESCOPE_QUERY_ROWS_TUPLE_INDEX_H
#define TRADESCOPE_QUERY_ROWS_TUPLE_INDEX_H

#include <stddef.h>
#include <stdint.h>

/* Set `width` to the numbers that a key has; the rest starts as zero. */
struct tuple_index {
    size_t width;
    uint32_t *keys; /* `width` numbers a key */
    size_t count, capacity;
    uint32_t *slots; /* number of a key + 1; 0 while free */
    size_t slot_count;
};

/* The number of the key, from 0: `count` as it was before where the key is new. */
size_t tuple_index_number(struct tuple_index *index, const uint32_t *key);
void tuple_index_release(struct tuple_index *index);

#endif

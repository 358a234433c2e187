/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers tuples in the order of their first occurrence, in linear time: groups rows by several
 * columns.
 */
#ifndef TRADESCOPE_QUERY_ROWS_TUPLE_INDEX_H
#define TRADESCOPE_QUERY_ROWS_TUPLE_INDEX_H

#include <stddef.h>
#include <stdint.h>

/* Set `width` to the length of a tuple; zero the rest. */
struct tuple_index {
    size_t width;
    uint32_t *keys; /* `width` numbers per key */
    size_t count, capacity;
    uint32_t *slots; /* number of the key + 1; 0 if free */
    size_t slot_count;
};

/* Returns the number of the key, from 0; the previous `count` if the key is new. */
size_t tuple_index_number(struct tuple_index *index, const uint32_t *key);
void tuple_index_release(struct tuple_index *index);

#endif

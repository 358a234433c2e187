/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/rows/tuple_index.h"

#include "base/array.h"
#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static size_t hash_of(const struct tuple_index *index, const uint32_t *key)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < index->width; i++)
        hash = hash_mix(hash, key[i]);
    return (size_t)hash;
}

static const uint32_t *key_at(const struct tuple_index *index, size_t number)
{
    return index->keys + number * index->width;
}

/* Returns the slot of the key, or the free slot where it belongs. */
static size_t slot_of(const struct tuple_index *index, const uint32_t *key)
{
    size_t size = index->width * sizeof *key, mask = index->slot_count - 1;
    size_t slot = hash_of(index, key) & mask;
    while (index->slots[slot] && memcmp(key_at(index, index->slots[slot] - 1), key, size) != 0)
        slot = (slot + 1) & mask;
    return slot;
}

static void grow_slots(struct tuple_index *index)
{
    free(index->slots);
    index->slot_count = index->slot_count ? index->slot_count * 2 : 64;
    index->slots = xcalloc(index->slot_count, sizeof *index->slots);
    for (size_t i = 0; i < index->count; i++)
        index->slots[slot_of(index, key_at(index, i))] = (uint32_t)i + 1;
}

size_t tuple_index_number(struct tuple_index *index, const uint32_t *key)
{
    if ((index->count + 1) * 2 > index->slot_count)
        grow_slots(index);
    size_t slot = slot_of(index, key);
    if (index->slots[slot])
        return index->slots[slot] - 1;
    ARRAY_RESERVE(index->keys, (index->count + 1) * index->width, index->capacity);
    memcpy(index->keys + index->count * index->width, key, index->width * sizeof *key);
    index->slots[slot] = (uint32_t)index->count + 1;
    return index->count++;
}

void tuple_index_release(struct tuple_index *index)
{
    free(index->keys);
    free(index->slots);
    *index = (struct tuple_index){.width = index->width};
}

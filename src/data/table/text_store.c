/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table/text_store.h"

#include "base/memory_block.h"

#include <stdlib.h>

/* Many stores hold little, so the first block is small. Each further one is twice as large. */
#define FIRST_BLOCK ((size_t)1024)
#define LARGEST_BLOCK ((size_t)32 << 20)

struct text_block {
    struct text_block *older;
    struct memory_block memory; /* the memory that contains this block */
    size_t used;
};

static const struct {
    uint32_t length;
    char bytes[4];
} empty;
const stored_text stored_empty = empty.bytes;

static struct text_block *add_block(struct text_store *store, size_t size)
{
    size_t room = store->newest ? store->newest->memory.size * 2 : FIRST_BLOCK;
    room = room > LARGEST_BLOCK ? LARGEST_BLOCK : room;
    struct memory_block memory = {0};
    if (!memory_block_reserve(&memory, size + sizeof(struct text_block) > room
                                           ? size + sizeof(struct text_block)
                                           : room))
        return NULL;
    struct text_block *block = memory.data;
    *block = (struct text_block){store->newest, memory, sizeof *block};
    store->newest = block;
    return block;
}

stored_text text_store_add(struct text_store *store, struct text text)
{
    uint32_t length = (uint32_t)text.length;
    size_t size = sizeof length + text.length + 1;
    struct text_block *block = store->newest;
    if (text.length > UINT32_MAX)
        return NULL;
    if (!block || block->memory.size - block->used < size)
        block = add_block(store, size);
    if (!block)
        return NULL;
    char *at = (char *)block->memory.data + block->used;
    memcpy(at, &length, sizeof length);
    at += sizeof length;
    if (length)
        memcpy(at, text.data, length);
    at[length] = '\0';
    block->used += size;
    return at;
}

void text_store_move(struct text_store *to, struct text_store *from)
{
    struct text_block *oldest = from->newest;
    if (!oldest)
        return;
    while (oldest->older)
        oldest = oldest->older;
    oldest->older = to->newest;
    to->newest = from->newest;
    *from = (struct text_store){0};
}

void text_store_release(struct text_store *store)
{
    while (store->newest) {
        struct text_block *block = store->newest;
        struct memory_block memory = block->memory;
        store->newest = block->older;
        memory_block_release(&memory);
    }
}

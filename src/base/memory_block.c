/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory_block.h"

#include "base/memory_reserve.h"

#include <stdint.h>
#include <stdlib.h>

bool memory_block_reserve(struct memory_block *block, size_t size)
{
    if (size <= block->size)
        return true;
    if (size > SIZE_MAX / 4)
        return false;
    if (size < block->size + block->size / 2)
        size = block->size + block->size / 2;
    void *data = realloc(block->data, size);
    if (!data) {
        memory_reserve_spend();
        data = realloc(block->data, size);
    }
    if (!data)
        return false;
    *block = (struct memory_block){data, size};
    return true;
}

void memory_block_release(struct memory_block *block)
{
    free(block->data);
    *block = (struct memory_block){0};
}

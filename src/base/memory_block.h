/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that grows with the size of a file. Allocation may fail; the caller then keeps what it has
 * and says where it stopped.
 *
 * Huge pages were measured here and did not pay: ten million rows of BACI took 1.1 of the time and
 * of the memory, as the kernel clears two megabytes where a few kilobytes are written.
 */
#ifndef TRADESCOPE_BASE_MEMORY_BLOCK_H
#define TRADESCOPE_BASE_MEMORY_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise it. */
struct memory_block {
    void *data; /* owned; aligned for any type */
    size_t size;
};

/*
 * Makes room for at least `size` bytes, with room to grow at amortised constant cost. Keeps the
 * content, which may move; new bytes are uninitialised. Returns false without memory, leaving the
 * block unchanged.
 */
bool memory_block_reserve(struct memory_block *block, size_t size);
void memory_block_release(struct memory_block *block);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that grows with the size of a file. Allocation may fail; the caller then keeps what it has
 * and says where it stopped.
 *
 * Huge pages were measured and did not pay for their code: with them, three million rows of BACI
 * took 0.9 of the time, ten million 1.1, as the kernel clears two megabytes where less is written.
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

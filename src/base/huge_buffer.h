/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Large memory that grows with the size of a file. Allocation may fail; the caller then keeps what
 * it has and says where it stopped.
 */
#ifndef TRADESCOPE_BASE_HUGE_BUFFER_H
#define TRADESCOPE_BASE_HUGE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise it. */
struct huge_buffer {
    void *data; /* owned; aligned for any type */
    size_t size;
};

/*
 * Makes room for at least `size` bytes, with room to grow at amortised constant cost. Keeps the
 * content, which may move; new bytes are uninitialised. Returns false without memory, leaving the
 * buffer unchanged.
 */
bool huge_buffer_reserve(struct huge_buffer *huge_buffer, size_t size);
void huge_buffer_release(struct huge_buffer *huge_buffer);

/*
 * Allocates uninitialised memory of a fixed size; the caller frees it with free(). Uses huge pages
 * if the size is at least half of one, as faults on small pages take longer than writing them.
 * Returns NULL without memory.
 */
void *huge_buffer_alloc(size_t size);

#endif

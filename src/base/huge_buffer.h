/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Large memory, which may fail: what grows with the size of a file. Whoever asks for it keeps what
 * is there and says where it ended.
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
 * Makes room for at least `size` bytes, and some more, so that growing bit by bit costs no more
 * than once. What is there is kept, and moves; new bytes have any value. False without memory, with
 * everything as before.
 */
bool huge_buffer_reserve(struct huge_buffer *huge_buffer, size_t size);
void huge_buffer_release(struct huge_buffer *huge_buffer);

/* Memory of a fixed size that is written at once, with any value, for free(); NULL without. It has
 * huge pages where it fills half of one: many small ones would take longer than the writing. */
void *huge_buffer_alloc(size_t size);

#endif

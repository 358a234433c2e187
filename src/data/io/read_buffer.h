/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a file in memory that is reused for the next part. */
#ifndef TRADESCOPE_DATA_IO_READ_BUFFER_H
#define TRADESCOPE_DATA_IO_READ_BUFFER_H

#include "base/memory_block.h"
#include "base/text.h"
#include "data/io/input_source.h"

/* Zero-initialise it. */
struct read_buffer {
    struct memory_block memory;
    size_t skipped;  /* bytes of memory before the content */
    uint64_t offset; /* of the first byte */
    size_t length;
    bool is_end;      /* there is nothing behind the content */
    bool never_waits; /* do not wait for bytes that have not arrived */
    bool is_dry;      /* no more bytes have arrived */
    bool has_memory;  /* false if there was no memory to read on */
    char *error;      /* owned: the error that follows the content */
};

void read_buffer_release(struct read_buffer *read_buffer);
/* The bytes are padded (short_text.h). */
struct text read_buffer_bytes(const struct read_buffer *read_buffer);
/*
 * Moves the buffer to `offset`, with `size` bytes if there are that many. Bytes that it has already
 * are not read again.
 */
void read_buffer_move(struct read_buffer *read_buffer, struct input_source *source, uint64_t offset,
                      size_t size);
/* Drops the bytes before `from` and reads about as much again as is left. */
void read_buffer_extend(struct read_buffer *read_buffer, struct input_source *source, size_t from);

#endif

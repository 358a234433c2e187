/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a file from some offset on, in memory that is used again and again.
 */
#ifndef TRADESCOPE_DATA_IO_READ_BUFFER_H
#define TRADESCOPE_DATA_IO_READ_BUFFER_H

#include "base/huge_buffer.h"
#include "base/text.h"
#include "data/io/input_source.h"

/* Zero-initialise it. */
struct read_buffer {
    struct huge_buffer memory;
    size_t skipped;  /* bytes of the memory before those of the window */
    uint64_t offset; /* of the first byte */
    size_t length;
    bool is_end;      /* nothing follows */
    bool never_waits; /* for bytes of a source that have not arrived ... */
    bool is_dry;      /* ... of which there are no more just now */
    bool has_memory;  /* false where there was none to read on */
    char *error;      /* owned: why what follows cannot be read */
};

void read_buffer_release(struct read_buffer *read_buffer);
/* They are padded (short_text.h). */
struct text read_buffer_bytes(const struct read_buffer *read_buffer);
/* Shows `size` bytes from `offset` on, or what there is;
 * what it shows already is not read again.
 */
void read_buffer_move(struct read_buffer *read_buffer, struct input_source *source, uint64_t offset,
                      size_t size);
/* Shows what lies from `offset` in the window on, and about as much again behind it. */
void read_buffer_extend(struct read_buffer *read_buffer, struct input_source *source, size_t from);

#endif

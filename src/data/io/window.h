/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a file from some offset on, in memory that is used again and again.
 */
#ifndef TRADESCOPE_DATA_IO_WINDOW_H
#define TRADESCOPE_DATA_IO_WINDOW_H

#include "base/large.h"
#include "base/text.h"
#include "data/io/source.h"

/* Zero-initialise it. */
struct window {
    struct large memory;
    size_t skipped;  /* bytes of the memory before those of the window */
    uint64_t offset; /* of the first byte */
    size_t length;
    bool is_end;      /* nothing follows */
    bool never_waits; /* for bytes of a source that have not arrived ... */
    bool is_dry;      /* ... of which there are no more just now */
    bool has_memory;  /* false where there was none to read on */
    char *error;      /* owned: why what follows cannot be read */
};

void window_release(struct window *window);
/* They are padded (short_text.h). */
struct text window_bytes(const struct window *window);
/* Shows `size` bytes from `offset` on, or what there is;
 * what it shows already is not read again.
 */
void window_move(struct window *window, struct source *source, uint64_t offset, size_t size);
/* Shows what lies from `offset` in the window on, and about as much again behind it. */
void window_extend(struct window *window, struct source *source, size_t from);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a file as stored, compressed or not: a regular file, which is read at any offset; a
 * pipe, device or table of a database, which is read once and forward; or memory. Files are never
 * mapped, so that one that is truncated while it is read causes an error and no signal.
 */
#ifndef TRADESCOPE_DATA_IO_RAW_INPUT_H
#define TRADESCOPE_DATA_IO_RAW_INPUT_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "base/error.h"

struct raw_input;

/*
 * "-" and /dev/stdin are standard input, from its current position; "sqlite:..." and "odbc:..." are
 * tables of databases, see database_name.h. Returns NULL with the reason
 * for: no such file, no permission, a directory, a block device, the terminal. Never waits: a named
 * pipe is opened even without a writer. The caller frees the result with raw_input_free().
 */
struct raw_input *raw_input_open(const char *path, struct error *error);
/* Takes ownership of the bytes. */
struct raw_input *raw_input_from_memory(struct buffer *bytes);
void raw_input_free(struct raw_input *origin);

/* True if the input can be read at any offset. Otherwise its size is unknown. */
bool raw_input_is_seekable(const struct raw_input *origin);
/* Returns the size when it was opened; 0 if it is not seekable. */
uint64_t raw_input_size(const struct raw_input *origin);
/* Returns the end of the farthest read. Any thread may call this. */
uint64_t raw_input_reached(const struct raw_input *origin);

/*
 * Reads bytes of a seekable input from `offset`. Returns fewer than requested at the end and before
 * an error, and -1 with the reason for a read that starts at the error. Any number of threads may
 * read at a time.
 */
ssize_t raw_input_read_at(struct raw_input *origin, uint64_t offset, char *to, size_t size,
                          struct error *error);

/*
 * Reads the next bytes, at least one; returns 0 at the end, -1 with the reason. Waits for a pipe.
 * One thread at a time.
 */
ssize_t raw_input_next(struct raw_input *origin, char *to, size_t size, struct error *error);
/* True if raw_input_next() would wait for that many milliseconds. */
bool raw_input_is_silent(const struct raw_input *origin, int milliseconds);
/*
 * Sets the position of raw_input_next() in a seekable input. A position behind the end is the end.
 */
void raw_input_seek(struct raw_input *origin, uint64_t offset);
uint64_t raw_input_tell(const struct raw_input *origin);
/*
 * Makes raw_input_next() start again at the first byte. `bytes` are all that it returned so far; an
 * input that cannot be read again returns them from a copy.
 */
void raw_input_rewind(struct raw_input *origin, struct text bytes);
/*
 * Reads the rest of an input that is not seekable and appends it to `bytes`, all that it returned
 * so far, which makes it seekable. Returns false with the reason, or without one if there are more
 * than about `limit` bytes.
 */
bool raw_input_gather(struct raw_input *origin, struct text bytes, uint64_t limit,
                      struct error *error);
/* Makes raw_input_next() fail from now on, without waiting. Any thread may call this. */
void raw_input_stop(struct raw_input *origin);

/*
 * Returns false with the reason if a regular file was written to since it was opened. One that was
 * removed or replaced counts as unchanged, as the opened bytes are still read.
 */
bool raw_input_is_unchanged(const struct raw_input *origin, struct error *reason);

#endif

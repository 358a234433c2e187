/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a file as they lie there, compressed or not: a regular file, which is read at any
 * place, a pipe or a device, which is read once and forward, or memory. No file is ever mapped, so
 * that one which is cut while it is read gives an error and no signal.
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
 * "-" and /dev/stdin are standard input, from where it stands. NULL with the reason for: no such
 * file, no permission, a folder, a block device, the terminal. Never waits: a named pipe is opened
 * whether somebody writes to it or not. raw_input_free() takes the result.
 */
struct raw_input *raw_input_open(const char *path, struct error *error);
/* Takes the bytes over. */
struct raw_input *raw_input_from_memory(struct buffer *bytes);
void raw_input_free(struct raw_input *origin);

/* Whether it can be read at any place. What cannot has no known size. */
bool raw_input_is_seekable(const struct raw_input *origin);
/* Bytes when it was opened; 0 where it is not seekable. */
uint64_t raw_input_size(const struct raw_input *origin);
/* Bytes up to the farthest that was read. Any thread may ask. */
uint64_t raw_input_reached(const struct raw_input *origin);

/*
 * Bytes of a seekable origin from `offset`; fewer than asked for at the end, and before what
 * cannot be read: -1 with the reason for a read that starts there. Any number of threads may read
 * side by side.
 */
ssize_t raw_input_read_at(struct raw_input *origin, uint64_t offset, char *to, size_t size,
                          struct error *error);

/*
 * The next bytes of any origin, at least one of them; 0 at the end, -1 with the reason. Waits for
 * a pipe. One thread at a time.
 */
ssize_t raw_input_next(struct raw_input *origin, char *to, size_t size, struct error *error);
/* Whether raw_input_next() would wait for so many milliseconds. */
bool raw_input_is_silent(const struct raw_input *origin, int milliseconds);
/* Moves the place of raw_input_next() in a seekable origin; past the end is the end. */
void raw_input_seek(struct raw_input *origin, uint64_t offset);
uint64_t raw_input_tell(const struct raw_input *origin);
/*
 * Starts raw_input_next() over from the first byte. `bytes` are all that it gave so far: what
 * cannot be read again gives them out of a copy.
 */
void raw_input_rewind(struct raw_input *origin, struct text bytes);
/*
 * Reads all that is left of an origin that is not seekable and puts it behind `bytes`, all that it
 * gave so far, so that it is seekable. False with the reason, or without one where there are more
 * than about `limit` bytes.
 */
bool raw_input_gather(struct raw_input *origin, struct text bytes, uint64_t limit,
                      struct error *error);
/* From any thread: raw_input_next() neither waits nor reads from now on, but fails. */
void raw_input_stop(struct raw_input *origin);

/*
 * False with the reason where a regular file has been written to since it was opened: it has grown,
 * become shorter, or was changed in place. One that was removed or replaced by another of its
 * name counts as unchanged, for the bytes that were opened are still read.
 */
bool raw_input_is_unchanged(const struct raw_input *origin, struct error *reason);

#endif

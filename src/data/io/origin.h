/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a file as they lie there, compressed or not: a regular file, which is read at any
 * place, a pipe or a device, which is read once and forward, or memory. No file is ever mapped, so
 * that one which is cut while it is read gives an error and no signal.
 */
#ifndef TRADESCOPE_DATA_IO_ORIGIN_H
#define TRADESCOPE_DATA_IO_ORIGIN_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "base/error.h"

struct origin;

/*
 * "-" and /dev/stdin are standard input, from where it stands. NULL with the reason for: no such
 * file, no permission, a folder, a block device, the terminal. Never waits: a named pipe is opened
 * whether somebody writes to it or not. origin_free() takes the result.
 */
struct origin *origin_open(const char *path, struct error *error);
/* Takes the bytes over. */
struct origin *origin_from_memory(struct buffer *bytes);
void origin_free(struct origin *origin);

/* Whether it can be read at any place. What cannot has no known size. */
bool origin_is_seekable(const struct origin *origin);
/* Bytes when it was opened; 0 where it is not seekable. */
uint64_t origin_size(const struct origin *origin);
/* Bytes up to the farthest that was read. Any thread may ask. */
uint64_t origin_reached(const struct origin *origin);

/*
 * Bytes of a seekable origin from `offset`; fewer than asked for at the end, and before what
 * cannot be read: -1 with the reason for a read that starts there. Any number of threads may read
 * side by side.
 */
ssize_t origin_read_at(struct origin *origin, uint64_t offset, char *to, size_t size,
                       struct error *error);

/*
 * The next bytes of any origin, at least one of them; 0 at the end, -1 with the reason. Waits for
 * a pipe. One thread at a time.
 */
ssize_t origin_next(struct origin *origin, char *to, size_t size, struct error *error);
/* Whether origin_next() would wait for so many milliseconds. */
bool origin_is_silent(const struct origin *origin, int milliseconds);
/* Moves the place of origin_next() in a seekable origin; past the end is the end. */
void origin_seek(struct origin *origin, uint64_t offset);
uint64_t origin_tell(const struct origin *origin);
/*
 * Starts origin_next() over from the first byte. `bytes` are all that it gave so far: what cannot
 * be read again gives them out of a copy.
 */
void origin_rewind(struct origin *origin, struct text bytes);
/*
 * Reads all that is left of an origin that is not seekable and puts it behind `bytes`, all that it
 * gave so far, so that it is seekable. False with the reason, or without one where there are more
 * than about `limit` bytes.
 */
bool origin_gather(struct origin *origin, struct text bytes, uint64_t limit, struct error *error);
/* From any thread: origin_next() neither waits nor reads from now on, but fails. */
void origin_stop(struct origin *origin);

/*
 * False with the reason where a regular file has been written to since it was opened: it has grown,
 * become shorter, or was changed in place. One that was removed or replaced by another of its
 * name counts as unchanged, for the bytes that were opened are still read.
 */
bool origin_is_unchanged(const struct origin *origin, struct error *reason);

#endif

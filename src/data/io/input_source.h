/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a file at any offset: a regular file, a named pipe or standard input, compressed
 * (gzip, xz, zstd, bzip2, zip) or not. A regular file is read in place. Input that can only be read
 * forward is read as far as requested and kept in memory.
 *
 *     struct input_source *source = input_source_open(path, &error);
 *     while (source && (got = input_source_read(source, offset, bytes, size, &error)) > 0)
 *         offset += got;
 */
#ifndef TRADESCOPE_DATA_IO_INPUT_SOURCE_H
#define TRADESCOPE_DATA_IO_INPUT_SOURCE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "base/error.h"

struct input_source;

/*
 * Opens a file; "-" is standard input, FILE.zip:MEMBER a file in a zip archive. Never waits:
 * nothing is read yet of a pipe or a compressed file, and errors in their content are returned by
 * the first input_source_read(). Returns NULL with the reason and the remedy for errors that are
 * visible at once: no such file, no permission, a directory, the terminal, and a regular file that
 * is not data (file_sniff.h). All reasons here continue the name of the file ("is a folder; ..."),
 * which the caller puts before them. An empty file is not an error.
 */
struct input_source *input_source_open(const char *path, struct error *error);
/*
 * The same for a file in another encoding, which is converted to UTF-8 in memory. Waits until all
 * of it was read.
 */
struct input_source *input_source_open_as(const char *path, const char *encoding,
                                          struct error *error);
/* The same for bytes in memory, which may be compressed. Takes ownership of them. */
struct input_source *input_source_from_memory(struct buffer *bytes, struct error *error);
/* No thread may be reading. */
void input_source_close(struct input_source *source);

/*
 * Reads bytes from `offset`, decompressed and without a byte order mark, and waits for them.
 * Returns fewer than `size` only at the end and before an error (a damaged archive, a truncated
 * file, a NUL byte); a read that starts there returns 0, or -1 with the reason. So all bytes before
 * an error are delivered, and a caller that gets fewer than requested reads again to learn why. Any
 * number of threads may read at a time.
 */
ssize_t input_source_read(struct input_source *source, uint64_t offset, char *to, size_t size,
                          struct error *error);

/*
 * Returns what was chosen in a file of several tables, and what is left, as it continues the name
 * of the file; "" if nothing was. Known once bytes have been read.
 */
const char *input_source_note(const struct input_source *source);

/*
 * For input that arrives gradually, from a pipe or a decompressor. input_source_read() does not
 * wait for bytes before input_source_arrived(), which is UINT64_MAX at the end and for a regular
 * file. input_source_fetch() waits for more bytes. input_source_is_silent() is true if it would
 * wait for that many milliseconds; no thread may be fetching, or reading bytes that have not
 * arrived.
 */
uint64_t input_source_arrived(struct input_source *source);
void input_source_fetch(struct input_source *source);
bool input_source_is_silent(struct input_source *source, int milliseconds);

/*
 * Sets *size to the number of bytes without an error; returns false while it is unknown. A regular
 * file has the size that it had when it was opened: bytes appended later are not read.
 */
bool input_source_size(const struct input_source *source, uint64_t *size);

struct input_source_progress {
    uint64_t read; /* bytes, up to the farthest read */
    uint64_t all;  /* all bytes; 0 if unknown (a pipe) */
};
/* Counts bytes of the file, so compressed ones if it is compressed. Never waits. */
struct input_source_progress input_source_progress(const struct input_source *source);

/*
 * Makes threads that wait for a pipe, now or later, fail at once. Bytes that have arrived can still
 * be read. Any thread may call this.
 */
void input_source_stop(struct input_source *source);

/*
 * Returns false with the reason if the file was written to since it was opened. The rows may then
 * be a mixture of old and new, so report it after reading. A file that was removed or replaced
 * counts as unchanged: the opened bytes still exist.
 */
bool input_source_is_unchanged(const struct input_source *source, struct error *reason);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the bytes of a file come from: any file, named pipe or standard input, compressed (gzip,
 * xz, zstd, bzip2, zip) or not, as bytes at an offset. A regular file is read where it lies; what
 * can be read only forward is read as far as somebody asks and kept in memory.
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
 * Opens a file; "-" is standard input, FILE.zip:MEMBER one file in a zip archive. Never waits: of
 * a pipe and of a compressed file nothing is read yet, and what is wrong with their content is an
 * error of the first input_source_read(). NULL with the reason and the remedy for what can be seen
 * at once: no such file, no permission, a folder, the terminal, and a regular file that is no data
 * (refusal.h). Every reason here continues the name of the file ("is a folder; ..."), which the
 * caller puts before it. A file without a byte is no error.
 */
struct input_source *input_source_open(const char *path, struct error *error);
/* The same from bytes, which the function takes over; they may be compressed. */
struct input_source *input_source_from_memory(struct buffer *bytes, struct error *error);
/* No thread may be reading. */
void input_source_close(struct input_source *source);

/*
 * The bytes from `offset`, unpacked and without a byte order mark; waits until they are there. All
 * `size` of them, but for two places: at the end, and in front of something that cannot be read (a
 * damaged archive, a file that has become shorter, a NUL byte). A read that starts there gives 0 or
 * -1 with the reason. So what stands in front of an error is always there, and who gets fewer bytes
 * than asked for reads once more to know why. Any number of threads may read side by side.
 */
ssize_t input_source_read(struct input_source *source, uint64_t offset, char *to, size_t size,
                          struct error *error);

/*
 * For what comes bit by bit, a pipe or what is unpacked: input_source_read() does not wait for the
 * bytes before input_source_arrived(), which is UINT64_MAX once all are there, and always for a
 * regular file. input_source_fetch() waits until more have arrived. input_source_is_silent():
 * whether it would wait for so many milliseconds; nobody may be fetching or reading what has not
 * arrived.
 */
uint64_t input_source_arrived(struct input_source *source);
void input_source_fetch(struct input_source *source);
bool input_source_is_silent(struct input_source *source, int milliseconds);

/*
 * How many bytes input_source_read() can give at most, without an error; false while that is
 * unknown. A regular file has the size that it had when it was opened: what is appended later is
 * not read.
 */
bool input_source_size(const struct input_source *source, uint64_t *size);

struct input_source_progress {
    uint64_t read; /* bytes, up to the farthest that was read */
    uint64_t all;  /* bytes in all; 0 where that is unknown (a pipe) */
};
/* In bytes as they lie in the file, so compressed ones where it is. Never waits. */
struct input_source_progress input_source_progress(const struct input_source *source);

/*
 * From any thread: who waits for a pipe, or would have to, gets an error at once. What was read
 * before can be read on.
 */
void input_source_stop(struct input_source *source);

/*
 * False with the reason where the file has grown, become shorter or been written to since it was
 * opened: worth a problem when all was read, for the rows may be old and new. Removing or replacing
 * the file changes nothing: the bytes that were opened are still there.
 */
bool input_source_is_unchanged(const struct input_source *source, struct error *reason);

#endif

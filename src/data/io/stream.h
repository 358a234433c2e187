/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be read only once and forward, a pipe or what is inside a compressed file, as bytes that
 * any thread reads at any place: they are kept. Whoever needs bytes that are not there yet reads
 * on; nothing is read ahead of what is asked for.
 */
#ifndef TRADESCOPE_DATA_IO_STREAM_H
#define TRADESCOPE_DATA_IO_STREAM_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "data/io/origin.h"

struct stream;

/*
 * Takes the origin over. `member` (copied; may be NULL) as in unpack_open(). At most `limit` bytes
 * are kept. Reads nothing yet, so that what is wrong with the content is an error of the first
 * stream_read(). The result is never NULL.
 */
struct stream *stream_new(struct origin *origin, const char *member, uint64_t limit);
void stream_free(struct stream *stream);

/* As source_read(). */
ssize_t stream_read(struct stream *stream, uint64_t offset, char *to, size_t size,
                    struct error *error);
/* As source_arrived(), source_fetch() and source_is_silent(). */
uint64_t stream_arrived(struct stream *stream);
void stream_fetch(struct stream *stream);
bool stream_is_silent(struct stream *stream, int milliseconds);
/* True once its end is known. */
bool stream_size(struct stream *stream, uint64_t *size);

/* Half of what memory_limit() says. */
uint64_t stream_usual_limit(void);

#endif

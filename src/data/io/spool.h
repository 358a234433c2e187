/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be read only once and forward, a pipe or what is inside a compressed file, as bytes that
 * any thread reads at any place: they are kept. Whoever needs bytes that are not there yet reads
 * on; nothing is read ahead of what is asked for.
 */
#ifndef TRADESCOPE_DATA_IO_SPOOL_H
#define TRADESCOPE_DATA_IO_SPOOL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "data/io/raw_input.h"

struct spool;

/*
 * Takes the origin over. `member` (copied; may be NULL) as in unpack_open(). At most `limit` bytes
 * are kept. Reads nothing yet, so that what is wrong with the content is an error of the first
 * spool_read(). The result is never NULL.
 */
struct spool *spool_new(struct raw_input *raw, const char *member, uint64_t limit);
void spool_free(struct spool *stream);

/* As input_source_read(). */
ssize_t spool_read(struct spool *stream, uint64_t offset, char *to, size_t size,
                   struct error *error);
/* As input_source_arrived(), input_source_fetch() and input_source_is_silent(). */
uint64_t spool_arrived(struct spool *stream);
void spool_fetch(struct spool *stream);
bool spool_is_silent(struct spool *stream, int milliseconds);
/* True once its end is known. */
bool spool_size(struct spool *stream, uint64_t *size);

/* Half of what memory_limit() says. */
uint64_t spool_usual_limit(void);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Input that can only be read forward, a pipe or a compressed file, as bytes that any thread reads
 * at any offset: all bytes are kept. The thread that needs bytes that are not there reads on;
 * nothing is read ahead of the requests.
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
 * Takes ownership of the raw input. `member` and `encoding` (copied, may be NULL) as in
 * unpack_open(). Keeps at
 * most `limit` bytes. Reads nothing yet: errors in the content are returned by the first
 * spool_read(). Never returns NULL.
 */
struct spool *spool_new(struct raw_input *raw, const char *member, const char *encoding,
                        uint64_t limit);
void spool_free(struct spool *stream);

/* As input_source_read(). */
ssize_t spool_read(struct spool *stream, uint64_t offset, char *to, size_t size,
                   struct error *error);
/* As input_source_arrived(), input_source_fetch() and input_source_is_silent(). */
uint64_t spool_arrived(struct spool *stream);
void spool_fetch(struct spool *stream);
bool spool_is_silent(struct spool *stream, int milliseconds);
/* Sets *size and returns true once the end is known. */
bool spool_size(struct spool *stream, uint64_t *size);

/* As unpack_is_table() and unpack_note() once bytes have arrived. */
bool spool_is_table(const struct spool *spool);
const char *spool_note(const struct spool *spool);

/* Returns half of memory_limit(). */
uint64_t spool_usual_limit(void);

#endif

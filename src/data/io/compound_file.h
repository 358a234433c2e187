/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The stream of a workbook inside a compound file, the container of old Office documents: a file of
 * sectors, chained by a table, as [MS-CFB] describes it.
 */
#ifndef TRADESCOPE_DATA_IO_COMPOUND_FILE_H
#define TRADESCOPE_DATA_IO_COMPOUND_FILE_H

#include <stdbool.h>

#include "base/buffer.h"

/* Where the bytes of the stream are in the file. Initialise it to zero. */
struct compound_stream {
    unsigned char *bytes; /* of the file, borrowed */
    size_t *sectors;      /* owned: the places of its sectors, in order */
    size_t count, capacity;
    size_t sector_size;
    size_t size; /* of the stream */
};

/*
 * Finds the stream called Workbook or Book. Returns false if there is none, if it is too small to
 * have sectors of its own, or if the file is damaged.
 */
bool compound_stream_find(struct buffer *file, struct compound_stream *stream);
/* Returns the byte at a place before the size of the stream. It may be changed. */
unsigned char *compound_stream_at(const struct compound_stream *stream, size_t place);
void compound_stream_release(struct compound_stream *stream);

#endif

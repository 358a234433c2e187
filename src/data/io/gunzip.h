/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decompresses a gzip file with all its members. Each is verified against its checksum and length.
 */
#ifndef TRADESCOPE_DATA_IO_GUNZIP_H
#define TRADESCOPE_DATA_IO_GUNZIP_H

#include <sys/types.h>

#include "base/error.h"
#include "data/io/raw_input.h"

struct gunzip;

/*
 * Reads from the current position of `raw`, which is borrowed. Returns NULL with the reason without
 * memory.
 */
struct gunzip *gunzip_new(struct raw_input *raw, struct error *error);
void gunzip_free(struct gunzip *gunzip);

/*
 * Returns the number of bytes read, at least one; 0 at the end; -1 with the reason, which continues
 * the name of the file, if the file is damaged, cut off, or followed by garbage. As in gzip(1),
 * zero bytes at the end of the file are padding. All bytes of the members are returned before an
 * error about what follows them.
 */
ssize_t gunzip_next(struct gunzip *gunzip, char *to, size_t size, struct error *error);

#endif

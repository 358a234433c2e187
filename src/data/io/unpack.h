/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is inside a compressed file: gzip, xz, zstd, bzip2, and the one file of a zip archive that
 * is data. Read forward with libarchive, a block at a time, so that a small archive of something
 * huge costs no more than what is asked for.
 */
#ifndef TRADESCOPE_DATA_IO_UNPACK_H
#define TRADESCOPE_DATA_IO_UNPACK_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/text.h"
#include "data/io/raw_input.h"

struct unpack;

/* Bytes from which unpack_recognises() can tell. */
#define UNPACK_HEAD ((size_t)16)

/* Whether a file that starts like this is compressed; by its content, whatever its name. */
bool unpack_recognises(struct text head);
/* The same for archives that can be read only where every place of the origin can. */
bool unpack_needs_seeking(struct text head);

/*
 * Opens what `origin`, borrowed, has from its first byte. `member` names the file in a zip archive;
 * NULL takes the only one, or the only one of those named .csv, .tsv, .tab or .txt. NULL with the
 * reason for: a workbook or document, several files, none, no such member, encryption, damage. The
 * reason continues the name of the file.
 */
struct unpack *unpack_open(struct raw_input *raw, struct text head, const char *member,
                           struct error *error);
void unpack_close(struct unpack *unpack);

/*
 * The next bytes, at least one; 0 at the end, -1 with the reason where the archive is damaged,
 * incomplete or encrypted. The decoders keep back the last 64 KiB or so in front of the damage.
 */
ssize_t unpack_next(struct unpack *unpack, char *to, size_t size, struct error *error);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Unpacks compressed files: gzip, xz, zstd, bzip2, and the data file in a zip archive. It reads
 * forward, a block at a time, so that a small archive with huge content costs only what is
 * requested.
 */
#ifndef TRADESCOPE_DATA_IO_UNPACK_H
#define TRADESCOPE_DATA_IO_UNPACK_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/text.h"
#include "data/io/raw_input.h"

struct unpack;

/* The number of leading bytes that unpack_recognises() needs; a web page may start with blanks. */
#define UNPACK_HEAD ((size_t)16)

/* True if the file is compressed, a workbook or a web page, judged by its content and not by its
 * name. */
bool unpack_recognises(struct text head);
/* True for files with several parts or tables, which need a seekable input. */
bool unpack_needs_seeking(struct text head);

/*
 * Opens the raw input, which is borrowed and at its first byte. `member` names the file in a zip
 * archive, a sheet or a table; NULL chooses the only one, or the only one named .csv, .tsv, .tab or
 * .txt. `encoding` is that of a web page, NULL if it states its own. Returns NULL
 * with the reason for: a document, several files, none, no such member, encryption,
 * damage. The reason continues the name of the file.
 */
struct unpack *unpack_open(struct raw_input *raw, struct text head, const char *member,
                           const char *encoding, struct error *error);
void unpack_close(struct unpack *unpack);

/* True if the bytes are the rows of a sheet or table, made as CSV in UTF-8. */
bool unpack_is_table(const struct unpack *unpack);
/* Returns what was chosen in the file, and what is left, continuing its name; "" if nothing was. */
const char *unpack_note(const struct unpack *unpack);

/*
 * Reads the next bytes, at least one; returns 0 at the end, -1 with the reason if the archive is
 * damaged, incomplete or encrypted. The decoders lose up to 64 KiB before the damage.
 */
ssize_t unpack_next(struct unpack *unpack, char *to, size_t size, struct error *error);

#endif

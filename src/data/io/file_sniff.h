/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is no table of data, recognised by how it starts: refused with what to do about it, rather
 * than shown as a table of rubbish.
 */
#ifndef TRADESCOPE_DATA_IO_FILE_SNIFF_H
#define TRADESCOPE_DATA_IO_FILE_SNIFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

/* Bytes of the start of a file that file_sniff_check() wants to see, where there are so many. */
#define FILE_SNIFF_HEAD ((size_t)64 * 1024)

/*
 * False with the reason where a file that starts like this is UTF-16 or UTF-32, an archive inside
 * an archive, a PDF, a web page, XML, JSON, a Git LFS pointer, the text of an error message, or
 * binary (a NUL byte). The reason continues the name of the file.
 */
bool file_sniff_check(struct text head, struct error *error);

/* Bytes of a byte order mark at the start of UTF-8, 0 where there is none. */
size_t file_sniff_mark_length(struct text head);

/* Bytes in front of the first NUL byte: no text has one, so what follows is none. */
size_t file_sniff_clean_length(const char *bytes, size_t length);
/* Always false: says that a NUL byte at `offset` ends the text. */
bool file_sniff_of_nul(uint64_t offset, struct error *error);

#endif

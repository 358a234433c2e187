/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Detects files that are not tables of data by their first bytes, so that they are refused with
 * advice and not shown as a table of rubbish.
 */
#ifndef TRADESCOPE_DATA_IO_FILE_SNIFF_H
#define TRADESCOPE_DATA_IO_FILE_SNIFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

/* The number of leading bytes that file_sniff_check() should see, if the file is that long. */
#define FILE_SNIFF_HEAD ((size_t)64 * 1024)

/*
 * Returns false with the reason if the file is UTF-16 or UTF-32, an archive or a web page inside an
 * archive, a PDF, XML, JSON, a Git LFS pointer, the text of an error message, or binary (has a NUL
 * byte). The reason continues the name of the file.
 */
bool file_sniff_check(struct text head, struct error *error);

/* True if the file is a web page, whose tables are read by web_page.h. */
bool file_sniff_is_page(struct text head);

/* Returns the length of a UTF-8 byte order mark at the start, 0 if there is none. */
size_t file_sniff_mark_length(struct text head);

/* Returns the number of bytes before the first NUL byte, which ends the text. */
size_t file_sniff_clean_length(const char *bytes, size_t length);
/* Sets the error for a NUL byte at `offset`. Always returns false. */
bool file_sniff_of_nul(uint64_t offset, struct error *error);

#endif

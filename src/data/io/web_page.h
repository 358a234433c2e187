/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of data of a web page as CSV. Sites of statistics give such pages as .html, .asp and
 * .xls. Tables that only lay out the page are recognised by their content.
 */
#ifndef TRADESCOPE_DATA_IO_WEB_PAGE_H
#define TRADESCOPE_DATA_IO_WEB_PAGE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

/*
 * Appends a table of the page to `out`: the text above it as the first record, one row of names of
 * columns, the other rows. `wanted` is the number of a table of data, from 1, NULL for the only one
 * or the one that is much larger than the others; `encoding` is that of the bytes, NULL to find it.
 * What was chosen, and what is left, is appended to `note`. Changes the bytes. `is_cut` is set if
 * the page ends within the table. Returns false with the reason, which continues the name of the
 * file.
 */
bool web_page_read(struct buffer *bytes, const char *encoding, const char *wanted,
                   struct buffer *out, struct buffer *note, bool *is_cut, struct error *error);

#endif

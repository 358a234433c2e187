/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet of a workbook (.xlsx) as CSV. A row of the sheet is a line of the CSV, so that problems
 * name the row; line breaks in cells become blanks. Dates become 2019-01-31, or 2019-01 or 2019 if
 * the sheet shows no more. Cells merged with another stay empty.
 */
#ifndef TRADESCOPE_DATA_IO_WORKBOOK_H
#define TRADESCOPE_DATA_IO_WORKBOOK_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

/* The largest part of a workbook that is read, in bytes when unpacked. */
#define LARGEST_PART ((size_t)256 << 20)

/*
 * Reads a part of the workbook, "xl/workbook.xml", into the empty buffer. Returns false without an
 * error if there is none of that name, with one if it cannot be read.
 */
typedef bool workbook_part(void *context, const char *name, struct buffer *out,
                           struct error *error);

/*
 * Appends the sheet of that name to `out`, or the one that sheet_list_read() chooses if it is NULL.
 * Returns false with the reason, which continues the name of the file.
 */
bool workbook_read(workbook_part *read, void *context, const char *sheet, struct buffer *out,
                   struct buffer *note, struct error *error);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet of a workbook of the old kind (.xls) as CSV, through freexl, where configure found it. A
 * row of the sheet is a line. Formulas are what they resulted in when the workbook was saved.
 */
#ifndef TRADESCOPE_DATA_IO_OLD_WORKBOOK_H
#define TRADESCOPE_DATA_IO_OLD_WORKBOOK_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

/* As workbook_read(), of the bytes of the whole file, which it changes. */
bool old_workbook_read(struct buffer *bytes, const char *sheet, struct buffer *out,
                       struct buffer *note, struct error *error);

#endif

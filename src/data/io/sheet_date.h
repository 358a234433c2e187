/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in workbooks: numbers of days, which a format of the cell marks as dates. */
#ifndef TRADESCOPE_DATA_IO_SHEET_DATE_H
#define TRADESCOPE_DATA_IO_SHEET_DATE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

/* What of a date the format of a cell shows. */
enum date_parts { DATE_NONE, DATE_YEAR, DATE_MONTH, DATE_DAY };

/* For a number of a built-in format, such as 14. */
enum date_parts sheet_date_builtin(unsigned number);
/* For a format such as "mmm-yy" or "#,##0". */
enum date_parts sheet_date_format(struct text code);
/*
 * Appends the date as 2019-01-31, 2019-01 or 2019, with the time of day behind it if there is one.
 * `is_1904`: days count from 1904. Returns false, appending nothing, for what is no date.
 */
bool sheet_date_write(struct buffer *out, struct text serial, enum date_parts parts, bool is_1904);

#endif

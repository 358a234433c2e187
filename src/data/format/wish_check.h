/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user said of a file that does not hold for it: refusals of the mapping, each with the
 * remedy.
 */
#ifndef TRADESCOPE_DATA_FORMAT_WISH_CHECK_H
#define TRADESCOPE_DATA_FORMAT_WISH_CHECK_H

#include "data/format/format_sources.h"

/* `keep` or `drop` names a column that the file has not. */
void wish_refuse_column(struct compiler *compiler, struct text name);
/* Appends "its columns are Year, Value and 3 more". */
void wish_write_columns(struct buffer *out, const struct csv_record *record);
/* What `melt` names is there, and no two columns state the same. */
void wish_check(struct compiler *compiler);

#endif

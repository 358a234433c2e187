/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the user's mapping against the file. Refusals state the remedy. */
#ifndef TRADESCOPE_DATA_FORMAT_WISH_CHECK_H
#define TRADESCOPE_DATA_FORMAT_WISH_CHECK_H

#include "data/format/format_sources.h"

/* `keep` or `drop` names a column that the file has not. */
void wish_refuse_column(struct compiler *compiler, struct text name);
/* Appends "its columns are Year, Value and 3 more". */
void wish_write_columns(struct buffer *out, const struct csv_record *record);
/* Checks that the columns of `melt` exist and that no two state the same. */
void wish_check(struct compiler *compiler);

#endif

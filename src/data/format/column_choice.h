/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the column of a name. An exact name goes first, then one of other case and punctuation.
 */
#ifndef TRADESCOPE_DATA_FORMAT_COLUMN_CHOICE_H
#define TRADESCOPE_DATA_FORMAT_COLUMN_CHOICE_H

#include "data/format/format_sources.h"

/*
 * Returns the column of the file for a normalised name; `written` is the name as the user wrote it,
 * empty for that of a format. Returns the number of columns if there is none, or if more than one
 * fits: then mapping->refusal names them.
 */
size_t column_choose(const struct compiler *compiler, struct text name, struct text written);

#endif

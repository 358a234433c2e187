/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user says about a file whose layout is not known, or does not say all:
 *
 *     period=Year,value='Trade Value',scale=1000,flow=export,reporter=India
 *
 * A word is the name of a column where the file has one, else what holds for every row. Words of
 * several columns are joined with "+", and ":NAME" behind a column names a translation of
 * tradescope-format(5). A word with a comma stands in quotes of either kind.
 */
#ifndef TRADESCOPE_DATA_FORMAT_COLUMN_MAP_H
#define TRADESCOPE_DATA_FORMAT_COLUMN_MAP_H

#include "base/error.h"
#include "data/format/format.h"

/*
 * The wish as a format without a name, which says nothing but where fields come from. False, as
 * misuse, where it cannot be understood. The caller releases the format either way.
 */
bool column_map_parse(struct format *wish, const char *text, struct error *error);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The option --map: what the user says about a file whose layout is unknown or incomplete:
 *
 *     period=Year,value='Trade Value',scale=1000,flow=export,reporter=India
 *
 * A word is the name of a column if the file has one, else a constant for all rows. Columns are
 * joined with "+", and ":NAME" behind a column names a translation of tradescope-format(5). A word
 * with a comma must be in quotes of either kind.
 */
#ifndef TRADESCOPE_DATA_FORMAT_COLUMN_MAP_H
#define TRADESCOPE_DATA_FORMAT_COLUMN_MAP_H

#include "base/error.h"
#include "data/format/format.h"

/*
 * Parses the map into a format without a name, which only says where fields come from. Returns
 * false, as misuse, if it cannot be understood. The caller releases the format in any case.
 */
bool column_map_parse(struct format *wish, const char *text, struct error *error);

#endif

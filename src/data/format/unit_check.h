/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the map or the format says the unit, the file may say another: in the names of the columns
 * of values, or in a column of units that nothing reads.
 */
#ifndef TRADESCOPE_DATA_FORMAT_UNIT_CHECK_H
#define TRADESCOPE_DATA_FORMAT_UNIT_CHECK_H

#include "data/format/format_sources.h"
#include "data/value/stated_unit.h"

/* Refuses a file that says another unit, and has a column of units checked row by row. */
void unit_check(struct compiler *compiler);
/* Reads what the name of a column states: "Value (US$ thousand)". False if it states no unit. */
bool unit_of_header(struct text name, struct stated_unit *stated);

#endif

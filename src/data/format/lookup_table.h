/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lookup table beside a data file, such as Brazil's PAIS.csv: what the codes of one column mean.
 */
#ifndef TRADESCOPE_DATA_FORMAT_LOOKUP_TABLE_H
#define TRADESCOPE_DATA_FORMAT_LOOKUP_TABLE_H

#include "base/memory.h"
#include "base/text.h"

struct lookup_table;

/*
 * From the first file, by name, that lies in the folder of `path`, whose name the pattern of
 * word_pattern.h fits, and that has both columns (normalised names). NULL where there is none. The
 * table lives in the arena.
 */
const struct lookup_table *lookup_table_read(struct arena *arena, const char *path,
                                             struct text pattern, struct text key,
                                             struct text result);
/* False, with *result unchanged, where the table does not have the code. Zeros in front of a
 * number do not matter. */
bool lookup_table_find(const struct lookup_table *table, struct text key, struct text *result);

#endif

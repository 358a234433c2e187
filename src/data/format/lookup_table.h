/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lookup table in a separate file, such as Brazil's PAIS.csv: the meaning of the codes of one
 * column.
 */
#ifndef TRADESCOPE_DATA_FORMAT_LOOKUP_TABLE_H
#define TRADESCOPE_DATA_FORMAT_LOOKUP_TABLE_H

#include "base/memory.h"
#include "base/text.h"

struct lookup_table;

/*
 * Reads the first file, by name, in the directory of `path` whose name matches the pattern
 * (word_pattern.h) and that has both columns (normalised names). Returns NULL if there is none. The
 * table lives in the arena.
 */
const struct lookup_table *lookup_table_read(struct arena *arena, const char *path,
                                             struct text pattern, struct text key,
                                             struct text result);
/*
 * Returns false, leaving *result unchanged, if the code is missing. Ignores leading zeros of
 * numbers.
 */
bool lookup_table_find(const struct lookup_table *table, struct text key, struct text *result);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Detects from the first lines how a file is written: the separator, and the record that names the
 * columns, below titles and comments.
 */
#ifndef TRADESCOPE_DATA_CSV_DIALECT_H
#define TRADESCOPE_DATA_CSV_DIALECT_H

#include "data/csv/csv.h"

/* Returns the separator on which the lines agree. `is_end` is true if nothing follows the bytes. */
char dialect_separator(struct text bytes, bool is_end);
/* Returns the number of the header record, from 0. */
size_t dialect_header(const struct csv_record *records, size_t count);
/* True if the record behind the header states units and no values: "USD mn", "tonnes". */
bool dialect_has_units(const struct csv_record *records, size_t count, size_t header);
/* True if each record is one quoted field that contains a record: the file was quoted twice. */
bool dialect_is_requoted(struct text bytes, bool is_end, char *separator);

#endif

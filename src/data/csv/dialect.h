/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a file is written, from its first lines: the separator on which they agree, and the record
 * that names the columns, below titles and comments.
 */
#ifndef TRADESCOPE_DATA_CSV_DIALECT_H
#define TRADESCOPE_DATA_CSV_DIALECT_H

#include "data/csv/csv.h"

/* The separator on which the lines agree; `is_end`: nothing follows the bytes. */
char dialect_separator(struct text bytes, bool is_end);
/* The number of the record that is the header, from 0. */
size_t dialect_header(const struct csv_record *records, size_t count);
/* Whether the record behind the header states units and no values: "USD mn", "tonnes". */
bool dialect_has_units(const struct csv_record *records, size_t count, size_t header);
/* Whether each record is one field in quotes that holds a record: the file was quoted twice. */
bool dialect_is_requoted(struct text bytes, bool is_end, char *separator);

#endif

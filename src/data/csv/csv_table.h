/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a small CSV file of a header and rows whole: countries, products, the codes of a column.
 * Files of any size are read by loading.h.
 */
#ifndef TRADESCOPE_DATA_CSV_CSV_TABLE_H
#define TRADESCOPE_DATA_CSV_CSV_TABLE_H

#include "data/csv/csv.h"

/* Returns false with the reason if the record is refused, which ends the reading. */
typedef bool csv_table_taker(void *context, const struct csv_record *record, struct error *error);

/*
 * Passes the first record to `take_header` (NULL skips it) and each further one to `take_row`.
 * Returns false with the reason, preceded by "FILE: " or "FILE:LINE: ", if the file cannot be read
 * or a record is refused. A file without records is an error.
 */
bool csv_table_read(const char *path, csv_table_taker *take_header, csv_table_taker *take_row,
                    void *context, struct error *error);
/* Returns the cell without surrounding blanks; empty if the record is shorter. */
struct text csv_table_cell(const struct csv_record *record, size_t column);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small CSV file of a header and rows, whole: countries, products, the codes of a column. Files
 * of any size are for loading.h.
 */
#ifndef TRADESCOPE_DATA_CSV_CSV_TABLE_H
#define TRADESCOPE_DATA_CSV_CSV_TABLE_H

#include "data/csv/csv.h"

/* False with the reason where the record cannot be taken, which ends the reading. */
typedef bool csv_table_taker(void *context, const struct csv_record *record, struct error *error);

/*
 * Gives the first record to `take_header` (NULL passes it over), and each that follows to
 * `take_row`. False with the reason where the file cannot be read or a record cannot be taken;
 * "FILE: " or "FILE:LINE: " stands before it. A file without any record cannot be read.
 */
bool csv_table_read(const char *path, csv_table_taker *take_header, csv_table_taker *take_row,
                    void *context, struct error *error);
/* The cell without the blanks around it; empty where the record is shorter. */
struct text csv_table_cell(const struct csv_record *record, size_t column);

#endif

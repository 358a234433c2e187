/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a data set as records of the file that they came from: its own columns, in its order
 * and under its names, and behind them `tradescope:FIELD` for what it says outside them. In a wide
 * file, several rows are cells of one record.
 */
#ifndef TRADESCOPE_REPORT_FILE_COLUMNS_H
#define TRADESCOPE_REPORT_FILE_COLUMNS_H

#include "base/memory.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

struct file_column {
    struct text name; /* may be empty */
    size_t column;    /* of the table; that of the values for a melted one */
    bool is_melted;
    bool is_number; /* its numbers are no codes: none has zeros in front */
};

struct file_columns {
    const struct dataset *dataset;
    struct file_column *columns; /* owned */
    size_t count;
    size_t *melted; /* owned: of each melted column of the mapping, its place in `columns` */
    struct arena names;
    size_t *rows; /* owned: of the record taken last, the row that has each column; or NO_ROW */
};

void file_columns_init(struct file_columns *columns, const struct dataset *dataset);
void file_columns_release(struct file_columns *columns);
/* Takes the record of the row at `place` of the list, with what follows of the same record. Returns
 * the place behind it. */
size_t file_columns_take(struct file_columns *columns, const struct row_list *rows, size_t place);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Converts the rows of a data set back to records of their file: the file's own columns, in its
 * order and with its names, followed by `tradescope:FIELD` for what the file states outside its
 * columns. In a wide file, several rows are cells of one record.
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
    bool is_number; /* contains numbers and no codes: none has leading zeros */
};

struct file_columns {
    const struct dataset *dataset;
    struct file_column *columns; /* owned */
    size_t count;
    size_t *melted; /* owned: for each melted column of the mapping, its index in `columns` */
    struct arena names;
    size_t *rows; /* owned: for each column of the current record, its row; or NO_ROW */
};

void file_columns_init(struct file_columns *columns, const struct dataset *dataset);
void file_columns_release(struct file_columns *columns);
/*
 * Takes the record of the row at `place` in the list, with further rows of the same record. Returns
 * the place behind them.
 */
size_t file_columns_take(struct file_columns *columns, const struct row_list *rows, size_t place);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row of a claims file must satisfy to enter the table; the list stands at dataset_load().
 * A row is checked whole, before anything of it is stored: the dictionaries of the columns then
 * hold words of good rows only, and whoever mends the file sees all problems of a row at once, in
 * the order of its fields.
 */
#ifndef TRADESCOPE_DATA_ROW_CHECK_H
#define TRADESCOPE_DATA_ROW_CHECK_H

#include "data/csv.h"
#include "data/dataset.h"

struct row_check {
    struct dataset *dataset; /* whose columns are known by now, and that takes the problems */
    enum field *fields;      /* owned: of each column of the file; FIELD_COUNT where unknown */
    struct table *ids;       /* one column: every id seen, on the line where it stands first */
};

void row_check_init(struct row_check *check, struct dataset *dataset);
void row_check_release(struct row_check *check);
/* The kind of the row; KIND_NONE where it has problems, which stand in the dataset's list then. */
enum kind row_check(struct row_check *check, const struct csv_record *record);

#endif

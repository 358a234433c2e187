/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row of a claims file must satisfy to enter the table; the list stands at dataset_load().
 * A row is checked whole, before anything of it is stored: the dictionaries of the columns then
 * hold words of good rows only, and whoever mends the file sees all problems of a row at once, in
 * the order of its fields. Most rows hold nothing in their checked fields but words that good rows
 * had before them: that is soon seen, and only the others are looked at closely.
 */
#ifndef TRADESCOPE_DATA_ROW_CHECK_H
#define TRADESCOPE_DATA_ROW_CHECK_H

#include "data/csv.h"
#include "data/dataset.h"
#include "data/dictionary.h"

/* A field of the row that was checked last. */
struct cell {
    struct text text; /* trimmed */
    uint32_t code;    /* in its column of the table; NO_CODE where it is new there, or a number */
    double number;    /* in a column of numbers; NAN where the text is none */
};

struct row_check {
    struct dataset *dataset; /* whose columns are known by now, and that takes the problems */
    enum field *fields;      /* owned: of each column of the file; FIELD_COUNT where unknown */
    struct cell *cells;      /* owned: of each column of the file */
    bool was_plain;          /* the last row had no new word in a field that is checked */
    struct dictionary ids;   /* every id seen */
    size_t *id_lines;        /* the line on which it stands first, by its code */
    size_t id_line_capacity;
};

void row_check_init(struct row_check *check, struct dataset *dataset);
void row_check_release(struct row_check *check);
/* Once the header is known: makes room for the cells. */
void row_check_begin(struct row_check *check);
/* The kind of the row, and its cells; KIND_NONE where it has problems, which stand in the dataset's
 * list then. */
enum kind row_check(struct row_check *check, const struct csv_record *record);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file in memory: the table of its rows, where each known field stands in it, and the problems
 * found on the way. What the records of the file mean is said by a mapping: a claims file,
 * tradescope(5), official statistics, or a plain table.
 */
#ifndef TRADESCOPE_DATA_LOAD_DATASET_H
#define TRADESCOPE_DATA_LOAD_DATASET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "data/value/decimal.h"
#include "data/io/encoding.h"
#include "data/format/mapping.h"
#include "data/io/passed.h"
#include "data/value/period.h"
#include "data/io/problem.h"
#include "data/table/table.h"
#include "data/value/unit.h"
#include "data/table/vocabulary.h"
#include "data/table/word_meanings.h"

struct input_source;

/* Rows of a further file, behind those of the first; see dataset_join.h. */
struct dataset_part {
    size_t first_row;
    char *path; /* owned */
};

struct dataset {
    char *path; /* as the user named it; "-" is standard input */
    enum form form;
    struct mapping mapping; /* with the counts of records left out; zeroed without a file */
    struct table *table;
    size_t
        column[FIELD_COUNT]; /* of each field; every field has one, empty where the file has none */
    size_t file_columns; /* the first so many columns stand in the file, or are made of its cells */
    struct word_meanings meanings; /* of the words in `table` */
    struct problem_list problems;
    struct problem_list notes; /* what was decided in reading, and passed over; no problems */
    struct passed passed[PASSED_KINDS]; /* of which `notes` tells once the file is complete */
    size_t unread;      /* records, or cells of a wide file, that are no rows: see unread.h */
    bool is_cut;        /* the rest of the file was left out */
    bool is_unreadable; /* it could not be opened, or nobody knows what it is */
    enum encoding encoding;
    char separator;
    size_t count_of_kind[KIND_TARGET + 1];
    size_t source_count;         /* distinct sources */
    struct input_source *source; /* the bytes of the file; NULL where it could not be opened */
    struct dataset_part *parts;
    size_t part_count, part_capacity;
};

/* One row, decoded. The texts are borrowed from the table. */
struct claim {
    size_t row;
    enum kind kind;
    enum flow flow;
    enum measure measure;     /* MEASURE_VALUE where a figure states none */
    enum qualifier qualifier; /* QUALIFIER_EXACT where a figure states none */
    struct period date, period, base;
    struct decimal decimal; /* as written; value is NAN for an event */
    struct unit unit;
    double value; /* in the base unit: decimal.value * unit.scale */
    struct text reporter, partner, product;
};

void dataset_release(struct dataset *dataset);

struct claim dataset_claim(const struct dataset *dataset, size_t row);
struct text dataset_text(const struct dataset *dataset, size_t row, enum field field);
/* Appends the record of a row as it stands in the file; false where the row is of no file, or the
 * file cannot be read any more. */
bool dataset_row_as_written(const struct dataset *dataset, size_t row, struct buffer *out);
/* The file that a row is of, as the user named it. */
const char *dataset_row_path(const struct dataset *dataset, size_t row);
/* A file of statistics all of whose records were left out states no trade: that becomes a problem,
 * with the reasons. For whoever loads it, once it is complete. */
void dataset_refuse_nothing(struct dataset *dataset);
/* What a column of the table is; FIELD_COUNT for a column that the format does not know. */
enum field dataset_field_of(const struct dataset *dataset, size_t column);
/* The id of a row; "FILE:LINE" where it has none, in `out`. */
void dataset_id(const struct dataset *dataset, size_t row, struct buffer *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file in memory: the table of its rows, the column of each known field, and the problems found
 * while reading it. A mapping says what the records mean: a claims file, tradescope(5), official
 * statistics, or a plain table.
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

/* Rows of another file that was appended; see dataset_join.h. */
struct dataset_part {
    size_t first_row;
    char *path; /* owned */
};

struct dataset {
    char *path; /* the user's name for it; "-" is standard input */
    enum form form;
    struct mapping mapping; /* with the counts of skipped records; zeroed without a file */
    struct table *table;
    size_t column[FIELD_COUNT]; /* for each field; every field has one, empty if it is not in the
                                   file */
    size_t file_columns; /* the first columns, which are in the file or made from its cells */
    struct word_meanings meanings; /* of the words in `table` */
    struct problem_list problems;
    struct problem_list
        notes; /* decisions made in reading, and skipped records; these are not problems */
    struct passed passed[PASSED_KINDS]; /* reported in `notes` once the file is complete */
    size_t
        unread; /* records, or cells of a wide file, that did not become rows: see struct unread */
    size_t empty_cells; /* of the columns of a wide file that become rows */
    bool is_cut;        /* the rest of the file was not read */
    bool is_unreadable; /* the file could not be opened, or its layout is unknown */
    enum encoding encoding;
    char separator;
    size_t count_of_kind[KIND_COUNT];
    size_t source_count;         /* distinct sources */
    struct input_source *source; /* the bytes of the file; NULL if it could not be opened */
    struct dataset_part *parts;
    size_t part_count, part_capacity;
};

/* One row, decoded. The texts are borrowed from the table. */
struct claim {
    size_t row;
    enum kind kind;
    enum flow flow;
    enum measure measure;     /* MEASURE_VALUE if a figure states none */
    enum qualifier qualifier; /* QUALIFIER_EXACT if a figure states none */
    struct period date, period, base;
    struct decimal decimal; /* as written; the value of an event is NAN */
    struct unit unit;
    double value; /* in the base unit: decimal.value * unit.scale */
    struct text reporter, partner, product;
    struct text scope;      /* of a rank or share */
    struct text forecaster; /* of a forecast: the speaker, or the source if none is named */
};

void dataset_release(struct dataset *dataset);

struct claim dataset_claim(const struct dataset *dataset, size_t row);
struct text dataset_text(const struct dataset *dataset, size_t row, enum field field);
/*
 * Appends the record of a row as it is in the file. Returns false if the row is from no file, or
 * the file cannot be read any more.
 */
bool dataset_row_as_written(const struct dataset *dataset, size_t row, struct buffer *out);
/* Returns the file of a row, as the user named it. */
const char *dataset_row_path(const struct dataset *dataset, size_t row);
/*
 * A file of statistics whose records were all skipped states no trade. Adds a problem with the
 * reasons; one problem replaces those of the rows if none of them states a flow. Call it when the
 * file is complete.
 */
void dataset_refuse_nothing(struct dataset *dataset);
/* Returns the field of a table column; FIELD_COUNT for a column that the format does not know. */
enum field dataset_field_of(const struct dataset *dataset, size_t column);
/* Appends the id of a row; "FILE:LINE" if it has none. */
void dataset_id(const struct dataset *dataset, size_t row, struct buffer *out);

/*
 * How much of a file was not read. A sum, page or headline that depends on the rows of the file
 * says so in these words.
 */

struct unread {
    size_t rows;  /* rows that could not be read: each is a problem */
    size_t all;   /* all rows, including these */
    size_t files; /* files that could not be read at all */
    size_t cut;   /* files whose rest was not read, so that the number of their rows is unknown */
};

/* Returns the counts of a file that has `rows` rows in the table. */
struct unread unread_of(const struct dataset *dataset, size_t rows);
/* Adds the counts of another file. */
void unread_add(struct unread *sum, struct unread of);
bool unread_is_some(struct unread unread);
/*
 * Appends "899 of 23,000 rows not read", "2 files not read", "the rest of a file not read"; nothing
 * if all was read.
 */
void unread_write(struct buffer *out, struct unread unread);
/* The same with where to find the reasons: "899 of 23,000 rows not read: 6 Problems". */
void unread_write_with_problems(struct buffer *out, struct unread unread);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the records of a file become rows of a table: for each column of the table, where its cells
 * come from. A claims file, each format of official statistics and a plain table differ in nothing
 * else, and are loaded by the same code.
 */
#ifndef TRADESCOPE_DATA_FORMAT_MAPPING_H
#define TRADESCOPE_DATA_FORMAT_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "data/csv/csv.h"
#include "data/value/number_reader.h"
#include "data/io/problem.h"
#include "data/table/table.h"
#include "data/table/vocabulary.h"

enum field_origin {
    ORIGIN_FILE,       /* a column of the file, as it stands */
    ORIGIN_CONSTANT,   /* the same in every row: from the format, the file's name, a preamble */
    ORIGIN_JOINED,     /* columns of the file, joined by `joint`: year and month */
    ORIGIN_MELTED,     /* of a wide file: the cell that this row is about */
    ORIGIN_HEADING,    /* of a wide file: what the mapping says about the column of that cell */
    ORIGIN_TRANSLATED, /* an earlier column of the mapping, each distinct word in other words */
};

/*
 * What a word means. Appends to `out`; false where it means nothing known, with the reason and the
 * remedy ("is no month; write Jan-15") as it continues the word. A word is asked for once, not once
 * a row. Must not change `context`: several threads ask.
 */
typedef bool translator(struct text word, const void *context, struct buffer *out,
                        struct buffer *reason);

struct mapped_column {
    char *name; /* owned */
    enum column_type type;
    enum field field; /* that it is the column of; FIELD_COUNT for none */
    enum field_origin origin;
    size_t from[4]; /* ORIGIN_FILE, JOINED: columns of the file; TRANSLATED: [0] of the mapping */
    size_t from_count;
    char joint;      /* ORIGIN_JOINED */
    char *constant;  /* owned, for ORIGIN_CONSTANT */
    bool is_outside; /* ... which the name of the file says, or what stands above the header */
    translator *translate; /* ORIGIN_TRANSLATED; also tells what of other columns is acceptable */
    const void *context;   /* of the translator; in `contexts`, or outlives the mapping */
    number_reader *read;   /* COLUMN_NUMBER; NULL for plain decimals alone */
    char **missing;        /* owned: words that mean "not stated" beside the empty one: "NA" */
    size_t missing_count;
    bool is_needed; /* a row without it is a problem */
};

/* A column of a wide file, whose cells become rows; cells that state nothing become none. */
struct melted_column {
    size_t column;  /* of the file */
    char **heading; /* owned: one text for each ORIGIN_HEADING column, in their order */
};

/* Records that are no rows: a repeated header, a line of flags. They are counted, not loaded. */
struct left_out {
    size_t column; /* of the file */
    bool is_not;   /* left out where the word is none of these */
    char **words;  /* owned: patterns of word_pattern.h for the word without blanks around it */
    size_t word_count;
    char *reason; /* owned: "rows of flags" */
    size_t count; /* of records, filled by the loader */
};

/* A column by which a file splits what it also states whole: the whole is not added to its parts.
 */
enum aspect {
    ASPECT_PARTNER,
    ASPECT_PRODUCT,
    ASPECT_TRANSPORT,
    ASPECT_CUSTOMS,
    ASPECT_SECOND_PARTNER,
    ASPECT_CLASSIFICATION, /* H4 beside H5: one is taken */
    ASPECT_TYPE,           /* goods beside services */
    ASPECT_FREQUENCY,
    ASPECT_OTHER,
};
struct split {
    enum aspect aspect;
    size_t column; /* of the mapping */
    char **wholes; /* owned: the words that stand for all parts: "0", "W00", "TOTAL"; may be none */
    size_t whole_count;
};

enum form {
    FORM_CLAIMS,     /* tradescope(5) */
    FORM_STATISTICS, /* every row states the value of a flow */
    FORM_PLAIN,      /* a table of unknown meaning */
};

struct mapping {
    enum form form;
    char *format;                  /* owned: "comtrade-legacy"; NULL for claims and plain tables */
    struct mapped_column *columns; /* owned */
    size_t column_count, column_capacity;
    size_t file_columns; /* fields of the header */
    char **header; /* owned: names of the columns of the file, each its own; some may be empty */
    size_t header_number;         /* of the record that has these names, from 0 */
    size_t header_records;        /* records up to the header, and what is no row behind it */
    bool allows_trailing_empty;   /* rows may have empty fields behind those of the header */
    bool allows_short;            /* ... and may lack fields at the end */
    struct melted_column *melted; /* owned; none for a file whose records are rows */
    size_t melted_count, melted_capacity;
    struct left_out *left_out; /* owned */
    size_t left_out_count, left_out_capacity;
    struct split *splits; /* owned */
    size_t split_count, split_capacity;
    bool is_reconciled; /* a row is the reporter's export and its partner's import: BACI */
    char *note;         /* owned: what a reader of the numbers must know; NULL for none */
    char *refusal;      /* owned: why it cannot be made: a column that may mean two things */
    struct problem_list decisions; /* how columns are read where that is not plain, for the user */
    struct arena contexts;         /* what the translators rest on */
};

/* Adds a column of ORIGIN_FILE without a field to those of the mapping; valid until the next. */
struct mapped_column *mapping_add_column(struct mapping *mapping, struct text name,
                                         enum column_type type);
void mapping_release(struct mapping *mapping);

/* Before the name of a field: a column that exports have beside those of the file, for what the
 * file says outside them. */
#define EXPORTED_PREFIX "tradescope:"

/* How a file starts: from which follows what it is. */
struct file_head {
    const char *path; /* as the user named it */
    char separator;
    const struct csv_record *records; /* the first, at most HEAD_RECORDS; as UTF-8 */
    size_t count;
    size_t header; /* the number of the record that names the columns, from 0 ... */
    size_t body;   /* ... and of the first one behind it that is no line of units */
};
#define HEAD_RECORDS ((size_t)64)
/* The number of the first record of rows, where that one is the header. */
size_t file_head_body(const struct file_head *head, size_t header);

/*
 * Says how the records of a file become rows. False with the reason where they cannot, as it
 * continues the name of the file. `mapping` is zeroed, and released by the caller either way.
 */
typedef bool mapper(const struct file_head *head, const void *context, struct mapping *mapping,
                    struct error *error);

/* A file of tradescope(5), which has a column `kind`; others are refused. Needs no context. */
mapper map_claims;
/* Any table: a column of numbers is one, without words for its meaning. Needs no context. */
mapper map_plain;

#endif

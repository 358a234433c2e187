/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the records of a file become rows of a table: the source of the cells for each column of the
 * table. Claims files, official statistics of each format and plain tables differ only in their
 * mapping, and are loaded by the same code.
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
    ORIGIN_FILE,       /* a column of the file, unchanged */
    ORIGIN_CONSTANT,   /* the same in all rows: from the format, the file name, or a preamble */
    ORIGIN_JOINED,     /* columns of the file, joined by `joint`: year and month */
    ORIGIN_MELTED,     /* of a wide file: the cell of this row */
    ORIGIN_HEADING,    /* of a wide file: what the mapping says about the column of that cell */
    ORIGIN_TRANSLATED, /* an earlier column of the mapping, each distinct word translated */
};

/*
 * Appends the meaning of a word to `out`. Returns false if it has none, with the reason and the
 * remedy ("is no month; write Jan-15"), which continue the word. Called once per distinct word, not
 * once per row, by several threads, so it must not change `context`.
 */
typedef bool translator(struct text word, const void *context, struct buffer *out,
                        struct buffer *reason);

struct mapped_column {
    char *name; /* owned */
    enum column_type type;
    enum field field; /* the field of the column; FIELD_COUNT if it has none */
    enum field_origin origin;
    size_t from[4]; /* ORIGIN_FILE, JOINED: columns of the file; TRANSLATED: [0] is a column of the
                       mapping */
    size_t from_count;
    char joint;            /* ORIGIN_JOINED */
    char *constant;        /* owned, for ORIGIN_CONSTANT */
    bool is_outside;       /* ... which is in the file name, or above the header */
    translator *translate; /* for ORIGIN_TRANSLATED; in other columns it checks the words */
    const void *context;   /* of the translator; in `contexts`, or outlives the mapping */
    number_reader *read;   /* COLUMN_NUMBER; NULL for plain decimals only */
    char **missing;        /* owned: words for "not stated" besides the empty one: "NA" */
    size_t missing_count;
    bool is_needed;  /* a row without it is a problem */
    bool is_checked; /* a word that `translate` refuses is a problem, an empty one is not */
};

/* A column of a wide file, whose cells become rows. Cells that state nothing are skipped. */
struct melted_column {
    size_t column;  /* of the file */
    char **heading; /* owned: a text for each ORIGIN_HEADING column, in order */
};

/* Records that are not rows: a repeated header, a line of flags. They are counted and skipped. */
struct left_out {
    size_t column; /* of the file */
    size_t part;   /* of its cells, see header_part_of(); 0 for the whole */
    bool is_not;   /* skip if the word is none of these */
    char **words;  /* owned: patterns of word_pattern.h for the trimmed word */
    size_t word_count;
    char *reason; /* owned: "rows of flags" */
    size_t count; /* of skipped records, counted by the loader */
};

/* A column that splits a total which the file also states: the total is not added to its parts. */
enum aspect {
    ASPECT_PARTNER,
    ASPECT_PRODUCT,
    ASPECT_TRANSPORT,
    ASPECT_CUSTOMS,
    ASPECT_SECOND_PARTNER,
    ASPECT_CLASSIFICATION, /* H4 and H5: one of them is used */
    ASPECT_TYPE,           /* goods and services */
    ASPECT_FREQUENCY,
    ASPECT_OTHER,
    ASPECT_PARTS, /* whose rows add up */
};
struct split {
    enum aspect aspect;
    size_t column; /* of the mapping */
    char **wholes; /* owned: the words for the total: "0", "W00", "TOTAL"; may be empty */
    size_t whole_count;
};

enum form {
    FORM_CLAIMS,     /* tradescope(5) */
    FORM_STATISTICS, /* each row states the value of a flow */
    FORM_PLAIN,      /* a table of unknown meaning */
};

struct mapping {
    enum form form;
    char *format;                  /* owned: "comtrade-legacy"; NULL for claims and plain tables */
    struct mapped_column *columns; /* owned */
    size_t column_count, column_capacity;
    size_t file_columns; /* fields of the header */
    char **header; /* owned: the distinct names of the columns of the file; some may be empty */
    size_t header_number;       /* number of the header record, from 0 */
    size_t header_records;      /* records up to the header, and any behind it that are not rows */
    bool allows_trailing_empty; /* rows may have more fields than the header if these are empty */
    bool allows_short;          /* ... and may lack fields at the end */
    struct melted_column *melted; /* owned; none if the records of the file are rows */
    size_t melted_count, melted_capacity;
    struct left_out *left_out; /* owned */
    size_t left_out_count, left_out_capacity;
    struct split *splits; /* owned */
    size_t split_count, split_capacity;
    bool is_reconciled; /* a row is the reporter's export and the partner's import: BACI */
    char *note;    /* owned: what a reader of the numbers should know; NULL if there is nothing */
    char *refusal; /* owned: why the file is refused, such as a column with two possible meanings */
    struct problem_list decisions; /* how ambiguous columns are read, for the user */
    struct arena contexts;         /* memory of the translators */
};

/* Adds a column of ORIGIN_FILE without a field. The result is valid until the next call. */
struct mapped_column *mapping_add_column(struct mapping *mapping, struct text name,
                                         enum column_type type);
void mapping_release(struct mapping *mapping);

/*
 * The prefix of a field name in columns that exports add for what the original file says outside
 * its columns.
 */
#define EXPORTED_PREFIX "tradescope:"

/* The start of a file, from which its kind is detected. */
struct file_head {
    const char *path; /* the user's name for it */
    char separator;
    const struct csv_record *records; /* the first ones, at most HEAD_RECORDS; in UTF-8 */
    size_t count;
    size_t header; /* number of the record that names the columns, from 0 ... */
    size_t body;   /* ... and of the first one behind it that is not a line of units */
};
#define HEAD_RECORDS ((size_t)64)
/* Returns the number of the first data record if `header` is the header. */
size_t file_head_body(const struct file_head *head, size_t header);

/*
 * Makes the mapping of a file. Returns false with the reason, which continues the name of the file.
 * `mapping` is zeroed before; the caller releases it in any case.
 */
typedef bool mapper(const struct file_head *head, const void *context, struct mapping *mapping,
                    struct error *error);

/* Accepts a file of tradescope(5), which has a column `kind`. Needs no context. */
mapper map_claims;
/* Accepts any table. Columns of numbers become COLUMN_NUMBER. Needs no context. */
mapper map_plain;

#endif

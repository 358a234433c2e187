/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows that one thread made of one part of a file: columns whose codes are those of the
 * thread's own dictionaries. The next batch of the same thread goes on with these dictionaries, so
 * a batch brings along only the words that are new since the last.
 */
#ifndef TRADESCOPE_DATA_LOAD_BATCH_H
#define TRADESCOPE_DATA_LOAD_BATCH_H

#include "base/huge_buffer.h"
#include "data/table/column.h"
#include "data/format/mapping.h"
#include "data/io/passed.h"
#include "data/io/problem.h"

struct batch_column {
    bool is_spread;           /* texts instead of codes */
    bool is_uniform;          /* all rows have the code of the first */
    bool has_none;            /* a row without a word or a number */
    struct huge_buffer cells; /* one a row: uint32_t codes, stored_text or double */
    struct huge_buffer
        places;   /* one byte a row, of numbers; as in column.h, odd words by own codes */
    bool has_odd; /* a byte of places that is an odd word */
    struct kept_text *kept;
    size_t kept_count, kept_capacity;
    struct text *new_words; /* with the codes from `first_new` on */
    size_t new_count, new_capacity;
    uint32_t first_new;
};

/* The id of a row, also of one that is dropped. */
struct record_id {
    uint64_t hash;
    size_t line; /* from the first of the batch */
    size_t row;
};

enum batch_end {
    BATCH_DONE,   /* up to the limit of the part */
    BATCH_LAST,   /* up to the end of the file */
    BATCH_DRY,    /* up to where no more of the file has arrived yet */
    BATCH_CUT,    /* a record goes on so far that only the owner may say whether to follow */
    BATCH_BROKEN, /* what follows cannot be read: `error` */
};

struct batch {
    uint64_t start, end; /* what was read of the file: both are starts of lines */
    enum batch_end how;
    char *error;                  /* owned, of BATCH_BROKEN ... */
    size_t error_line;            /* ... from the first of the batch; 0 where the file is meant */
    uint64_t arrived;             /* bytes of the file, at a BATCH_DRY */
    size_t rows, lines;           /* lines that lie between start and end */
    bool is_decoded;              /* from CP1252, in part */
    struct batch_column *columns; /* owned; of those of the mapping that have cells */
    size_t column_count;
    struct huge_buffer offsets; /* uint32_t, one a row: from `start` */
    struct line_run *runs;      /* of lines from the first of the batch, which is 0 */
    size_t run_count, run_capacity;
    size_t passed_rows; /* of those that were dropped, the ones that are no rows by their looks */
    size_t refused;     /* records that did not become rows at all */
    struct huge_buffer dropped; /* bool, one a row: that is a problem */
    size_t dropped_count;
    struct record_id *ids; /* of a claims file */
    size_t id_count, id_capacity;
    size_t *left_out; /* owned: records that each rule of the mapping left out */
    struct passed passed[PASSED_KINDS];
    struct problem_list problems; /* lines from the first of the batch, which is 1 here */
};

struct batch *batch_new(const struct mapping *mapping);
void batch_free(struct batch *batch);
/* Makes it empty, for the part that starts there. */
void batch_clear(struct batch *batch, const struct mapping *mapping, uint64_t start);
/* Room for so many rows; false without memory. */
bool batch_reserve(struct batch *batch, const struct mapping *mapping, size_t rows);
/* What follows has not arrived yet. */
void batch_end_dry(struct batch *batch, uint64_t arrived);
/* What follows cannot be read. */
void batch_break(struct batch *batch, const char *reason);
/* Marks a row that does not enter the table. */
void batch_drop(struct batch *batch, size_t row);
/* Takes out the rows that were dropped, and brings the problems into the order of the file. */
void batch_settle(struct batch *batch, const struct mapping *mapping);

#endif

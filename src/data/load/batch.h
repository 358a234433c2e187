/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows that one thread read from one part of a file, as columns whose codes belong to the
 * thread's own dictionaries. The thread keeps its dictionaries for the next batch, so a batch
 * brings only the words that are new since the one before.
 */
#ifndef TRADESCOPE_DATA_LOAD_BATCH_H
#define TRADESCOPE_DATA_LOAD_BATCH_H

#include "base/memory_block.h"
#include "data/table/column.h"
#include "data/format/mapping.h"
#include "data/io/passed.h"
#include "data/io/problem.h"

struct batch_column {
    bool is_spread;             /* has texts in place of codes */
    bool is_uniform;            /* all rows have the code of the first */
    bool has_none;              /* some row has no word or number */
    struct memory_block cells;  /* one per row: uint32_t codes, stored_text or double */
    struct memory_block places; /* one byte per row, in a column of numbers; as in column.h, with
                                  the thread's own words */
    bool has_odd;               /* some places byte stands for a word */
    size_t rounded;             /* numbers of the block that a double does not hold ... */
    size_t first_rounded;       /* ... and the row of the first of them */
    struct kept_text *kept;
    size_t kept_count, kept_capacity;
    struct text *new_words; /* with the codes from `first_new` on */
    size_t new_count, new_capacity;
    uint32_t first_new;
};

/* The id of a row, even of a dropped one. */
struct record_id {
    uint64_t hash;
    size_t line; /* counted from the start of the batch */
    size_t row;
};

enum batch_end {
    BATCH_DONE,   /* reached the limit of the part */
    BATCH_LAST,   /* reached the end of the file */
    BATCH_DRY,    /* reached the end of what has arrived */
    BATCH_CUT,    /* a record is so long that only the owner may decide to follow it */
    BATCH_BROKEN, /* the rest cannot be read: `error` */
};

struct batch {
    uint64_t start, end; /* the range of the file that was read, from and to the start of a line */
    enum batch_end how;
    char *error;        /* owned; the reason of BATCH_BROKEN ... */
    size_t error_line;  /* ... and its line, from the start of the batch; 0 for the whole file */
    uint64_t arrived;   /* bytes of the file, for BATCH_DRY */
    size_t rows, lines; /* rows, and lines between start and end */
    bool is_decoded;    /* some text was converted from CP1252 */
    struct batch_column *columns; /* owned; one for each column of the mapping that has cells */
    size_t column_count;
    struct memory_block offsets; /* uint32_t, one per row: offset from `start` */
    struct line_run *runs;       /* lines from the start of the batch, which is line 0 */
    size_t run_count, run_capacity;
    size_t empty_cells;          /* of columns that become rows: no row was made of them */
    size_t passed_rows;          /* dropped rows that are comments, blank or footnotes */
    size_t refused;              /* records that did not become rows */
    struct memory_block dropped; /* bool, one per row: the row has a problem */
    size_t dropped_count;
    struct record_id *ids; /* of a claims file */
    size_t id_count, id_capacity;
    size_t *left_out; /* owned: records skipped by each rule of the mapping */
    struct passed passed[PASSED_KINDS];
    struct problem_list
        problems; /* lines count from the start of the batch, which is line 1 here */
};

struct batch *batch_new(const struct mapping *mapping);
void batch_free(struct batch *batch);
/* Clears the batch for the part that starts at `start`. */
void batch_clear(struct batch *batch, const struct mapping *mapping, uint64_t start);
/* Makes room for `rows` rows. Returns false without memory. */
bool batch_reserve(struct batch *batch, const struct mapping *mapping, size_t rows);
/* Ends the batch because the rest has not arrived yet. */
void batch_end_dry(struct batch *batch, uint64_t arrived);
/* Ends the batch because the rest cannot be read. */
void batch_break(struct batch *batch, const char *reason);
/* Marks a row that will not enter the table. */
void batch_drop(struct batch *batch, size_t row);
/* Removes dropped rows and sorts the problems in the order of the file. */
void batch_settle(struct batch *batch, const struct mapping *mapping);

#endif

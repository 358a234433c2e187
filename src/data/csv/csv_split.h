/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives the same records and errors as csv_read() of csv.h, several times as fast. Fields point
 * into the text unless they had to be changed.
 */
#ifndef TRADESCOPE_DATA_CSV_CSV_SPLIT_H
#define TRADESCOPE_DATA_CSV_CSV_SPLIT_H

#include <stdint.h>

#include "base/memory.h"
#include "data/csv/csv.h"

/* The ends of fields in a block of 64 bytes, and the state at the end of the block before. */
struct csv_ends {
    size_t block;
    uint64_t fields, records; /* a bit for each end of a field, and of a record, not passed yet */
    bool is_odd;              /* fields behind these bits may be irregular */
    bool has_quotes;          /* fields that end there may be quoted */
    uint64_t inside;          /* all ones if the block ends inside quotes */
    uint64_t starts, after_quote, after_blank; /* 1 if its last byte is the end of a field, ... */
};

/* The fields that end in one block, and a group of fields that is begun. */
#define CSV_FIELDS_BEHIND ((size_t)68)

/* Zero-initialise it, set the fields of the caller, and call csv_splitter_start(). */
struct csv_splitter {
    struct text bytes;    /* fields are padded if the bytes are (short_text.h) */
    bool is_portable;     /* use no AVX2; for tests */
    bool keeps_indents;   /* two or more blanks in front of a field are part of it */
    char separator;       /* a separator that csv_separator() may return */
    struct arena *copies; /* memory for fields that differ from the text */
    struct text *fields;  /* the fields of the next record ... */
    size_t room;          /* ... at most this number */
    size_t at;            /* offset of the next record */
    size_t line;          /* its line; the caller sets the number of the first */
    size_t count;         /* fields of the record, including those beyond the room */
    size_t excess;        /* bytes of the fields beyond the room */
    struct csv_ends ends; /* of the last block that was examined */
};

/* Sets the offset at which to read, which must be the start of a line. */
void csv_splitter_start(struct csv_splitter *splitter, size_t at);
/*
 * Skips blank lines that start before `limit`. Returns true if a record follows, false at the limit
 * or the end of the bytes.
 */
bool csv_splitter_seek(struct csv_splitter *splitter, size_t limit);
/*
 * Reads the record found by csv_splitter_seek(). Returns false if a quote is never closed;
 * splitter->line is then the line on which it opens.
 */
bool csv_splitter_take(struct csv_splitter *splitter);
/*
 * Reads records with exactly `room` fields and one line each, as most are, up to the first other
 * one: at most `most`, which is not 0, and only those that start before `limit`. The fields lie one
 * record after the other; room for CSV_FIELDS_BEHIND more must follow, which may be overwritten.
 * `starts` receives the offsets. Returns the number of records.
 */
size_t csv_splitter_take_even(struct csv_splitter *splitter, size_t limit, size_t most,
                              uint32_t *starts);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same records as csv_read() of csv.h gives, and the same errors, several times as fast: the
 * fields lie where they stand in the bytes wherever nothing has to be taken out of them.
 */
#ifndef TRADESCOPE_DATA_CSV_CSV_SPLIT_H
#define TRADESCOPE_DATA_CSV_CSV_SPLIT_H

#include <stdint.h>

#include "base/memory.h"
#include "data/csv/csv.h"

/* Where fields end in a block of 64 bytes, and how the block before it ended. */
struct csv_ends {
    size_t block;
    uint64_t fields, records; /* a bit for each end of a field, and of a last one, not passed yet */
    bool is_odd;              /* fields may end behind these bits */
    bool has_quotes;          /* fields that end there may be in quotes */
    uint64_t inside;          /* all ones: the block ends inside quotes */
    uint64_t starts, after_quote, after_blank; /* 1: its last byte is the end of a field, ... */
};

/* What ends in a block, and a group of fields that is begun. */
#define CSV_FIELDS_BEHIND ((size_t)68)

/* Zero-initialise it, set what the caller says, and call csv_splitter_start(). */
struct csv_splitter {
    struct text bytes;    /* padded fields come of padded bytes (short_text.h) */
    bool is_portable;     /* does with what all processors can do, for tests */
    char separator;       /* one that csv_separator() may give */
    struct arena *copies; /* takes the fields that differ from what the file has */
    struct text *fields;  /* where the fields of the next record go ... */
    size_t room;          /* ... at most so many */
    size_t at;            /* where to read on */
    size_t line;          /* of that place; the caller says from which number */
    size_t count;         /* fields of the record, also those that found no room */
    size_t excess;        /* bytes of those that found no room */
    struct csv_ends ends; /* of the block that was looked at last */
};

/* Sets the place where to read, which is the start of a line. */
void csv_splitter_start(struct csv_splitter *splitter, size_t at);
/* Passes over blank lines, as long as they start before `limit`. True where a record follows there;
 * false at the limit or the end of the bytes. */
bool csv_splitter_seek(struct csv_splitter *splitter, size_t limit);
/* Takes the record that starts here, after csv_splitter_seek(). False where a quote stays open up
 * to the end of the bytes; splitter->line is where it opens then. */
bool csv_splitter_take(struct csv_splitter *splitter);
/*
 * Takes records that have `room` fields each, on a line each, as most are, up to the first other
 * one: at most `most`, which is not 0, and only those that start before `limit`. Their fields lie
 * one record after the other, with room for CSV_FIELDS_BEHIND more behind the last, which may be
 * written to; `starts` gets their places. Returns how many were taken.
 */
size_t csv_splitter_take_even(struct csv_splitter *splitter, size_t limit, size_t most,
                              uint32_t *starts);

#endif

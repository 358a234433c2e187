/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same records as csv_read() of csv.h gives, and the same errors, several times as fast: the
 * fields lie where they stand in the bytes wherever nothing has to be taken out of them.
 */
#ifndef TRADESCOPE_DATA_CSV_SPLIT_H
#define TRADESCOPE_DATA_CSV_SPLIT_H

#include <stdint.h>

#include "base/memory.h"
#include "data/csv.h"

/* Zero-initialise it, and set what the caller says. */
struct csv_splitter {
    struct text bytes;
    char separator;       /* one that csv_separator() may give */
    struct arena *copies; /* takes the fields that differ from what the file has */
    struct text *fields;  /* where the fields of the next record go ... */
    size_t room;          /* ... at most so many */
    size_t at;            /* where to read on */
    size_t line;          /* of that place; the caller says from which number */
    size_t count;         /* fields of the record, also those that found no room */
    size_t excess;        /* bytes of those that found no room */
    size_t block;         /* where the block starts that the marks are of */
    uint64_t marks; /* a bit for each of its bytes that is a separator, a quote or a line end */
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
 * Like csv_read(), but the texts of the fields (not the array of them) live as long as `bytes` and
 * `copies`, which takes the fields that differ from what the file has: those with doubled quotes.
 * The separator is one that csv_separator() may give.
 */
bool csv_split(struct text bytes, char separator, struct arena *copies, csv_handler *handler,
               void *context, size_t *error_line, struct error *error);

#endif

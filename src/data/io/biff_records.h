/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of an old workbook, as far as freexl does not read them: results of formulas, and
 * sheets that are hidden, and formats of dates.
 */
#ifndef TRADESCOPE_DATA_IO_BIFF_RECORDS_H
#define TRADESCOPE_DATA_IO_BIFF_RECORDS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

#define BIFF_SHEETS ((size_t)1000)

struct biff_sheet {
    size_t place;   /* of its records */
    bool is_hidden; /* or no table */
};

/* A text that a formula resulted in. */
struct biff_text {
    size_t sheet;
    unsigned row, column; /* from 0 */
    struct text text;     /* in the arena */
};

/* Initialise it to zero. */
struct biff_summary {
    struct biff_sheet sheets[BIFF_SHEETS];
    size_t sheet_count;
    struct biff_text *texts; /* owned; in the order of the file */
    size_t text_count, text_capacity;
    struct arena arena;
};

/*
 * Makes numbers of the formulas that resulted in one, in the bytes of the file, and lists those
 * that resulted in a text. Returns false with the reason if there are no records.
 */
bool biff_records_prepare(struct buffer *file, struct biff_summary *summary, struct error *error);
/* Returns the text that a formula put into a cell; an empty one if there is none. */
struct text biff_text_of(const struct biff_summary *summary, size_t sheet, unsigned row,
                         unsigned column);
void biff_summary_release(struct biff_summary *summary);

#endif

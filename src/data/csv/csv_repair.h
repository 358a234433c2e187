/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that are no clean CSV. The readers of csv.h follow libcsv, which takes a quotation mark
 * in an odd place for text and reads on, over as many lines as it takes: `"a" b` may swallow the
 * rows that follow. Here such records are found, and what can be read of them is.
 */
#ifndef TRADESCOPE_DATA_CSV_CSV_REPAIR_H
#define TRADESCOPE_DATA_CSV_CSV_REPAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"

enum quotes {
    QUOTES_FINE,
    QUOTES_STRAY,   /* a field in quotes goes on behind the quote that closes it */
    QUOTES_OPEN,    /* a quote is not closed before the end of the bytes */
    QUOTES_UNKNOWN, /* more bytes are needed to tell */
};

/* What the quotes of the record that starts at `at` are like; `is_end`: nothing follows the bytes.
 */
enum quotes csv_repair_quotes(struct text bytes, size_t at, char separator, bool is_end);
/* The line that starts at `at`, without its end; false where it may go on behind the bytes. */
bool csv_repair_line(struct text bytes, size_t at, bool is_end, struct text *line);
/*
 * The fields of one line, at most `room`. A quote that does not close its field on this line is
 * text, and so the field ends at the next separator. Returns how many there are, also without room.
 */
size_t csv_repair_split(struct text line, char separator, struct arena *copies, struct text *fields,
                        size_t room);
/*
 * A record that was quoted twice, so that it has one field or was cut inside its texts: the fields
 * joined and split once more. False where that does not give `width` fields, which may be those
 * given.
 */
bool csv_repair_requoted(struct text *fields, size_t count, char separator, size_t width,
                         struct arena *copies);
/*
 * Whether the quote that opens in the first of `lines` seems to have swallowed the next: both, read
 * line by line, have `width` fields and numbers in the same of them.
 */
bool csv_repair_is_swallowed(struct text first, struct text next, char separator, size_t width);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records that are not clean CSV. The readers of csv.h follow libcsv, which takes a misplaced quote
 * for text and reads on over any number of lines: `"a" b` may swallow the rows behind it. These
 * functions detect such records and read what they can.
 */
#ifndef TRADESCOPE_DATA_CSV_CSV_REPAIR_H
#define TRADESCOPE_DATA_CSV_CSV_REPAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"

enum quotes {
    QUOTES_FINE,
    QUOTES_STRAY,   /* a quoted field continues behind its closing quote */
    QUOTES_OPEN,    /* a quote is not closed at the end of the bytes */
    QUOTES_UNKNOWN, /* more bytes are needed to decide */
};

/*
 * Classifies the quotes of the record that starts at `at`. `is_end` is true if nothing follows the
 * bytes.
 */
enum quotes csv_repair_quotes(struct text bytes, size_t at, char separator, bool is_end);
/*
 * Sets *line to the line that starts at `at`, without its end. Returns false if it may continue
 * behind the bytes.
 */
bool csv_repair_line(struct text bytes, size_t at, bool is_end, struct text *line);
/*
 * Splits one line into fields, at most `room`. A quote that does not close its field on this line
 * is text, so the field ends at the next separator. Returns the number of fields, which may exceed
 * `room`.
 */
size_t csv_repair_split(struct text line, char separator, struct arena *copies, struct text *fields,
                        size_t room);
/*
 * Repairs a record that was quoted twice, so that it has one field or was cut inside its texts:
 * joins the fields and splits them again. Returns false if that does not give `width` fields, which
 * may already be the number given.
 */
bool csv_repair_requoted(struct text *fields, size_t count, char separator, size_t width,
                         struct arena *copies);
/*
 * True if the quote that opens in `first` seems to have swallowed the next line: both, read line by
 * line, have `width` fields and numbers in the same fields.
 */
bool csv_repair_is_swallowed(struct text first, struct text next, char separator, size_t width);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV records, read with libcsv. The separator (comma, semicolon, tab) is the one that occurs most
 * often in the first record, outside of quotes. Line ends may be LF, CRLF or CR; quoted fields may
 * contain any of them. Blank lines are skipped. This reader is the reference: csv_split.h gives the
 * same records faster.
 */
#ifndef TRADESCOPE_DATA_CSV_CSV_H
#define TRADESCOPE_DATA_CSV_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

struct csv_record {
    const struct text *fields; /* borrowed until the handler returns */
    size_t count;
    size_t line; /* on which the record starts, from 1 */
};

/* Returns false to stop reading. */
typedef bool csv_handler(void *context, const struct csv_record *record);

char csv_separator(struct text bytes);
/*
 * Calls the handler for every record. Returns false with the reason if a quote is never closed;
 * *error_line is then the line on which it opens, else 0.
 */
bool csv_read(struct text bytes, char separator, csv_handler *handler, void *context,
              size_t *error_line, struct error *error);
/* Sets the error about a quote that is never closed. Always returns false. */
bool csv_refuse_open_quote(struct error *error);

#endif

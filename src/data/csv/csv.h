/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV records, read with libcsv. The separator (comma, semicolon, tab) is the one that the first
 * record has most of outside quotes. Line ends may be LF, CRLF or CR; quoted fields may hold any of
 * them. Blank lines are passed over. This is the reference: csv_split.h gives the same faster.
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
 * Calls the handler for every record. False with the reason where the bytes are no CSV: a quote
 * that is never closed (with the line on which it opens). *error_line is that line, else 0.
 */
bool csv_read(struct text bytes, char separator, csv_handler *handler, void *context,
              size_t *error_line, struct error *error);
/* What is said about a quote that is never closed. Always false. */
bool csv_refuse_open_quote(struct error *error);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of columns, as formats compare them: small letters and digits, nothing else. That makes
 * `typeCode`, `TypeCode` and `type_code` one, and `Trade Value (US$)` and `Trade.Value..US..`.
 */
#ifndef TRADESCOPE_DATA_CSV_HEADER_NAME_H
#define TRADESCOPE_DATA_CSV_HEADER_NAME_H

#include "base/buffer.h"
#include "data/csv/csv.h"

/* Appends the name; a name of other letters alone stays as it is, folded. */
void header_name(struct buffer *out, struct text name);
/* The same for a pattern of word_pattern.h, whose signs stay. */
void header_pattern(struct buffer *out, struct text pattern);

/* The names of a header, to be found quickly: a header may have thousands. */
struct header {
    struct text *names; /* of each column, normalised; empty where it has none */
    size_t *sorted;     /* the columns in the order of their names */
    size_t count;
    char *bytes; /* all owned */
};

void header_init(struct header *header, const struct csv_record *record);
void header_release(struct header *header);
/* The first column of that (normalised) name; header->count where there is none. One without a name
 * is called by its number, "column3". */
size_t header_find(const struct header *header, struct text name);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Column names in the form in which formats compare them: lower case letters and digits, nothing
 * else. So `typeCode`, `TypeCode` and `type_code` are equal, and so are `Trade Value (US$)` and
 * `Trade.Value..US..`.
 */
#ifndef TRADESCOPE_DATA_CSV_HEADER_NAME_H
#define TRADESCOPE_DATA_CSV_HEADER_NAME_H

#include "base/buffer.h"
#include "data/csv/csv.h"

/* Appends the name. A name without ASCII letters and digits is only folded. */
void header_name(struct buffer *out, struct text name);
/* The same without signs of currencies, which otherwise are letters: `Value (€)` is valueeur. */
void header_name_plain(struct buffer *out, struct text name);
/* The same for a pattern of word_pattern.h, whose signs are kept. */
void header_pattern(struct buffer *out, struct text pattern);

/* Finds the unit that a name has in brackets: USD mn in "Exports (USD mn)". Returns false for none.
 */
bool header_unit(struct text name, struct text *unit);

/* The names of a header with a fast lookup, as a header may have thousands. */
struct header {
    struct text *names; /* normalised, for each column; empty if it has none */
    size_t *sorted;     /* the columns sorted by name */
    size_t count;
    /*
     * Names of the parts of the first column if it combines several, separated by commas: Eurostat
     * writes "freq,unit,geo\TIME_PERIOD". They share `bytes`.
     */
    struct text *parts;
    size_t part_count;
    char *bytes; /* all owned */
};

void header_init(struct header *header, const struct csv_record *record);
void header_release(struct header *header);
/* Returns the first column of that (normalised) name; header->count if there is none. A column
 * without a name is called by its number, "column3"; the name of a part means the first. */
size_t header_find(const struct header *header, struct text name);
/* Returns the number of the part of the first column that has that name, from 1; 0 if none has. */
size_t header_part(const struct header *header, struct text name);
/* Returns a part of a cell, from 1, without blanks around it; the whole cell for 0. */
struct text header_part_of(struct text cell, size_t part);

#endif

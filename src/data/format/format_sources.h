/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where the fields of one file come from: the first half of compiling a format. */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_SOURCES_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_SOURCES_H

#include "data/format/format.h"
#include "data/format/format_words.h"
#include "data/csv/header_name.h"

/* How a field is stated in this file. */
struct found {
    const struct field_source *source; /* NULL if it is not */
    const struct field_rule *rule;
    struct format_words *words;
    size_t columns[4]; /* of the file */
    size_t column_count;
    char *constant; /* in the mapping's arena */
};

struct compiler {
    struct mapping *mapping;
    const struct format *format, *wish;
    const struct file_head *head;
    const struct csv_record *record; /* the header */
    size_t header_number;
    struct header header;
    const struct country_list *countries;
    struct found found[FIELD_COUNT];
    size_t *columns; /* for each column of the file its number in the mapping; NO_COLUMN if it is
                        melted */
};

/* Fills `found` for each field: the first source of its rule that the file has. */
void format_find_sources(struct compiler *compiler);
/*
 * True if a field is missing that is required, or in the column map. `lacks` receives the fields.
 */
bool format_find_lacking(const struct compiler *compiler, bool lacks[FIELD_COUNT]);
/* True if the names of columns state the field. */
bool format_is_melted(const struct compiler *compiler, enum field field);
/* True if they state any field. A column map for a melted field leaves the columns as they are. */
bool format_melts_any(const struct compiler *compiler);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The description of a layout of files, tradescope-format(5): how its header is recognised, and
 * where the fields of a row come from. It says nothing about a particular file; format_mapping.h
 * derives the mapping of a file from it.
 */
#ifndef TRADESCOPE_DATA_FORMAT_FORMAT_H
#define TRADESCOPE_DATA_FORMAT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/format/mapping.h"
#include "data/io/problem.h"
#include "data/format/translate.h"

/* Words that live as long as the format. Column names are normalised, see header_name.h. */
struct word_list {
    struct text *words;
    size_t count;
};

/* One way to state a field: "Jan 2019" in a column, "import" in the name of the file. */
struct field_source {
    enum {
        SOURCE_CONSTANT,
        SOURCE_COLUMNS, /* several columns are joined */
        SOURCE_FILE_NAME,
        SOURCE_CELL, /* a cell of a record before the header */
    } kind;
    struct word_list columns;
    struct word_list written; /* of a wish: the names as the user wrote them */
    struct text text;         /* the constant, or the pattern of the file name */
    bool is_known;            /* the constant must be a known country or product */
    size_t record, place;     /* of the cell, from 1 */
    /*
     * A separate lookup file translates the words of the column; `beside` is the pattern of its
     * name.
     */
    struct text beside, beside_key, beside_result;
    const struct translation **translations; /* tried in this order */
    size_t translation_count;
};

/* A line of a table of words. */
struct word_meaning {
    struct text pattern;
    struct text meaning;
};

struct field_rule {
    size_t line;      /* where the format states it; 0 if it does not */
    struct text text; /* from a column map: as written */
    bool is_melted;   /* the header of a melted column states it; there is one source then */
    struct field_source *sources; /* the first one that the file has is used */
    size_t source_count;
    struct word_meaning *meanings; /* owned: tried before the translations */
    size_t meaning_count, meaning_capacity;
};

/* Records to skip. */
struct record_rule {
    struct word_list columns; /* the first one that the file has */
    bool keeps;               /* ... keep only records with these words */
    bool is_needed;           /* refuse a file without the column: the user named it */
    struct word_list words;
    struct text reason;
};

struct split_rule {
    enum aspect aspect;
    struct word_list columns; /* the first one that the file has */
    struct word_list wholes;
};

struct header_cell {
    size_t record, place; /* from 1 */
    struct text pattern;
};

struct format {
    char *name; /* owned, as all below that is not in `arena` */
    char *path;
    struct text title, source;
    struct buffer note;
    bool is_reconciled;  /* see struct mapping */
    struct text refusal; /* why files of this layout are not read; empty if they are */

    struct word_list *with; /* the header has one name of each list */
    size_t with_count, with_capacity;
    struct word_list without, exactly;
    struct header_cell *cells;
    size_t cell_count, cell_capacity;
    size_t preamble; /* the maximum of records before the header */
    /* From --map, 0 if it does not say: the separator, and the line of the header, from 1. */
    char separator;
    size_t header_line;

    struct field_rule fields[FIELD_COUNT];
    struct word_list numbers; /* further columns of numbers */
    struct word_list missing;
    number_reader *read; /* NULL for plain decimals */
    struct record_rule *records;
    size_t record_count, record_capacity;
    struct split_rule *splits;
    size_t split_count, split_capacity;
    struct arena arena;
};

/*
 * Parses the text of a file. Returns false and adds all errors to `problems`, each with its remedy.
 * The caller releases the format in any case.
 */
bool format_parse(struct format *format, const char *path, struct text text,
                  struct problem_list *problems);
void format_release(struct format *format);

/* True for the fields that a format can describe: "period", "reporter", ... */
bool format_has_field(enum field field);
/*
 * True if the text is a valid constant for the field: a period, a flow, a unit; any text for other
 * fields. Returns false with the remedy.
 */
bool format_check_constant(enum field field, struct text text, struct buffer *reason);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The description of a layout of files, tradescope-format(5): how its header is recognised, and
 * where the fields of a row come from. It says nothing about one file; format_mapping.h makes the
 * mapping of a file from it.
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

/* Words that live as long as the format. Names of columns are normalised, see header_name.h. */
struct word_list {
    struct text *words;
    size_t count;
};

/* "Jan 2019" in a column, "import" in the name of the file: one way in which a field is stated. */
struct field_source {
    enum {
        SOURCE_CONSTANT,
        SOURCE_COLUMNS, /* several are joined */
        SOURCE_FILE_NAME,
        SOURCE_CELL, /* of a record before the header */
    } kind;
    struct word_list columns;
    struct text text;     /* the constant, or the pattern of the file's name */
    bool is_known;        /* the constant must be a country or product that is known */
    size_t record, place; /* of the cell, from 1 */
    /* A file beside this one says what the words of the column mean; `beside` is its pattern. */
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
    size_t line;      /* where the format states it; 0 where it does not */
    struct text text; /* of a wish: how it is written */
    bool is_melted;   /* the header of a column that is melted says it; one source then */
    struct field_source *sources; /* the first that a file has is taken */
    size_t source_count;
    struct word_meaning *meanings; /* owned: tried before the translations */
    size_t meaning_count, meaning_capacity;
};

/* Records that are left out. */
struct record_rule {
    struct word_list columns; /* the first that the file has */
    bool keeps;               /* ... all but those with these words */
    bool is_needed;           /* a file without the column is refused: the user named it */
    struct word_list words;
    struct text reason;
};

struct split_rule {
    enum aspect aspect;
    struct word_list columns; /* the first that the file has */
    struct word_list wholes;
};

struct header_cell {
    size_t record, place; /* from 1 */
    struct text pattern;
};

struct format {
    char *name; /* owned, as all that follows that is not in `arena` */
    char *path;
    struct text title, source;
    struct buffer note;
    bool is_reconciled;  /* see struct mapping */
    struct text refusal; /* why files of this layout are not read; empty for those that are */

    struct word_list *with; /* of each list the header has one name */
    size_t with_count, with_capacity;
    struct word_list without, exactly;
    struct header_cell *cells;
    size_t cell_count, cell_capacity;
    size_t preamble; /* so many records may stand before the header */
    /* Of a wish: how the file is written, where the user says it; zero where not. */
    char separator;
    size_t header_line; /* on which the header starts, from 1 */

    struct field_rule fields[FIELD_COUNT];
    struct word_list numbers; /* columns beside the value */
    struct word_list missing;
    number_reader *read; /* NULL for plain decimals */
    struct record_rule *records;
    size_t record_count, record_capacity;
    struct split_rule *splits;
    size_t split_count, split_capacity;
    struct arena arena;
};

/*
 * From the text of a file. False where it has errors, which are all added to `problems`, each with
 * what to write instead. The caller releases the format either way.
 */
bool format_parse(struct format *format, const char *path, struct text text,
                  struct problem_list *problems);
void format_release(struct format *format);

/* "period", "reporter", ...: those that a format can say something about. */
bool format_has_field(enum field field);
/*
 * Whether the text can stand for the field: a period, a flow, a unit; any text otherwise. False
 * with the remedy.
 */
bool format_check_constant(enum field field, struct text text, struct buffer *reason);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all threads that read a file have to know, and the records and rows that they make of it.
 */
#ifndef TRADESCOPE_DATA_LOAD_LOAD_PLAN_H
#define TRADESCOPE_DATA_LOAD_LOAD_PLAN_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/memory.h"
#include "data/table/dictionary.h"
#include "data/format/mapping.h"
#include "data/io/input_source.h"

struct load_plan {
    struct input_source *source;
    const char *path;
    char separator;
    const struct mapping *mapping;
    size_t column[FIELD_COUNT]; /* of the mapping, for each field; NO_COLUMN where it has none */
    atomic_bool *spread;        /* owned; for each column of the mapping: its texts hardly repeat */
    uint64_t id_key[HASH_KEYS];
    struct text
        *headings; /* owned, padded; of the columns of ORIGIN_HEADING, for each melted one */
    struct arena heading_texts;
};

/* Records that have the width of the header, and the rows that they give. */
struct block {
    struct text *fields; /* record by record, padded (short_text.h) */
    size_t width, records;
    uint32_t *starts;     /* of each record: its offset in the batch ... */
    size_t *lines;        /* ... and its line, from the first of the batch */
    uint32_t *row_record; /* of each row: its record; NULL where each record is a row */
    uint32_t *row_melted; /* ... and which of the melted columns it is about */
    size_t rows;
};

void load_plan_init(struct load_plan *plan, const struct mapping *mapping);
void load_plan_release(struct load_plan *plan);

static inline size_t block_record(const struct block *block, size_t row)
{
    return block->row_record ? block->row_record[row] : row;
}
/* Whether the column has cells of its own in the batches: no constant, no translation. */
bool load_plan_has_cells(const struct mapped_column *column);
/* The cell of a row in a column that has cells, trimmed and padded; in `joined`, which may be
 * appended to, where it is made of several. */
struct text load_plan_cell(const struct load_plan *plan, const struct block *block, size_t row,
                           size_t column, struct buffer *joined);
/* More than this is no trade figure, and sums of what is less stay numbers. */
#define LARGEST_NUMBER 1e30
/* The number in a column of numbers, as the column is read; false where it is none. */
bool load_plan_read_number(const struct mapped_column *column, struct text word,
                           struct decimal *decimal);
/* A word that means "not stated" in that column. */
bool load_plan_is_missing(const struct mapped_column *column, struct text word);
/* What a word of the column means, in `out`; false where it means nothing known, with the reason.
 * A column without a translator takes any word. */
bool load_plan_translate(const struct mapped_column *column, struct text word, struct buffer *out,
                         struct buffer *reason);
/* Which of the columns of ORIGIN_HEADING it is. */
size_t load_plan_heading(const struct mapping *mapping, size_t column);

#endif

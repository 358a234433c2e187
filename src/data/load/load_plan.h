/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data shared by all threads that read a file, and the records and rows that they produce. */
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
    size_t column[FIELD_COUNT]; /* the column of the mapping for each field; NO_COLUMN if it has
                                   none */
    atomic_bool *spread;        /* owned; for each column of the mapping: its texts rarely repeat */
    uint64_t id_key[HASH_KEYS];
    struct text
        *headings; /* owned, padded; for each column of ORIGIN_HEADING and each melted column */
    struct arena heading_texts;
};

/* Records with the width of the header, and the rows made from them. */
struct block {
    struct text *fields; /* of one record after the other, padded (short_text.h) */
    size_t width, records;
    uint32_t *starts;     /* of each record: its offset in the batch ... */
    size_t *lines;        /* ... and its line, from the start of the batch */
    uint32_t *row_record; /* the record of each row; NULL if each record is one row */
    uint32_t *row_melted; /* ... and its melted column */
    size_t rows;
};

void load_plan_init(struct load_plan *plan, const struct mapping *mapping);
void load_plan_release(struct load_plan *plan);

static inline size_t block_record(const struct block *block, size_t row)
{
    return block->row_record ? block->row_record[row] : row;
}
/* True if the column has cells of its own in batches: it is neither constant nor translated. */
bool load_plan_has_cells(const struct mapped_column *column);
/*
 * Returns the cell of a row, trimmed and padded. A cell composed of several is appended to
 * `joined`.
 */
struct text load_plan_cell(const struct load_plan *plan, const struct block *block, size_t row,
                           size_t column, struct buffer *joined);
/* A larger number is not a trade figure, and sums of smaller ones do not overflow. */
#define LARGEST_NUMBER 1e30
/* Reads a number in the notation of the column. Returns false if it is not one. */
bool load_plan_read_number(const struct mapped_column *column, struct text word,
                           struct decimal *decimal);
/* True for a word that means "not stated" in that column. */
bool load_plan_is_missing(const struct mapped_column *column, struct text word);
/*
 * Appends the meaning of a word to `out`. Returns false with the reason if it is unknown. A column
 * without a translator accepts any word.
 */
bool load_plan_translate(const struct mapped_column *column, struct text word, struct buffer *out,
                         struct buffer *reason);
/* Returns the index of a column among those of ORIGIN_HEADING. */
size_t load_plan_heading(const struct mapping *mapping, size_t column);

#endif

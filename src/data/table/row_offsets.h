/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines and offsets in the file at which the rows of a table start. Both only increase, which
 * allows to store them compactly: each row has the lower four bytes of its offset and some rows the
 * rest; a line is stored only if it is not the one after the line before.
 */
#ifndef TRADESCOPE_DATA_TABLE_ROW_OFFSETS_H
#define TRADESCOPE_DATA_TABLE_ROW_OFFSETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory_block.h"

/* From this row to the next run, each row is on the line after the one before. */
struct line_run {
    size_t row, line;
};

/* From this row to the next base, add this to the four bytes. */
struct offset_base {
    size_t row;
    uint64_t offset;
};

/* Zero-initialise it. */
struct row_offsets {
    struct line_run *runs;
    size_t run_count, run_capacity;
    struct memory_block offsets; /* uint32_t, one per row */
    size_t offset_count;         /* the number of rows, from the first, that have an offset */
    struct offset_base *bases;
    size_t base_count, base_capacity;
};

void row_offsets_release(struct row_offsets *places);
bool row_offsets_reserve(struct row_offsets *places, size_t rows);
void row_offsets_begin_run(struct row_offsets *places, size_t row, size_t line);
/* Rows are added in order. */
static inline void row_offsets_add_line(struct row_offsets *places, size_t row, size_t line)
{
    const struct line_run *runs = places->runs;
    size_t count = places->run_count;
    if (!count || line != runs[count - 1].line + (row - runs[count - 1].row))
        row_offsets_begin_run(places, row, line);
}
/* Adds the offsets of the next rows, relative to `start`. Returns false without memory. */
bool row_offsets_add_offsets(struct row_offsets *places, uint64_t start, const uint32_t *offsets,
                             size_t count);
void row_offsets_truncate(struct row_offsets *places, size_t rows);
size_t row_offsets_line(const struct row_offsets *places, size_t row);
/* Returns false if the row has no offset. */
bool row_offsets_offset(const struct row_offsets *places, size_t row, uint64_t *offset);

#endif

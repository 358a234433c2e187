/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the rows of a table stand in their file: line and offset. Both only grow from row to row,
 * which keeps them small: of an offset each row has four bytes and some rows have the rest; of the
 * lines only those are kept that are not just one more than the line before.
 */
#ifndef TRADESCOPE_DATA_TABLE_ROW_OFFSETS_H
#define TRADESCOPE_DATA_TABLE_ROW_OFFSETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/huge_buffer.h"

/* From this row on, until the next run, each row is a line further. */
struct line_run {
    size_t row, line;
};

/* From this row on, until the next, this is to be added to the four bytes. */
struct offset_base {
    size_t row;
    uint64_t offset;
};

/* Zero-initialise it. */
struct row_offsets {
    struct line_run *runs;
    size_t run_count, run_capacity;
    struct huge_buffer offsets; /* uint32_t, one a row */
    size_t offset_count;        /* rows that have one: the first so many */
    struct offset_base *bases;
    size_t base_count, base_capacity;
};

void row_offsets_release(struct row_offsets *places);
bool row_offsets_reserve(struct row_offsets *places, size_t rows);
void row_offsets_begin_run(struct row_offsets *places, size_t row, size_t line);
/* Row numbers come one after the other. */
static inline void row_offsets_add_line(struct row_offsets *places, size_t row, size_t line)
{
    const struct line_run *runs = places->runs;
    size_t count = places->run_count;
    if (!count || line != runs[count - 1].line + (row - runs[count - 1].row))
        row_offsets_begin_run(places, row, line);
}
/* The next rows have these offsets, each `start` more than what is stated. False without memory. */
bool row_offsets_add_offsets(struct row_offsets *places, uint64_t start, const uint32_t *offsets,
                             size_t count);
void row_offsets_truncate(struct row_offsets *places, size_t rows);
size_t row_offsets_line(const struct row_offsets *places, size_t row);
/* False where the row has none. */
bool row_offsets_offset(const struct row_offsets *places, size_t row, uint64_t *offset);

#endif

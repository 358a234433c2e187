/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down all content of a dataset, so that two can be compared. */
#ifndef TRADESCOPE_TESTS_DATASET_TRANSCRIPT_H
#define TRADESCOPE_TESTS_DATASET_TRANSCRIPT_H

#include "data/load/dataset.h"

#include <inttypes.h>

static inline void transcribe_row(struct buffer *out, const struct dataset *dataset, size_t row)
{
    uint64_t offset = 0;
    table_position(dataset->table, row, &offset);
    buffer_printf(out, "%zu @%" PRIu64, table_line(dataset->table, row), offset);
    for (size_t column = 0; column < table_column_count(dataset->table); column++) {
        buffer_putc(out, '|');
        table_write(dataset->table, row, column, out);
        if (table_column_type(dataset->table, column) == COLUMN_NUMBER)
            buffer_printf(out, "=%a/%d", table_number(dataset->table, row, column),
                          table_places(dataset->table, row, column));
        else if (table_is_coded(dataset->table, column))
            buffer_printf(out, "=%" PRIu32, table_code(dataset->table, row, column));
    }
    buffer_putc(out, '\n');
}

/* Writes one problem per line. */
static inline void transcribe_problems(struct buffer *out, const struct dataset *dataset)
{
    for (size_t i = 0; i < dataset->problems.count; i++) {
        problem_format(out, &dataset->problems.items[i]);
        buffer_putc(out, '\n');
    }
}

/* The caller frees the result. */
static inline char *transcribe_dataset(const struct dataset *dataset)
{
    struct buffer out = {0};
    buffer_printf(&out, "form %d, separator %d, encoding %d, %zu columns, %zu of the file\n",
                  (int)dataset->form, dataset->separator, (int)dataset->encoding,
                  table_column_count(dataset->table), dataset->file_columns);
    for (size_t row = 0; row < table_row_count(dataset->table); row++)
        transcribe_row(&out, dataset, row);
    transcribe_problems(&out, dataset);
    for (size_t i = 0; i < dataset->mapping.left_out_count; i++)
        buffer_printf(&out, "left out %zu\n", dataset->mapping.left_out[i].count);
    for (int kind = 0; kind <= KIND_TARGET; kind++)
        buffer_printf(&out, "kind %d: %zu\n", kind, dataset->count_of_kind[kind]);
    buffer_printf(&out, "%zu sources\n", dataset->source_count);
    return buffer_take(&out);
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the cells of a sheet or of a table as CSV whose rows are all equally wide. A row is one
 * line: line breaks in cells become blanks.
 */
#ifndef TRADESCOPE_DATA_IO_SHEET_WRITER_H
#define TRADESCOPE_DATA_IO_SHEET_WRITER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

struct sheet_line;

/* Initialise it to zero. */
struct sheet_writer {
    struct buffer cells; /* of all rows, with the commas between them */
    struct sheet_line *lines;
    size_t count, capacity; /* rows that have ended */
    size_t widest;
    size_t width; /* cells written of this row */
};

/* Writes a cell of this row. Columns count from 1 and rise; a cell without text is left out. */
void sheet_writer_cell(struct sheet_writer *writer, size_t column, struct text text);
void sheet_writer_end_row(struct sheet_writer *writer);
/*
 * Appends all rows to `out`. Empty rows above the first of full width, which names the columns, are
 * records with empty fields, as programs write them; below it they are empty lines.
 */
void sheet_writer_finish(const struct sheet_writer *writer, struct buffer *out);
void sheet_writer_release(struct sheet_writer *writer);

#endif

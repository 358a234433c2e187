/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of a web page: its cells at their places, with those that span several columns or rows.
 * The rows that name the columns are joined to one, from top to bottom: "Exports" above "2019" is
 * "Exports 2019".
 */
#ifndef TRADESCOPE_DATA_IO_PAGE_TABLE_H
#define TRADESCOPE_DATA_IO_PAGE_TABLE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

#define PAGE_COLUMNS ((size_t)4096)
#define PAGE_PARTING " / " /* between the parts of a title */

struct page_cell;
struct page_row;

/* Initialise it to zero. */
struct page_table {
    size_t order;        /* of the start of the table in the page */
    struct buffer title; /* the text before it and between its rows */
    struct buffer texts; /* of all cells */
    struct page_cell *cells;
    size_t count, capacity;
    struct page_row *rows;
    size_t row_count, row_capacity;
    size_t columns;
    size_t *spans; /* owned: of each column, the first row that no cell above covers */
    size_t span_capacity;
    size_t column; /* of the next cell, from 0 */
    bool is_in_row, is_in_head, is_in_cell, is_too_large;
    bool is_parted; /* a line ended in the cell, and no text has followed */
    bool is_cut;    /* the page ends within it */
};

/* Appends the text with one blank for several; none at `start`. */
void page_words_append(struct buffer *out, size_t start, struct text text);

void page_table_start_row(struct page_table *table);
void page_table_end_row(struct page_table *table);
void page_table_start_cell(struct page_table *table, bool is_header, size_t columns, size_t rows);
void page_table_text(struct page_table *table, struct text text);
/* What follows is another part of the cell, or of the title. */
void page_table_part(struct page_table *table);
void page_table_end_cell(struct page_table *table);
void page_table_release(struct page_table *table);

struct page_table_shape {
    size_t rows;    /* below the header, with two cells or more that are not empty */
    size_t numbers; /* cells of numbers in those */
};
struct page_table_shape page_table_shape(const struct page_table *table);

/* Appends the table as CSV: a record of the title if there is one, the header, the other rows. */
void page_table_write(const struct page_table *table, struct buffer *out);
/* Appends the names of the first columns, for the user to tell tables apart. */
void page_table_name(const struct page_table *table, struct buffer *out);

#endif

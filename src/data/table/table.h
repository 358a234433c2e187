/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of named, typed columns.
 *
 * A column of texts or periods has its texts in a dictionary: a row holds the code of its text, and
 * equal texts have equal codes, so that a test is decided once per distinct text. Code 0 is the
 * empty text and means "not stated". Codes take 1, 2 or 4 bytes a row, and none where all rows have
 * the same. Long texts that hardly repeat get their dictionary only when a code is first asked for.
 * A column of numbers holds the numbers, and how they are written; a missing number is NAN, a
 * missing period has the kind PERIOD_NONE.
 *
 * Rows are numbered from 0 in the order of the file, columns from 0 in the order of the header.
 *
 * Threads: what changes the table is for one thread, while no other uses the table. As long as
 * nobody changes it, any number of threads may ask it, and read a whole column that one of them
 * got. Some questions are changes, as they make what is asked for where it is not there yet:
 *   table_zones()                              always
 *   table_numbers()                            unless table_has_numbers()
 *   table_code(), table_codes(),
 *   table_distinct(), table_distinct_count()   unless table_is_coded()
 * so these are asked before the threads start.
 */
#ifndef TRADESCOPE_DATA_TABLE_TABLE_H
#define TRADESCOPE_DATA_TABLE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"
#include "data/table/column_types.h"
#include "data/table/dictionary.h"
#include "data/value/period.h"

struct table;

struct table *table_new(void);
void table_free(struct table *table);

/* Returns the number of the new column; the rows that exist have it empty. */
size_t table_add_column(struct table *table, struct text name, enum column_type type);
/* The same with one text in every row, those that exist and those to come; no COLUMN_NUMBER. */
size_t table_add_constant(struct table *table, struct text name, enum column_type type,
                          struct text text);
/*
 * A column that says in other words what the column `origin` says, which is no COLUMN_NUMBER: both
 * have the same codes, so different codes may have equal texts. What a code is called is said by
 * table_translate(), in the order of codes; one of which nothing was said is empty.
 */
size_t table_add_translated(struct table *table, struct text name, enum column_type type,
                            size_t origin);
void table_translate(struct table *table, size_t column, uint32_t code, struct text text);
/* Takes off the last rows, down to so many. */
void table_truncate(struct table *table, size_t rows);
/* Returns the number of the new row, all of whose cells are empty. `line` is where it starts. */
size_t table_add_row(struct table *table, size_t line);
void table_set_text(struct table *table, size_t row, size_t column, struct text text);
/* Sets text and number of a COLUMN_NUMBER. */
void table_set_number(struct table *table, size_t row, size_t column, struct text text,
                      double number);
/* Sets text and period of a COLUMN_PERIOD; equal texts are equal periods. */
void table_set_period(struct table *table, size_t row, size_t column, struct text text,
                      struct period period);

/* The code that a text has by now, else NO_CODE: to store it, or what goes with it, at once. */
uint32_t table_find_code(const struct table *table, size_t column, struct text text);
void table_set_code(struct table *table, size_t row, size_t column, uint32_t code);

size_t table_row_count(const struct table *table);
size_t table_column_count(const struct table *table);
/* Lives as long as the table. NUL-terminated. */
const char *table_column_name(const struct table *table, size_t column);
enum column_type table_column_type(const struct table *table, size_t column);
/* NO_COLUMN where no column has that name (letters of either case count as one). */
size_t table_find_column(const struct table *table, struct text name);
/* The line of the file on which the row starts, from 1. */
size_t table_line(const struct table *table, size_t row);
/* Where in the file the record of the row starts; false for a row that is of no file. */
bool table_position(const struct table *table, size_t row, uint64_t *offset);

/* As written in the file; lives as long as the table. NUL-terminated. Not for COLUMN_NUMBER. */
struct text table_text(const struct table *table, size_t row, size_t column);
/* table_text() of those `rows` of 64 from `first` on, each to its place. */
void table_texts(const struct table *table, size_t column, size_t first, uint64_t rows,
                 struct text texts[64]);
/* Appends a cell of any type as it is written in the file. */
void table_write(const struct table *table, size_t row, size_t column, struct buffer *out);
/* Whether a number of a COLUMN_NUMBER is written with zeros in front, as codes are: "010110". Looks
 * at the texts alone that are kept. */
bool table_has_zeros_in_front(const struct table *table, size_t column);
double table_number(const struct table *table, size_t row, size_t column);
/* Digits after the point as written, see struct decimal; 0 where there is no number. */
int table_places(const struct table *table, size_t row, size_t column);
struct period table_period(const struct table *table, size_t row, size_t column);

/* Dictionary of a column: codes run from 0 (the empty text) to table_distinct_count() - 1. */
uint32_t table_code(const struct table *table, size_t row, size_t column);
size_t table_distinct_count(const struct table *table, size_t column);
struct text table_distinct(const struct table *table, size_t column, uint32_t code);

/* Whole columns, for loops over many rows; valid until rows are added. */
/* Whether codes can be had at once: what hardly repeats is spread and has none until asked. */
bool table_is_coded(const struct table *table, size_t column);
struct codes table_codes(const struct table *table, size_t column);
/* Of a COLUMN_NUMBER: one a row, NAN where none is stated. */
const double *table_numbers(const struct table *table, size_t column);
/* Whether there are any: of a column without, table_numbers() would have to make room for them. */
static inline bool table_has_numbers(const struct table *table, size_t column)
{
    return table_column_type(table, column) == COLUMN_NUMBER && !table_is_coded(table, column);
}

/* One for each ZONE_ROWS rows, the last for those that are left; NULL where there are none. */
const struct zone *table_zones(const struct table *table, size_t column);

#endif

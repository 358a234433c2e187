/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of named, typed columns.
 *
 * A column of texts or periods has its texts in a dictionary. A row holds the code of its text, and
 * equal texts have equal codes, so that a test is decided once per distinct text. Code 0 is the
 * empty text and means "not stated". Codes take 1, 2 or 4 bytes per row, and none if all rows have
 * the same. Long texts that rarely repeat get a dictionary only when a code is first requested. A
 * column of numbers holds the numbers and their spelling; a missing number is NAN, a missing period
 * has the kind PERIOD_NONE.
 *
 * Rows are numbered from 0 in the order of the file, columns from 0 in the order of the header.
 *
 * Threads: a function that changes the table may run only while no other thread uses the table.
 * While it does not change, any number of threads may read it, and read a whole column that one of
 * them got. Some queries change the table, as they compute their result on first use:
 *   table_zones()                              always
 *   table_numbers()                            unless table_has_numbers()
 *   table_code(), table_codes(),
 *   table_distinct(), table_distinct_count()   unless table_is_coded()
 * so call these before the threads start.
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

/* Returns the number of the new column, which is empty in existing rows. */
size_t table_add_column(struct table *table, struct text name, enum column_type type);
/* The same with one text in all rows, existing and future. Not for COLUMN_NUMBER. */
size_t table_add_constant(struct table *table, struct text name, enum column_type type,
                          struct text text);
/*
 * Adds a column with the content of column `origin` in other words; `origin` is not a
 * COLUMN_NUMBER. Both share the codes, so different codes may have equal texts. table_translate()
 * sets the text of each code, in order; a code without one is empty.
 */
size_t table_add_translated(struct table *table, struct text name, enum column_type type,
                            size_t origin);
void table_translate(struct table *table, size_t column, uint32_t code, struct text text);
/* Removes the last rows, down to `rows`. */
void table_truncate(struct table *table, size_t rows);
/* Adds an empty row and returns its number. `line` is the line on which it starts. */
size_t table_add_row(struct table *table, size_t line);
void table_set_text(struct table *table, size_t row, size_t column, struct text text);
/* Sets text and number of a COLUMN_NUMBER. */
void table_set_number(struct table *table, size_t row, size_t column, struct text text,
                      double number);
/* Sets text and period of a COLUMN_PERIOD. Equal texts must have equal periods. */
void table_set_period(struct table *table, size_t row, size_t column, struct text text,
                      struct period period);

size_t table_row_count(const struct table *table);
size_t table_column_count(const struct table *table);
/* The name lives as long as the table and is NUL-terminated. */
const char *table_column_name(const struct table *table, size_t column);
enum column_type table_column_type(const struct table *table, size_t column);
/* Returns NO_COLUMN if no column has that name. Ignores case. */
size_t table_find_column(const struct table *table, struct text name);
/* Returns the line of the file on which the row starts, from 1. */
size_t table_line(const struct table *table, size_t row);
/*
 * Sets *offset to the start of the row's record in the file. Returns false if the row is from no
 * file.
 */
bool table_position(const struct table *table, size_t row, uint64_t *offset);

/*
 * Returns the text as written in the file. It lives as long as the table and is NUL-terminated. Not
 * for COLUMN_NUMBER.
 */
struct text table_text(const struct table *table, size_t row, size_t column);
/*
 * Gets the texts of up to 64 rows from `first`; `rows` has a bit for each wanted row, and texts[i]
 * receives the text of row first + i.
 */
void table_texts(const struct table *table, size_t column, size_t first, uint64_t rows,
                 struct text texts[64]);
/* Appends a cell of any type as it is written in the file. */
void table_write(const struct table *table, size_t row, size_t column, struct buffer *out);
/*
 * True if a number of a COLUMN_NUMBER has leading zeros, as codes have: "010110". Examines only
 * texts that are kept.
 */
bool table_has_zeros_in_front(const struct table *table, size_t column);
double table_number(const struct table *table, size_t row, size_t column);
/* Returns the decimals as written, see struct decimal; 0 if there is no number. */
int table_places(const struct table *table, size_t row, size_t column);
struct period table_period(const struct table *table, size_t row, size_t column);

/* The dictionary of a column: codes run from 0 (the empty text) to table_distinct_count() - 1. */
uint32_t table_code(const struct table *table, size_t row, size_t column);
size_t table_distinct_count(const struct table *table, size_t column);
struct text table_distinct(const struct table *table, size_t column, uint32_t code);

/* Whole columns, for loops over many rows. Valid until rows are added. */
/*
 * True if codes are available at once: texts that rarely repeat have none until they are requested.
 */
bool table_is_coded(const struct table *table, size_t column);
struct codes table_codes(const struct table *table, size_t column);
/* Returns the numbers of a COLUMN_NUMBER, one per row, NAN if none is stated. */
const double *table_numbers(const struct table *table, size_t column);
/* True if the column has any numbers. If not, table_numbers() would have to allocate them. */
static inline bool table_has_numbers(const struct table *table, size_t column)
{
    return table_column_type(table, column) == COLUMN_NUMBER && !table_is_coded(table, column);
}

/* Returns one zone per ZONE_ROWS rows, the last for the remaining rows; NULL if there are none. */
const struct zone *table_zones(const struct table *table, size_t column);

#endif

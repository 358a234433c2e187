/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page as data: one table with typed columns, what it is of, notes, and doubts. page_make.h fills
 * it from the results that the screen shows, and page_write.h writes it in each format, so that no
 * format has numbers of its own.
 *
 * Cells are added row by row, from left to right:
 *
 *     report_table_column(table, "period", CELLS_TEXT);
 *     report_table_column(table, "exports", CELLS_NUMBER)->unit = unit;
 *     report_table_text(table, text_of("FY2023-24"));
 *     report_table_derived(table, entry->exports);
 */
#ifndef TRADESCOPE_REPORT_REPORT_TABLE_H
#define TRADESCOPE_REPORT_REPORT_TABLE_H

#include "analysis/claims/derivation.h"
#include "base/memory.h"
#include "data/value/unit.h"

enum cells_kind {
    CELLS_TEXT,
    CELLS_NUMBER,   /* all numbers in one unit, named in the heading */
    CELLS_QUANTITY, /* each number with its own unit */
};

struct page_column {
    const char *name;
    enum cells_kind kind;
    struct unit unit; /* of CELLS_NUMBER; DIMENSION_NONE for a plain number */
    bool is_right;    /* a text aligned on the right: a number as it is in its file */
    struct text mark; /* follows the heading in Markdown and HTML as it is: a reference; or empty */
};

struct report_cell {
    struct text text; /* a text as in its file; for a number, what a reader sees */
    double number;    /* in the base unit; NAN for a text, and if it is not stated */
    struct unit unit; /* of the number */
    const struct derivation *derivation; /* of the number; or NULL */
    struct text origin; /* of a number without derivation: "trade.csv, lines 4, 5"; or empty */
};

/* Lines of text. */
struct page_lines {
    struct text *items; /* owned; the texts are in the arena of the table */
    size_t count, capacity;
};

struct report_table {
    struct arena arena;
    const char *name; /* "partners" */
    struct text title;
    struct page_lines about;     /* "pair: India with Russia": pair, period, filters, files */
    struct page_lines notes;     /* how numbers were made; the verdict */
    struct page_lines doubts;    /* "899 of 23,000 rows not read" */
    struct buffer chart;         /* in cells of text, or empty */
    bool is_of_records;          /* its texts are long: a reader wants one below the other */
    struct page_column *columns; /* owned */
    size_t column_count, column_capacity;
    struct report_cell *cells; /* owned: row by row */
    size_t cell_count, cell_capacity;
};

void report_table_release(struct report_table *table);
/* Adds a column and returns it, until the next call. `name` is copied. */
struct page_column *report_table_column(struct report_table *table, const char *name,
                                        enum cells_kind kind);
size_t report_table_rows(const struct report_table *table);
const struct report_cell *report_table_row(const struct report_table *table, size_t row);

void report_table_text(struct report_table *table, struct text text);
void report_table_empty(struct report_table *table);
/*
 * Adds a number in the base unit, as decimal_format() writes it with these places in the unit of
 * the column; an empty cell for NAN.
 */
void report_table_number(struct report_table *table, double number, int places);
/* Adds a number in the unit of its column, or of CELLS_QUANTITY with its unit; empty for NULL. */
void report_table_derived(struct report_table *table, const struct derivation *derivation);
/* Adds a number with its own unit, as a reader sees it in `shown`. */
void report_table_quantity(struct report_table *table, struct text shown, double number,
                           struct unit unit);
/* Says of the last cell which rows of a file make it. */
void report_table_origin(struct report_table *table, const struct dataset *dataset,
                         const uint32_t *rows, size_t count);

void page_lines_add(struct report_table *table, struct page_lines *lines, struct text text);
/* Adds each line of a text. */
void page_lines_split(struct report_table *table, struct page_lines *lines, struct text text);

bool page_column_is_right(const struct page_column *column);
/* Appends "exports, US$ bn": the name with the unit in which a reader sees the numbers. */
void page_column_heading(struct buffer *out, const struct page_column *column);
/* Appends "exports (USD)": the name with the unit of the exact numbers. */
void page_column_exact_heading(struct buffer *out, const struct page_column *column);
/* Appends the name of the base unit: "USD", "%", "kg". */
void page_unit_name(struct buffer *out, struct unit unit);

#endif

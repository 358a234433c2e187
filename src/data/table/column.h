/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a table is made of: how the cells of a column are stored. For table.c and what fills tables;
 * all others ask the table.
 */
#ifndef TRADESCOPE_DATA_TABLE_COLUMN_H
#define TRADESCOPE_DATA_TABLE_COLUMN_H

#include "base/huge_buffer.h"
#include "data/table/dictionary.h"
#include "data/value/fast_number.h"
#include "data/table/row_offsets.h"
#include "data/table/table.h"
#include "data/table/text_store.h"

#include <stdatomic.h>

enum storage {
    STORED_CONSTANT, /* all rows have the code `constant`, which is 0 in a column of numbers */
    STORED_CODES,    /* a code of `width` bytes a row */
    STORED_SPREAD,   /* a stored_text a row: texts that hardly repeat, without a dictionary */
    STORED_NUMBERS,  /* a double a row, and a byte of places */
    STORED_SHARED,   /* as the codes of column `origin`, whose words are translated */
};

struct kept_text {
    size_t row;
    stored_text text;
};

struct translated_value {
    struct text text;
    struct period period; /* in a COLUMN_PERIOD */
};

struct column {
    char *name; /* owned */
    enum column_type type;
    enum storage storage;
    size_t origin;                /* STORED_SHARED */
    uint32_t constant;            /* STORED_CONSTANT */
    bool is_fixed;                /* ... and rows to come have it too */
    atomic_bool was_asked;        /* by code, of any thread, and so stays coded */
    unsigned width;               /* STORED_CODES: 1, 2 or 4 */
    struct huge_buffer cells;     /* one a row */
    struct huge_buffer places;    /* one byte a row, STORED_NUMBERS */
    struct dictionary dictionary; /* of the codes; of a COLUMN_NUMBER, its odd words */
    struct period *periods;       /* one a code, of a coded COLUMN_PERIOD */
    size_t period_count, period_capacity;
    struct kept_text *kept; /* by row */
    size_t kept_count, kept_capacity;
    struct translated_value *translations; /* one a code, STORED_SHARED */
    size_t translation_count, translation_capacity;
    struct column *as_text; /* of a COLUMN_NUMBER whose codes were asked for: its texts */
    size_t as_text_rows;    /* that are in it by now */
    struct zone *zones;
    size_t zone_rows, zone_capacity; /* rows that are in zones, and zones there is room for */
};

struct table {
    struct column *columns;
    size_t column_count, column_capacity;
    size_t row_count;
    struct row_offsets places;
    struct text_store texts;
};

void column_init(struct column *column, struct text name, enum column_type type);
void column_release(struct column *column);

/* Room for so many rows; false without memory. */
bool column_reserve(struct column *column, size_t rows);
/* Makes the cell of a new row empty. */
bool column_add_empty(struct column *column, size_t row);
/* Gives every row a cell of its own, in a column of text that is constant. */
bool column_spell_out(struct column *column, size_t rows);
/* ... and in a column of numbers that is empty. */
bool column_spell_numbers(struct column *column, size_t rows);
/* Makes room in each code for the largest that there may be. */
bool column_widen(struct column *column, size_t rows, uint32_t largest);
/* Codes become texts ... */
bool column_spread(struct column *column, size_t rows);
/* ... and texts codes; fails without memory, and leaves the column as it is. */
bool column_encode(struct column *column, size_t rows);
/* Whether a column of so many rows should rather be spread. */
bool column_hardly_repeats(const struct column *column, size_t rows);

/* The code of a text, which is copied to `store` where it is new; NO_CODE without memory. */
uint32_t column_code_of(struct column *column, struct text_store *store, struct text text);
/* Parses the periods of codes that are new. */
void column_learn_periods(struct column *column);
bool column_set_code(struct column *column, size_t row, size_t rows, uint32_t code);
/* NAN and the text of what is no number, or a number and its text. */
bool column_set_number(struct column *column, struct text_store *store, size_t row, size_t rows,
                       struct text text, double number);
/* Keeps the text of a row, as PLACES_KEPT promises. */
void column_keep_text(struct column *column, size_t row, stored_text text);
/* The byte of places of an odd word, which is copied to `store` where it is new; PLACES_KEPT where
 * there are too many. */
uint8_t column_odd_word(struct column *column, struct text_store *store, struct text text);
void column_truncate(struct column *column, size_t rows);

uint32_t column_code(const struct column *column, size_t row);
struct codes column_codes(const struct column *column);
void column_write_number(const struct column *column, size_t row, struct buffer *out);
bool column_has_zeros_in_front(const struct column *column);
int column_places(const struct column *column, size_t row);
/* Makes the zones of codes that are full by now. */
void column_fill_zones(struct column *column, size_t rows);
/* Brings the zones up to so many rows. */
void column_learn_zones(struct column *column, struct codes codes, size_t rows);

#endif

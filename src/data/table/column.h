/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The storage of a column's cells. Only table.c and the code that fills tables include this;
 * everything else uses table.h.
 */
#ifndef TRADESCOPE_DATA_TABLE_COLUMN_H
#define TRADESCOPE_DATA_TABLE_COLUMN_H

#include "base/memory_block.h"
#include "data/table/column_types.h"
#include "data/table/dictionary.h"
#include "data/value/decimal.h"
#include "data/value/period.h"
#include "data/table/row_offsets.h"
#include "data/table/text_store.h"

#include <stdatomic.h>

enum storage {
    STORED_CONSTANT, /* all rows have the code `constant`, which is 0 in a column of numbers */
    STORED_CODES,    /* each row has a code of `width` bytes */
    STORED_SPREAD,  /* each row has a stored_text: texts that rarely repeat, without a dictionary */
    STORED_NUMBERS, /* each row has a double and a byte of places */
    STORED_SHARED,  /* the codes of column `origin`, with translated words */
};

struct kept_text {
    size_t row;
    stored_text text;
};

struct translated_value {
    struct text text;
    struct period period; /* of a COLUMN_PERIOD */
};

struct column {
    char *name; /* owned */
    enum column_type type;
    enum storage storage;
    size_t origin;              /* STORED_SHARED */
    uint32_t constant;          /* STORED_CONSTANT */
    bool is_fixed;              /* ... and of future rows too */
    atomic_bool was_asked;      /* codes were requested, by any thread; the column stays coded */
    unsigned width;             /* STORED_CODES: 1, 2 or 4 */
    struct memory_block cells;  /* one per row */
    struct memory_block places; /* one byte per row, STORED_NUMBERS */
    struct dictionary
        dictionary;         /* of the codes; in a COLUMN_NUMBER, of words that are not numbers */
    struct period *periods; /* one per code, of a coded COLUMN_PERIOD */
    size_t period_count, period_capacity;
    struct kept_text *kept; /* sorted by row */
    size_t kept_count, kept_capacity;
    struct translated_value *translations; /* one per code, STORED_SHARED */
    size_t translation_count, translation_capacity;
    struct column *as_text; /* the texts of a COLUMN_NUMBER whose codes were requested */
    size_t as_text_rows;    /* rows in `as_text` */
    struct zone *zones;
    size_t zone_rows, zone_capacity; /* rows covered by zones, and zones allocated */
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

/* Makes room for `rows` rows. Returns false without memory. */
bool column_reserve(struct column *column, size_t rows);
/* Sets the cell of a new row to the empty text. */
bool column_add_empty(struct column *column, size_t row);
/* Gives every row its own cell in a column whose text is constant. */
bool column_spell_out(struct column *column, size_t rows);
/* The same for an empty column of numbers. */
bool column_spell_numbers(struct column *column, size_t rows);
/* Widens the codes so that `largest` fits. */
bool column_widen(struct column *column, size_t rows, uint32_t largest);
/* Replaces codes by texts. */
bool column_spread(struct column *column, size_t rows);
/* Replaces texts by codes. Returns false without memory, leaving the column unchanged. */
bool column_encode(struct column *column, size_t rows);
/* True if a column with that many rows is better stored as texts. */
bool column_hardly_repeats(const struct column *column, size_t rows);

/* Returns the code of a text, which is copied to `store` if it is new; NO_CODE without memory. */
uint32_t column_code_of(struct column *column, struct text_store *store, struct text text);
/* Parses the periods of new codes. */
void column_learn_periods(struct column *column);
bool column_set_code(struct column *column, size_t row, size_t rows, uint32_t code);
/* Sets a row to a number and its text, or to NAN and the text of what is not a number. */
bool column_set_number(struct column *column, struct text_store *store, size_t row, size_t rows,
                       struct text text, double number);
/* Keeps the text of a row that has PLACES_KEPT. */
void column_keep_text(struct column *column, size_t row, stored_text text);
/*
 * Returns the places byte of a word that is not a number, which is copied to `store` if it is new;
 * PLACES_KEPT if there are too many words.
 */
uint8_t column_odd_word(struct column *column, struct text_store *store, struct text text);
void column_truncate(struct column *column, size_t rows);

uint32_t column_code(const struct column *column, size_t row);
struct codes column_codes(const struct column *column);
void column_write_number(const struct column *column, size_t row, struct buffer *out);
bool column_has_zeros_in_front(const struct column *column);
int column_places(const struct column *column, size_t row);
/* Computes the zones of codes that are full. */
void column_fill_zones(struct column *column, size_t rows);
/* Extends the zones to `rows` rows. */
void column_learn_zones(struct column *column, struct codes codes, size_t rows);

#endif

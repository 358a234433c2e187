/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table/column.h"

#include "base/array.h"
#include "data/value/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* With at least this many words, a column whose texts rarely repeat keeps no dictionary. */
#define MANY_WORDS ((size_t)1024)

void column_init(struct column *column, struct text name, enum column_type type)
{
    *column = (struct column){.name = xstrndup(name.data, name.length), .type = type};
    column_learn_periods(column);
}

void column_release(struct column *column)
{
    free(column->name);
    memory_block_release(&column->cells);
    memory_block_release(&column->places);
    dictionary_release(&column->dictionary);
    free(column->periods);
    free(column->kept);
    free(column->translations);
    free(column->zones);
    if (column->as_text)
        column_release(column->as_text);
    free(column->as_text);
}

static size_t cell_size(const struct column *column)
{
    switch (column->storage) {
    case STORED_CODES:
        return column->width;
    case STORED_SPREAD:
        return sizeof(stored_text);
    case STORED_NUMBERS:
        return sizeof(double);
    default:
        return 0;
    }
}

bool column_reserve(struct column *column, size_t rows)
{
    return memory_block_reserve(&column->cells, rows * cell_size(column)) &&
           (column->storage != STORED_NUMBERS || memory_block_reserve(&column->places, rows));
}

static void clear_numbers(struct column *column, size_t first, size_t count)
{
    for (size_t row = first; row < first + count; row++)
        ((double *)column->cells.data)[row] = NAN;
    if (count)
        memset((uint8_t *)column->places.data + first, PLACES_EMPTY, count);
}

bool column_spell_numbers(struct column *column, size_t rows)
{
    if (column->storage == STORED_NUMBERS)
        return true;
    column->storage = STORED_NUMBERS;
    if (!column_reserve(column, rows)) {
        column->storage = STORED_CONSTANT;
        return false;
    }
    clear_numbers(column, 0, rows);
    return true;
}

bool column_add_empty(struct column *column, size_t row)
{
    if (column->storage == STORED_CONSTANT && column->constant && !column->is_fixed &&
        !column_spell_out(column, row))
        return false;
    if (!column_reserve(column, row + 1))
        return false;
    switch (column->storage) {
    case STORED_CODES:
        return column_set_code(column, row, row, 0);
    case STORED_SPREAD:
        ((stored_text *)column->cells.data)[row] = stored_empty;
        return true;
    case STORED_NUMBERS:
        clear_numbers(column, row, 1);
        return true;
    default:
        return true;
    }
}

static unsigned width_for(uint32_t code)
{
    return code <= UINT8_MAX ? 1 : code <= UINT16_MAX ? 2 : 4;
}

static void put_code(void *codes, unsigned width, size_t row, uint32_t code)
{
    if (width == 1)
        ((uint8_t *)codes)[row] = (uint8_t)code;
    else if (width == 2)
        ((uint16_t *)codes)[row] = (uint16_t)code;
    else
        ((uint32_t *)codes)[row] = code;
}

/* Copies all codes to cells of that width. */
static bool rewrite_codes(struct column *column, size_t rows, unsigned width)
{
    struct memory_block cells = {0};
    if (!memory_block_reserve(&cells, rows * width))
        return false;
    struct codes codes = column_codes(column);
    for (size_t row = 0; row < rows; row++)
        put_code(cells.data, width, row, codes_at(codes, row));
    memory_block_release(&column->cells);
    column->cells = cells;
    column->width = width;
    column->storage = STORED_CODES;
    return true;
}

bool column_spell_out(struct column *column, size_t rows)
{
    return column->storage != STORED_CONSTANT ||
           rewrite_codes(column, rows, width_for(column->constant));
}

bool column_widen(struct column *column, size_t rows, uint32_t largest)
{
    unsigned width = width_for(largest);
    return width <= column->width || rewrite_codes(column, rows, width);
}

bool column_hardly_repeats(const struct column *column, size_t rows)
{
    size_t words = dictionary_count(&column->dictionary);
    return column->type == COLUMN_TEXT && !column->was_asked && words >= MANY_WORDS &&
           words > rows / 2;
}

bool column_spread(struct column *column, size_t rows)
{
    struct memory_block cells = {0};
    if (!memory_block_reserve(&cells, rows * sizeof(stored_text)))
        return false;
    struct codes codes = column_codes(column);
    stored_text *texts = cells.data;
    for (size_t row = 0; row < rows; row++) {
        uint32_t code = codes_at(codes, row);
        texts[row] = code ? dictionary_word(&column->dictionary, code).data : stored_empty;
    }
    memory_block_release(&column->cells);
    dictionary_release(&column->dictionary);
    column->cells = cells;
    column->storage = STORED_SPREAD;
    return true;
}

/* Returns the code of a text that is already in the store. */
static uint32_t code_of_stored(struct column *column, stored_text stored)
{
    struct text text = stored_text_of(stored);
    uint32_t code = dictionary_find(&column->dictionary, text);
    return code == NO_CODE ? dictionary_add(&column->dictionary, text) : code;
}

bool column_encode(struct column *column, size_t rows)
{
    struct memory_block cells = {0};
    bool has_memory = memory_block_reserve(&cells, rows * sizeof(uint32_t));
    uint32_t *codes = cells.data;
    stored_text *texts = column->cells.data;
    for (size_t row = 0; has_memory && row < rows; row++) {
        codes[row] = code_of_stored(column, texts[row]);
        has_memory = codes[row] != NO_CODE;
    }
    if (!has_memory) {
        memory_block_release(&cells);
        dictionary_release(&column->dictionary);
        return false;
    }
    memory_block_release(&column->cells);
    column->cells = cells;
    column->storage = STORED_CODES;
    column->width = sizeof(uint32_t);
    return true;
}

uint32_t column_code_of(struct column *column, struct text_store *store, struct text text)
{
    uint32_t code = dictionary_find(&column->dictionary, text);
    if (code != NO_CODE)
        return code;
    stored_text stored = text_store_add(store, text);
    return stored ? dictionary_add(&column->dictionary, stored_text_of(stored)) : NO_CODE;
}

void column_learn_periods(struct column *column)
{
    size_t count = dictionary_count(&column->dictionary);
    if (column->type != COLUMN_PERIOD || column->storage == STORED_SHARED)
        return;
    ARRAY_RESERVE(column->periods, count, column->period_capacity);
    while (column->period_count < count) {
        struct text word = dictionary_word(&column->dictionary, (uint32_t)column->period_count);
        struct period period;
        bool is_period = word.length && period_parse(word, &period);
        column->periods[column->period_count++] = is_period ? period : (struct period){0};
    }
}

static void forget_zones(struct column *column, size_t row)
{
    size_t whole = row / ZONE_ROWS * ZONE_ROWS;
    if (column->zone_rows > whole)
        column->zone_rows = whole;
}

bool column_set_code(struct column *column, size_t row, size_t rows, uint32_t code)
{
    if (column->storage == STORED_CONSTANT && column->constant == code)
        return true;
    if (!column_spell_out(column, rows) || !column_widen(column, rows, code) ||
        !column_reserve(column, row + 1))
        return false;
    put_code(column->cells.data, column->width, row, code);
    forget_zones(column, row);
    return true;
}

/* Returns the index at which the row is, or would be inserted. */
static size_t find_kept(const struct column *column, size_t row)
{
    size_t low = 0, high = column->kept_count;
    if (high && column->kept[high - 1].row < row)
        return high;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (column->kept[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void column_keep_text(struct column *column, size_t row, stored_text text)
{
    size_t at = find_kept(column, row);
    if (at == column->kept_count || column->kept[at].row != row) {
        ARRAY_RESERVE(column->kept, column->kept_count + 1, column->kept_capacity);
        for (size_t i = column->kept_count++; i > at; i--)
            column->kept[i] = column->kept[i - 1];
    }
    column->kept[at] = (struct kept_text){row, text};
}

uint8_t column_odd_word(struct column *column, struct text_store *store, struct text text)
{
    if (!text.length)
        return PLACES_EMPTY;
    if (dictionary_count(&column->dictionary) > ODD_WORDS &&
        dictionary_find(&column->dictionary, text) == NO_CODE)
        return PLACES_KEPT;
    uint32_t code = column_code_of(column, store, text);
    return code == NO_CODE ? PLACES_KEPT : (uint8_t)(FIRST_ODD_WORD + code - 1);
}

static void forget_texts(struct column *column)
{
    if (column->as_text)
        column_release(column->as_text);
    free(column->as_text);
    column->as_text = NULL;
    column->as_text_rows = 0;
}

bool column_set_number(struct column *column, struct text_store *store, size_t row, size_t rows,
                       struct text text, double number)
{
    if (!column_spell_numbers(column, rows))
        return false;
    uint8_t places = isnan(number) ? column_odd_word(column, store, text) : decimal_spelling(text);
    if (places == PLACES_KEPT) {
        stored_text stored = text_store_add(store, text);
        if (!stored)
            return false;
        column_keep_text(column, row, stored);
    }
    ((double *)column->cells.data)[row] = number;
    ((uint8_t *)column->places.data)[row] = places;
    forget_zones(column, row);
    if (row < column->as_text_rows)
        forget_texts(column);
    return true;
}

void column_truncate(struct column *column, size_t rows)
{
    while (column->kept_count && column->kept[column->kept_count - 1].row >= rows)
        column->kept_count--;
    forget_zones(column, rows);
    if (column->as_text_rows > rows)
        forget_texts(column);
}

struct codes column_codes(const struct column *column)
{
    if (column->storage == STORED_CODES)
        return (struct codes){column->cells.data, column->width, 0};
    return (struct codes){NULL, 0, column->constant};
}

uint32_t column_code(const struct column *column, size_t row)
{
    return codes_at(column_codes(column), row);
}

static struct text kept_text(const struct column *column, size_t row)
{
    return stored_text_of(column->kept[find_kept(column, row)].text);
}

static struct text odd_word(const struct column *column, uint8_t places)
{
    return dictionary_word(&column->dictionary, (uint32_t)places - FIRST_ODD_WORD + 1);
}

void column_write_number(const struct column *column, size_t row, struct buffer *out)
{
    if (column->storage != STORED_NUMBERS)
        return;
    uint8_t places = ((const uint8_t *)column->places.data)[row];
    if (places <= MOST_PLACES)
        decimal_write(out, ((const double *)column->cells.data)[row], places);
    else if (places == PLACES_KEPT)
        buffer_append_text(out, kept_text(column, row));
    else if (places != PLACES_EMPTY)
        buffer_append_text(out, odd_word(column, places));
}

bool column_has_zeros_in_front(const struct column *column)
{
    for (size_t i = 0; i < column->kept_count; i++) {
        struct text text = stored_text_of(column->kept[i].text);
        size_t sign = text.length && (*text.data == '-' || *text.data == '+');
        if (text.length > sign + 1 && text.data[sign] == '0' && text.data[sign + 1] >= '0' &&
            text.data[sign + 1] <= '9')
            return true;
    }
    return false;
}

/*
 * Returns the fewest decimals that reproduce the number of a text such as "7,093.01", which is not
 * a plain decimal.
 */
static int fewest_places(double number)
{
    for (int places = 0; places <= MOST_PLACES; places++) {
        char digits[400];
        snprintf(digits, sizeof digits, "%.*f", places, number);
        if (strtod(digits, NULL) == number)
            return places;
    }
    return 0;
}

int column_places(const struct column *column, size_t row)
{
    if (column->storage != STORED_NUMBERS)
        return 0;
    uint8_t places = ((const uint8_t *)column->places.data)[row];
    if (places <= MOST_PLACES)
        return places;
    if (places != PLACES_KEPT || isnan(((const double *)column->cells.data)[row]))
        return 0;
    struct decimal decimal;
    if (decimal_parse(kept_text(column, row), &decimal))
        return decimal.places;
    return fewest_places(((const double *)column->cells.data)[row]);
}

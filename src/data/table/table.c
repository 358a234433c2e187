/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table/table.h"

#include "base/array.h"
#include "data/table/column.h"

#include <math.h>
#include <stdlib.h>

#define LINE ((size_t)64)         /* size of a cache line on most processors */
#define READ_AHEAD ((size_t)1024) /* bytes of text: a cache holds 64 times as many */

struct table *table_new(void)
{
    return xcalloc(1, sizeof(struct table));
}

void table_free(struct table *table)
{
    if (!table)
        return;
    for (size_t i = 0; i < table->column_count; i++)
        column_release(&table->columns[i]);
    free(table->columns);
    row_offsets_release(&table->places);
    text_store_release(&table->texts);
    free(table);
}

/* Rows that are set one by one are few; without memory for them, the program could not go on. */
static void need(bool has_memory)
{
    if (!has_memory)
        memory_exhausted(0);
}

static struct column *add_column(struct table *table, struct text name, enum column_type type)
{
    ARRAY_RESERVE(table->columns, table->column_count + 1, table->column_capacity);
    struct column *column = &table->columns[table->column_count++];
    column_init(column, name, type);
    return column;
}

size_t table_add_column(struct table *table, struct text name, enum column_type type)
{
    add_column(table, name, type);
    return table->column_count - 1;
}

size_t table_add_constant(struct table *table, struct text name, enum column_type type,
                          struct text text)
{
    struct column *column = add_column(table, name, type);
    column->is_fixed = true;
    column->constant = column_code_of(column, &table->texts, text);
    need(column->constant != NO_CODE);
    column_learn_periods(column);
    return table->column_count - 1;
}

size_t table_add_translated(struct table *table, struct text name, enum column_type type,
                            size_t origin)
{
    struct column *column = add_column(table, name, type);
    column->storage = STORED_SHARED;
    column->origin = origin;
    table->columns[origin].was_asked = true;
    return table->column_count - 1;
}

void table_translate(struct table *table, size_t number, uint32_t code, struct text text)
{
    struct column *column = &table->columns[number];
    stored_text stored = text_store_add(&table->texts, text);
    need(stored);
    ARRAY_RESERVE(column->translations, code + (size_t)1, column->translation_capacity);
    while (column->translation_count <= code)
        column->translations[column->translation_count++] = (struct translated_value){{"", 0}, {0}};
    struct translated_value *translation = &column->translations[code];
    translation->text = stored_text_of(stored);
    if (column->type != COLUMN_PERIOD || !period_parse(text, &translation->period))
        translation->period = (struct period){0};
}

size_t table_add_row(struct table *table, size_t line)
{
    for (size_t i = 0; i < table->column_count; i++)
        need(column_add_empty(&table->columns[i], table->row_count));
    row_offsets_add_line(&table->places, table->row_count, line);
    return table->row_count++;
}

void table_truncate(struct table *table, size_t rows)
{
    for (size_t i = 0; i < table->column_count; i++)
        column_truncate(&table->columns[i], rows);
    row_offsets_truncate(&table->places, rows);
    table->row_count = rows;
}

static struct translated_value translation_of(const struct column *column, uint32_t code)
{
    return code < column->translation_count ? column->translations[code]
                                            : (struct translated_value){{"", 0}, {0}};
}

/*
 * Gives a translated column codes and words of its own, to hold a cell that the other column lacks.
 */
static void separate(struct table *table, struct column *column)
{
    struct column own;
    struct codes codes = column_codes(&table->columns[column->origin]);
    column_init(&own, text_of(column->name), column->type);
    for (size_t row = 0; row < table->row_count; row++) {
        struct text text = translation_of(column, codes_at(codes, row)).text;
        uint32_t code = column_code_of(&own, &table->texts, text);
        need(code != NO_CODE && column_set_code(&own, row, row, code));
    }
    column_learn_periods(&own);
    column_release(column);
    *column = own;
}

/* Returns the column after making its codes writable. */
static struct column *column_to_set(struct table *table, size_t number)
{
    struct column *column = &table->columns[number];
    if (column->storage == STORED_SHARED)
        separate(table, column);
    return column;
}

void table_set_text(struct table *table, size_t row, size_t number, struct text text)
{
    struct column *column = column_to_set(table, number);
    if (column->storage == STORED_SPREAD) {
        stored_text stored = text_store_add(&table->texts, text);
        need(stored);
        ((stored_text *)column->cells.data)[row] = stored;
        return;
    }
    uint32_t code = column_code_of(column, &table->texts, text);
    need(code != NO_CODE && column_set_code(column, row, table->row_count, code));
    column_learn_periods(column);
    if (column_hardly_repeats(column, table->row_count))
        column_spread(column, table->row_count);
}

void table_set_number(struct table *table, size_t row, size_t column, struct text text,
                      double number)
{
    need(column_set_number(&table->columns[column], &table->texts, row, table->row_count, text,
                           number));
}

void table_set_period(struct table *table, size_t row, size_t number, struct text text,
                      struct period period)
{
    table_set_text(table, row, number, text);
    struct column *column = &table->columns[number];
    uint32_t code = column_code(column, row);
    if (code)
        column->periods[code] = period;
}

/* The texts stay the same, so for readers of the table nothing changes. */
static struct column *coded_text(struct column *column, size_t rows)
{
    if (column->storage == STORED_SPREAD)
        need(column_encode(column, rows));
    atomic_store_explicit(&column->was_asked, true, memory_order_relaxed);
    return column;
}

/* Returns a column with the texts of a column of numbers, extended to all rows. */
static struct column *texts_of_numbers(const struct table *table, struct column *column)
{
    if (!column->as_text) {
        column->as_text = xcalloc(1, sizeof *column->as_text);
        column_init(column->as_text, (struct text){"", 0}, COLUMN_TEXT);
    }
    struct buffer text = {0};
    struct text_store *texts = &((struct table *)table)->texts;
    for (size_t row = column->as_text_rows; row < table->row_count; row++) {
        buffer_truncate(&text, 0);
        column_write_number(column, row, &text);
        uint32_t code = column_code_of(column->as_text, texts, buffer_text(&text));
        need(code != NO_CODE && column_set_code(column->as_text, row, row, code));
    }
    column->as_text_rows = table->row_count;
    buffer_release(&text);
    return column->as_text;
}

/* Returns the column that holds the codes of this one. */
static const struct column *coded_column(const struct table *table, size_t number)
{
    struct column *column = &table->columns[number];
    if (column->storage == STORED_SHARED)
        return &table->columns[column->origin];
    if (column->storage == STORED_NUMBERS)
        return texts_of_numbers(table, column);
    return coded_text(column, table->row_count);
}

size_t table_row_count(const struct table *table)
{
    return table->row_count;
}

size_t table_column_count(const struct table *table)
{
    return table->column_count;
}

const char *table_column_name(const struct table *table, size_t column)
{
    return table->columns[column].name;
}

enum column_type table_column_type(const struct table *table, size_t column)
{
    return table->columns[column].type;
}

size_t table_find_column(const struct table *table, struct text name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (text_is_equal_folded(text_of(table->columns[i].name), name))
            return i;
    return NO_COLUMN;
}

size_t table_line(const struct table *table, size_t row)
{
    return row_offsets_line(&table->places, row);
}

bool table_position(const struct table *table, size_t row, uint64_t *offset)
{
    return row_offsets_offset(&table->places, row, offset);
}

struct text table_text(const struct table *table, size_t row, size_t number)
{
    const struct column *column = &table->columns[number];
    if (column->storage == STORED_SPREAD)
        return stored_text_of(((const stored_text *)column->cells.data)[row]);
    if (column->storage == STORED_SHARED)
        return translation_of(column, column_code(&table->columns[column->origin], row)).text;
    if (column->storage == STORED_NUMBERS)
        return (struct text){"", 0};
    return dictionary_word(&column->dictionary, column_code(column, row));
}

/* Prefetches texts that are read next: memory delivers all of them in the time of one. */
void table_texts(const struct table *table, size_t number, size_t first, uint64_t rows,
                 struct text texts[64])
{
    const struct column *column = &table->columns[number];
    const stored_text *cells = (const stored_text *)column->cells.data + first;
    bool is_spread = column->storage == STORED_SPREAD;
    for (; rows; rows &= rows - 1) {
        size_t i = (size_t)__builtin_ctzll(rows);
        texts[i] = is_spread ? stored_text_of(cells[i]) : table_text(table, first + i, number);
        for (size_t at = LINE; at < texts[i].length && at < READ_AHEAD; at += LINE)
            __builtin_prefetch(texts[i].data + at);
    }
}

void table_write(const struct table *table, size_t row, size_t number, struct buffer *out)
{
    if (table->columns[number].type == COLUMN_NUMBER)
        column_write_number(&table->columns[number], row, out);
    else
        buffer_append_text(out, table_text(table, row, number));
}

double table_number(const struct table *table, size_t row, size_t column)
{
    if (table->columns[column].storage != STORED_NUMBERS)
        return NAN;
    return ((const double *)table->columns[column].cells.data)[row];
}

bool table_has_zeros_in_front(const struct table *table, size_t column)
{
    return column_has_zeros_in_front(&table->columns[column]);
}

int table_places(const struct table *table, size_t row, size_t column)
{
    return column_places(&table->columns[column], row);
}

struct period table_period(const struct table *table, size_t row, size_t number)
{
    const struct column *column = &table->columns[number];
    if (column->storage == STORED_SHARED)
        return translation_of(column, column_code(&table->columns[column->origin], row)).period;
    return column->periods[column_code(column, row)];
}

uint32_t table_code(const struct table *table, size_t row, size_t column)
{
    return column_code(coded_column(table, column), row);
}

size_t table_distinct_count(const struct table *table, size_t column)
{
    return dictionary_count(&coded_column(table, column)->dictionary);
}

struct text table_distinct(const struct table *table, size_t number, uint32_t code)
{
    const struct column *column = &table->columns[number];
    if (column->storage == STORED_SHARED)
        return translation_of(column, code).text;
    return dictionary_word(&coded_column(table, number)->dictionary, code);
}

bool table_is_coded(const struct table *table, size_t column)
{
    enum storage storage = table->columns[column].storage;
    return storage != STORED_SPREAD && storage != STORED_NUMBERS;
}

struct codes table_codes(const struct table *table, size_t column)
{
    return column_codes(coded_column(table, column));
}

const double *table_numbers(const struct table *table, size_t column)
{
    need(column_spell_numbers(&table->columns[column], table->row_count));
    return table->columns[column].cells.data;
}

const struct zone *table_zones(const struct table *table, size_t number)
{
    struct column *column = &table->columns[number];
    if (!table->row_count || column->storage == STORED_SPREAD)
        return NULL;
    if (column->storage == STORED_SHARED)
        column = &table->columns[column->origin];
    column_learn_zones(column, column_codes(column), table->row_count);
    return column->zones;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table.h"

#include "base/array.h"
#include "base/memory.h"
#include "data/dictionary.h"

#include <math.h>
#include <stdlib.h>

/* From so many words on, a column most of whose texts differ keeps no dictionary. */
#define MANY_WORDS ((size_t)4096)

/*
 * A column is coded or spread: what is asked by code is coded, what hardly repeats is spread, and
 * gets its dictionary when somebody asks for a code.
 */
struct column {
    char *name;
    enum column_type type;
    uint32_t *codes;        /* one a row; NULL while spread */
    struct text *texts;     /* one a row; NULL while coded */
    double *numbers;        /* one a row, for COLUMN_NUMBER */
    struct period *periods; /* one a code, for COLUMN_PERIOD, which is always coded */
    size_t period_count, period_capacity;
    struct dictionary dictionary; /* while coded */
    bool was_asked;               /* by code, and so stays coded */
};

struct table {
    struct column *columns;
    size_t column_count, column_capacity;
    size_t *lines;
    size_t row_count, row_capacity;
    struct arena copies; /* of texts */
    struct buffer bytes; /* that texts lie in */
};

struct table *table_new(void)
{
    return xcalloc(1, sizeof(struct table));
}

static void column_release(struct column *column)
{
    free(column->name);
    free(column->codes);
    free(column->texts);
    free(column->numbers);
    free(column->periods);
    dictionary_release(&column->dictionary);
}

void table_free(struct table *table)
{
    if (!table)
        return;
    for (size_t i = 0; i < table->column_count; i++)
        column_release(&table->columns[i]);
    free(table->columns);
    free(table->lines);
    arena_release(&table->copies);
    buffer_release(&table->bytes);
    free(table);
}

void table_adopt(struct table *table, struct buffer *bytes)
{
    buffer_release(&table->bytes);
    table->bytes = *bytes;
    *bytes = (struct buffer){0};
}

struct arena *table_arena(struct table *table)
{
    return &table->copies;
}

static void resize_column(struct column *column, size_t capacity)
{
    if (column->texts)
        column->texts = xreallocarray(column->texts, capacity, sizeof *column->texts);
    else
        column->codes = xreallocarray(column->codes, capacity, sizeof *column->codes);
    if (column->type == COLUMN_NUMBER)
        column->numbers = xreallocarray(column->numbers, capacity, sizeof *column->numbers);
}

static void clear_cell(struct column *column, size_t row)
{
    if (column->texts)
        column->texts[row] = (struct text){"", 0};
    else
        column->codes[row] = 0;
    if (column->numbers)
        column->numbers[row] = NAN;
}

static void reserve_periods(struct column *column)
{
    ARRAY_RESERVE(column->periods, column->dictionary.count, column->period_capacity);
    while (column->period_count < column->dictionary.count)
        column->periods[column->period_count++] = (struct period){0};
}

size_t table_add_column(struct table *table, struct text name, enum column_type type)
{
    ARRAY_RESERVE(table->columns, table->column_count + 1, table->column_capacity);
    struct column *column = &table->columns[table->column_count];
    *column = (struct column){.name = xstrndup(name.data, name.length), .type = type};
    if (type == COLUMN_NUMBER)
        column->texts = xreallocarray(NULL, table->row_capacity, sizeof *column->texts);
    else
        dictionary_init(&column->dictionary);
    if (type == COLUMN_PERIOD)
        reserve_periods(column);
    resize_column(column, table->row_capacity);
    for (size_t row = 0; row < table->row_count; row++)
        clear_cell(column, row);
    return table->column_count++;
}

size_t table_add_row(struct table *table, size_t line)
{
    size_t capacity = table->row_capacity;
    ARRAY_RESERVE(table->lines, table->row_count + 1, table->row_capacity);
    for (size_t i = 0; i < table->column_count; i++) {
        if (capacity != table->row_capacity)
            resize_column(&table->columns[i], table->row_capacity);
        clear_cell(&table->columns[i], table->row_count);
    }
    table->lines[table->row_count] = line;
    return table->row_count++;
}

void table_truncate(struct table *table, size_t rows)
{
    if (rows < table->row_count)
        table->row_count = rows;
}

static void spread(struct column *column, size_t rows, size_t capacity)
{
    column->texts = xreallocarray(NULL, capacity, sizeof *column->texts);
    for (size_t row = 0; row < rows; row++)
        column->texts[row] = column->dictionary.words[column->codes[row]];
    free(column->codes);
    column->codes = NULL;
    dictionary_release(&column->dictionary);
}

static uint32_t code_of(struct dictionary *dictionary, struct text text)
{
    uint32_t code = dictionary_find(dictionary, text);
    return code == NO_CODE ? dictionary_add(dictionary, text) : code;
}

static void encode(struct column *column, size_t rows, size_t capacity)
{
    dictionary_init(&column->dictionary);
    column->codes = xreallocarray(NULL, capacity, sizeof *column->codes);
    for (size_t row = 0; row < rows; row++)
        column->codes[row] = code_of(&column->dictionary, column->texts[row]);
    free(column->texts);
    column->texts = NULL;
}

/* The texts stay what they are, so to whoever reads the table nothing changes. */
static const struct column *coded_column(const struct table *table, size_t number)
{
    struct column *column = &table->columns[number];
    if (column->texts)
        encode(column, table->row_count, table->row_capacity);
    column->was_asked = true;
    return column;
}

static bool hardly_repeats(const struct table *table, const struct column *column)
{
    size_t words = column->dictionary.count;
    return column->type == COLUMN_TEXT && !column->was_asked && words >= MANY_WORDS &&
           words > table->row_count / 2;
}

static void terminate(struct text text)
{
    char *end = (char *)text.data + text.length;
    if (*end)
        *end = '\0';
}

void table_refer_text(struct table *table, size_t row, size_t number, struct text text)
{
    terminate(text);
    struct column *column = &table->columns[number];
    if (!column->texts && hardly_repeats(table, column))
        spread(column, table->row_count, table->row_capacity);
    if (column->texts)
        column->texts[row] = text;
    else
        column->codes[row] = code_of(&column->dictionary, text);
    if (column->type == COLUMN_PERIOD)
        reserve_periods(column);
}

static struct text keep(struct table *table, size_t column, struct text text)
{
    uint32_t code = table_find_code(table, column, text);
    if (code != NO_CODE)
        return table->columns[column].dictionary.words[code];
    return (struct text){arena_copy(&table->copies, text.data, text.length), text.length};
}

void table_set_text(struct table *table, size_t row, size_t column, struct text text)
{
    table_refer_text(table, row, column, keep(table, column, text));
}

void table_refer_number(struct table *table, size_t row, size_t column, struct text text,
                        double number)
{
    table_refer_text(table, row, column, text);
    table->columns[column].numbers[row] = number;
}

void table_set_number(struct table *table, size_t row, size_t column, struct text text,
                      double number)
{
    table_refer_number(table, row, column, keep(table, column, text), number);
}

void table_refer_period(struct table *table, size_t row, size_t column, struct text text,
                        struct period period)
{
    table_refer_text(table, row, column, text);
    table->columns[column].periods[table->columns[column].codes[row]] = period;
}

void table_set_period(struct table *table, size_t row, size_t column, struct text text,
                      struct period period)
{
    table_refer_period(table, row, column, keep(table, column, text), period);
}

uint32_t table_find_code(const struct table *table, size_t column, struct text text)
{
    const struct column *found = &table->columns[column];
    return found->texts ? NO_CODE : dictionary_find(&found->dictionary, text);
}

void table_set_code(struct table *table, size_t row, size_t column, uint32_t code)
{
    table->columns[column].codes[row] = code;
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
    return table->lines[row];
}

struct text table_text(const struct table *table, size_t row, size_t number)
{
    const struct column *column = &table->columns[number];
    return column->texts ? column->texts[row] : column->dictionary.words[column->codes[row]];
}

void table_write(const struct table *table, size_t row, size_t column, struct buffer *out)
{
    buffer_append_text(out, table_text(table, row, column));
}

double table_number(const struct table *table, size_t row, size_t column)
{
    return table->columns[column].numbers[row];
}

struct period table_period(const struct table *table, size_t row, size_t number)
{
    const struct column *column = &table->columns[number];
    return column->periods[column->codes[row]];
}

uint32_t table_code(const struct table *table, size_t row, size_t column)
{
    return coded_column(table, column)->codes[row];
}

size_t table_distinct_count(const struct table *table, size_t column)
{
    return coded_column(table, column)->dictionary.count;
}

struct text table_distinct(const struct table *table, size_t column, uint32_t code)
{
    return coded_column(table, column)->dictionary.words[code];
}

bool table_is_coded(const struct table *table, size_t column)
{
    return !table->columns[column].texts;
}

struct codes table_codes(const struct table *table, size_t column)
{
    return (struct codes){coded_column(table, column)->codes, sizeof(uint32_t), 0};
}

const double *table_numbers(const struct table *table, size_t column)
{
    return table->columns[column].numbers;
}

const struct zone *table_zones(const struct table *table, size_t column)
{
    (void)table;
    (void)column;
    return NULL;
}

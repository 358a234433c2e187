/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table.h"

#include "base/array.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct column {
    char *name;
    enum column_type type;
    uint32_t *codes;        /* one a row */
    double *numbers;        /* one a row, for COLUMN_NUMBER */
    struct period *periods; /* one a row, for COLUMN_PERIOD */
    struct text *words;     /* one a code, in the arena */
    size_t word_count, word_capacity;
    uint32_t *slots;   /* open addressing: code of a word, 0 while free */
    size_t slot_count; /* a power of two, at least twice the words */
    struct arena arena;
};

struct table {
    struct column *columns;
    size_t column_count, column_capacity;
    size_t *lines;
    size_t row_count, row_capacity;
};

struct table *table_new(void)
{
    return xcalloc(1, sizeof(struct table));
}

static void column_release(struct column *column)
{
    free(column->name);
    free(column->codes);
    free(column->numbers);
    free(column->periods);
    free(column->words);
    free(column->slots);
    arena_release(&column->arena);
}

void table_free(struct table *table)
{
    if (!table)
        return;
    for (size_t i = 0; i < table->column_count; i++)
        column_release(&table->columns[i]);
    free(table->columns);
    free(table->lines);
    free(table);
}

/* FNV-1a: good enough for texts that nobody chose to collide within a bounded file. */
static uint64_t hash_of(struct text text)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001b3u;
    return hash ^ (hash >> 32);
}

static size_t slot_of(const struct column *column, struct text text)
{
    size_t mask = column->slot_count - 1, slot = hash_of(text) & mask;
    while (column->slots[slot] && !text_is_equal(column->words[column->slots[slot]], text))
        slot = (slot + 1) & mask;
    return slot;
}

static void grow_slots(struct column *column)
{
    free(column->slots);
    column->slot_count = column->slot_count ? column->slot_count * 2 : 64;
    column->slots = xcalloc(column->slot_count, sizeof *column->slots);
    for (size_t code = 1; code < column->word_count; code++)
        column->slots[slot_of(column, column->words[code])] = (uint32_t)code;
}

static uint32_t code_of(struct column *column, struct text text)
{
    if (!text.length)
        return 0;
    if ((column->word_count + 1) * 2 > column->slot_count)
        grow_slots(column);
    size_t slot = slot_of(column, text);
    if (column->slots[slot])
        return column->slots[slot];
    ARRAY_RESERVE(column->words, column->word_count + 1, column->word_capacity);
    uint32_t code = (uint32_t)column->word_count++;
    column->words[code] =
        (struct text){arena_copy(&column->arena, text.data, text.length), text.length};
    column->slots[slot] = code;
    return code;
}

static void resize_column(struct column *column, size_t capacity)
{
    column->codes = xreallocarray(column->codes, capacity, sizeof *column->codes);
    if (column->type == COLUMN_NUMBER)
        column->numbers = xreallocarray(column->numbers, capacity, sizeof *column->numbers);
    if (column->type == COLUMN_PERIOD)
        column->periods = xreallocarray(column->periods, capacity, sizeof *column->periods);
}

static void clear_cell(struct column *column, size_t row)
{
    column->codes[row] = 0;
    if (column->numbers)
        column->numbers[row] = NAN;
    if (column->periods)
        column->periods[row] = (struct period){0};
}

size_t table_add_column(struct table *table, struct text name, enum column_type type)
{
    ARRAY_RESERVE(table->columns, table->column_count + 1, table->column_capacity);
    struct column *column = &table->columns[table->column_count];
    *column = (struct column){.name = xstrndup(name.data, name.length), .type = type};
    ARRAY_RESERVE(column->words, 1, column->word_capacity);
    column->words[column->word_count++] = (struct text){"", 0};
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

void table_drop_last_row(struct table *table)
{
    table->row_count--;
}

void table_set_text(struct table *table, size_t row, size_t column, struct text text)
{
    table->columns[column].codes[row] = code_of(&table->columns[column], text);
}

void table_set_number(struct table *table, size_t row, size_t column, struct text text,
                      double number)
{
    table_set_text(table, row, column, text);
    table->columns[column].numbers[row] = number;
}

void table_set_period(struct table *table, size_t row, size_t column, struct text text,
                      struct period period)
{
    table_set_text(table, row, column, text);
    table->columns[column].periods[row] = period;
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

struct text table_text(const struct table *table, size_t row, size_t column)
{
    return table_distinct(table, column, table->columns[column].codes[row]);
}

double table_number(const struct table *table, size_t row, size_t column)
{
    return table->columns[column].numbers[row];
}

struct period table_period(const struct table *table, size_t row, size_t column)
{
    return table->columns[column].periods[row];
}

uint32_t table_code(const struct table *table, size_t row, size_t column)
{
    return table->columns[column].codes[row];
}

size_t table_distinct_count(const struct table *table, size_t column)
{
    return table->columns[column].word_count;
}

struct text table_distinct(const struct table *table, size_t column, uint32_t code)
{
    return table->columns[column].words[code];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/row_order.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct word {
    struct buffer folded;
    uint32_t code;
};

static int compare_words(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    int order = text_compare(buffer_text(&a->folded), buffer_text(&b->folded));
    return order ? order : (a->code > b->code) - (a->code < b->code);
}

/* The place of each distinct text among the others: texts are compared once, not once a row. */
static double *ranks_of_words(const struct table *table, size_t column)
{
    size_t count = table_distinct_count(table, column);
    struct word *words = xcalloc(count, sizeof *words);
    for (size_t code = 0; code < count; code++) {
        words[code].code = (uint32_t)code;
        text_fold(&words[code].folded, table_distinct(table, column, (uint32_t)code));
    }
    qsort(words, count, sizeof *words, compare_words);
    double *ranks = xcalloc(count, sizeof *ranks);
    double rank = 0;
    for (size_t i = 0; i < count; i++) {
        if (i && !text_is_equal(buffer_text(&words[i].folded), buffer_text(&words[i - 1].folded)))
            rank++;
        ranks[words[i].code] = rank;
    }
    ranks[0] = NAN;
    for (size_t i = 0; i < count; i++)
        buffer_release(&words[i].folded);
    free(words);
    return ranks;
}

static double period_key(struct period period)
{
    /* By the last day, then the first: both fit the 53 bits of a double. */
    return period.kind ? period.last * 1e7 + period.first : NAN;
}

struct amount {
    uint32_t row;
    struct unit unit;
    double value;
};

static int compare_amounts(const void *left, const void *right)
{
    const struct amount *a = left, *b = right;
    if (a->unit.dimension != b->unit.dimension)
        return a->unit.dimension < b->unit.dimension ? -1 : 1;
    int order = strcmp(a->unit.currency, b->unit.currency);
    return order ? order : (a->value > b->value) - (a->value < b->value);
}

/* The place of each value among those of its unit; unlike units stay apart. */
static double *ranks_of_values(const struct dataset *dataset)
{
    size_t rows = table_row_count(dataset->table), count = 0;
    struct amount *amounts = xcalloc(rows, sizeof *amounts);
    double *ranks = xcalloc(rows, sizeof *ranks);
    for (size_t row = 0; row < rows; row++) {
        struct claim claim = dataset_claim(dataset, row);
        ranks[row] = NAN;
        if (!isnan(claim.value))
            amounts[count++] = (struct amount){(uint32_t)row, claim.unit, claim.value};
    }
    qsort(amounts, count, sizeof *amounts, compare_amounts);
    double rank = 0;
    for (size_t i = 0; i < count; i++) {
        if (i && compare_amounts(&amounts[i], &amounts[i - 1]) != 0)
            rank++;
        ranks[amounts[i].row] = rank;
    }
    free(amounts);
    return ranks;
}

double *row_keys_of_column(const struct dataset *dataset, size_t column)
{
    if (column == dataset->column[FIELD_VALUE])
        return ranks_of_values(dataset);
    const struct table *table = dataset->table;
    size_t count = table_row_count(table);
    enum column_type type = table_column_type(table, column);
    double *ranks = type == COLUMN_TEXT ? ranks_of_words(table, column) : NULL;
    double *keys = xcalloc(count, sizeof *keys);
    for (size_t row = 0; row < count; row++) {
        if (type == COLUMN_TEXT)
            keys[row] = ranks[table_code(table, row, column)];
        else if (type == COLUMN_PERIOD)
            keys[row] = period_key(table_period(table, row, column));
        else
            keys[row] = table_number(table, row, column);
    }
    free(ranks);
    return keys;
}

struct keyed_row {
    double key; /* already turned round for a descending order */
    uint32_t row, place;
};

static int compare_keyed_rows(const void *left, const void *right)
{
    const struct keyed_row *a = left, *b = right;
    if (isnan(a->key) != isnan(b->key))
        return isnan(a->key) ? 1 : -1;
    if (a->key < b->key || a->key > b->key)
        return a->key < b->key ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

void row_list_sort(struct row_list *list, const double *keys, bool descends)
{
    struct keyed_row *rows = xcalloc(list->count, sizeof *rows);
    row_list_spell_out(list);
    for (size_t i = 0; i < list->count; i++) {
        double key = keys[list->rows[i]];
        rows[i] = (struct keyed_row){descends ? -key : key, list->rows[i], (uint32_t)i};
    }
    qsort(rows, list->count, sizeof *rows, compare_keyed_rows);
    for (size_t i = 0; i < list->count; i++)
        list->rows[i] = rows[i].row;
    free(rows);
}

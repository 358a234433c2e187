/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Products that are indented below others: "Mineral fuels" and, below it, "  Crude oil". The blanks
 * in front are those of the file's own column, as words are compared without them.
 */
#include "config.h"

#include "analysis/statistics/statistic_terms.h"

#include "base/ascii.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_DEPTH 2 /* a single blank may be there by chance */
#define MOST_LEVELS 16
#define SUM_TOLERANCE 1.001

struct indents {
    struct statistic *statistic;
    struct codes codes;
    size_t column;       /* of the file, with the blanks */
    uint8_t *depths;     /* for each code */
    uint32_t *above;     /* for each product: the one that it is indented below, or NO_PRODUCT */
    uint32_t *above_row; /* for each row: the product that it is indented below; "Other" has many */
    bool has_any, has_flush;
};

/* Counts blanks, tabs as four; NBSP counts as a blank. */
static uint8_t depth_of(struct text word)
{
    size_t depth = 0, at = 0;
    while (at < word.length && depth < UINT8_MAX) {
        bool is_wide = at + 1 < word.length && memcmp(word.data + at, "\u00a0", 2) == 0;
        if (!is_wide && word.data[at] != ' ' && word.data[at] != '\t')
            break;
        depth += word.data[at] == '\t' ? 4 : 1;
        at += is_wide ? 2 : 1;
    }
    return at < word.length && depth >= LEAST_DEPTH ? (uint8_t)depth : 0;
}

static void take_depths(struct indents *indents)
{
    const struct table *table = indents->statistic->dataset->table;
    size_t count = table_distinct_count(table, indents->column);
    indents->codes = table_codes(table, indents->column);
    indents->depths = xcalloc(count + 1, sizeof *indents->depths);
    for (size_t code = 1; code < count; code++) {
        struct text word = table_distinct(table, indents->column, (uint32_t)code);
        indents->depths[code] = depth_of(word);
        indents->has_any |= indents->depths[code] > 0;
        indents->has_flush |= word.length && !indents->depths[code];
    }
}

/* The row before that is less indented is the one above. */
static void find_above(struct indents *indents)
{
    const struct statistic *statistic = indents->statistic;
    struct level {
        uint8_t depth;
        uint32_t product;
    } stack[MOST_LEVELS];
    size_t height = 0, rows = table_row_count(statistic->dataset->table);
    for (size_t row = 0; row < rows; row++) {
        uint8_t depth = indents->depths[codes_at(indents->codes, row)];
        uint32_t product = term_at(&statistic->products, row);
        while (height && stack[height - 1].depth >= depth)
            height--;
        bool is_below = height && stack[height - 1].product != product;
        indents->above_row[row] = is_below ? stack[height - 1].product : NO_PRODUCT;
        if (indents->above[product] == NO_PRODUCT)
            indents->above[product] = indents->above_row[row];
        if (height < MOST_LEVELS)
            stack[height++] = (struct level){depth, product};
    }
}

struct family {
    double whole, parts;
};

/* True if the parts of some product are more than it: the blanks mean something else. */
static bool exceeds_above(const struct indents *indents)
{
    const struct statistic *statistic = indents->statistic;
    const struct dataset *dataset = statistic->dataset;
    size_t rows = table_row_count(dataset->table);
    const double *values = table_numbers(dataset->table, dataset->column[FIELD_VALUE]);
    struct tuple_index index = {.width = 5};
    struct family *families = xcalloc(2 * rows + 1, sizeof *families);
    bool is_more = false;
    for (size_t row = 0; row < rows; row++) {
        uint32_t product = term_at(&statistic->products, row);
        uint32_t key[] = {term_at(&statistic->periods, row), term_at(&statistic->flows, row),
                          term_at(&statistic->reporters, row), term_at(&statistic->partners, row),
                          product};
        if (isnan(values[row]))
            continue;
        families[tuple_index_number(&index, key)].whole += fabs(values[row]);
        key[4] = indents->above_row[row];
        if (key[4] != NO_PRODUCT)
            families[tuple_index_number(&index, key)].parts += fabs(values[row]);
    }
    for (size_t i = 0; i < index.count; i++)
        is_more |= families[i].whole != 0 && families[i].parts > families[i].whole * SUM_TOLERANCE;
    tuple_index_release(&index);
    free(families);
    return is_more;
}

void learn_indented_products(struct statistic *statistic)
{
    struct indents indents = {.statistic = statistic};
    size_t count = statistic->product_words.count;
    indents.column = statistic_origin(statistic, FIELD_PRODUCT);
    if (indents.column == NO_COLUMN || !table_is_coded(statistic->dataset->table, indents.column))
        return;
    take_depths(&indents);
    if (indents.has_any && indents.has_flush) {
        indents.above = xcalloc(count + 1, sizeof *indents.above);
        for (size_t i = 0; i < count; i++)
            indents.above[i] = NO_PRODUCT;
        indents.above_row =
            xcalloc(table_row_count(statistic->dataset->table) + 1, sizeof *indents.above_row);
        find_above(&indents);
        bool is_used = !exceeds_above(&indents);
        for (size_t i = 1; is_used && i < count; i++)
            if (!statistic->product_terms[i].level && indents.above[i] != NO_PRODUCT)
                statistic->product_terms[i].parent = indents.above[i];
    }
    free(indents.above);
    free(indents.above_row);
    free(indents.depths);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/pair.h"

#include "analysis/country_numbers.h"
#include "base/array.h"
#include "base/memory.h"
#include "query/key_index.h"

#include <stdlib.h>

static bool is_trade_value(const struct claim *claim)
{
    return (claim->kind == KIND_FIGURE || claim->kind == KIND_TARGET) && claim->flow &&
           claim->measure == MEASURE_VALUE;
}

/* Most figures first; among equals the one that is stated first. */
static int compare_counts(const void *a, const void *b)
{
    const struct pair_count *x = a, *y = b;
    if (x->figures != y->figures)
        return x->figures > y->figures ? -1 : 1;
    return (x->first_row > y->first_row) - (x->first_row < y->first_row);
}

struct pair_count *pairs_list(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_list *rows, size_t *count)
{
    uint32_t *reporters = country_numbers(dataset, countries, FIELD_REPORTER);
    uint32_t *partners = country_numbers(dataset, countries, FIELD_PARTNER);
    struct key_index keys = {.width = 2};
    struct pair_count *pairs = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        size_t row = row_list_at(rows, i);
        struct claim claim = dataset_claim(dataset, row);
        if (!is_trade_value(&claim))
            continue;
        const uint32_t key[] = {
            reporters[table_code(dataset->table, row, dataset->column[FIELD_REPORTER])],
            partners[table_code(dataset->table, row, dataset->column[FIELD_PARTNER])],
        };
        size_t number = key_index_number(&keys, key);
        if (number == *count) {
            ARRAY_RESERVE(pairs, *count + 1, capacity);
            pairs[(*count)++] =
                (struct pair_count){{claim.reporter, claim.partner, {"", 0}}, 0, row};
        }
        pairs[number].figures++;
    }
    if (*count)
        qsort(pairs, *count, sizeof *pairs, compare_counts);
    free(reporters);
    free(partners);
    key_index_release(&keys);
    return pairs;
}

/* For each code of a column of countries: whether it means this one. */
static bool *codes_of_country(const struct dataset *dataset, const struct country_list *countries,
                              enum field field, struct text country)
{
    size_t column = dataset->column[field], count = table_distinct_count(dataset->table, column);
    bool *is_meant = xcalloc(count, sizeof *is_meant);
    for (size_t code = 0; code < count; code++)
        is_meant[code] = country_is_same(countries, country,
                                         table_distinct(dataset->table, column, (uint32_t)code));
    return is_meant;
}

static bool has_product(const struct pair *pair, struct text product)
{
    return pair->product.length ? text_is_equal_folded(pair->product, text_trim(product))
                                : !product.length;
}

struct row_list pair_rows(const struct pair *pair, const struct dataset *dataset,
                          const struct country_list *countries, const struct row_list *rows)
{
    const size_t *column = dataset->column;
    bool *is_reporter = codes_of_country(dataset, countries, FIELD_REPORTER, pair->reporter);
    bool *is_partner = codes_of_country(dataset, countries, FIELD_PARTNER, pair->partner);
    struct codes reporters = table_codes(dataset->table, column[FIELD_REPORTER]);
    struct codes partners = table_codes(dataset->table, column[FIELD_PARTNER]);
    struct row_list found = {0};
    for (size_t i = 0; i < rows->count; i++) {
        size_t row = row_list_at(rows, i);
        if (is_reporter[codes_at(reporters, row)] && is_partner[codes_at(partners, row)] &&
            has_product(pair, dataset_text(dataset, row, FIELD_PRODUCT)))
            row_list_add(&found, row);
    }
    free(is_reporter);
    free(is_partner);
    return found;
}

bool pair_is_of_claim(const struct pair *pair, const struct country_list *countries,
                      const struct claim *claim)
{
    return country_is_same(countries, pair->reporter, claim->reporter) &&
           country_is_same(countries, pair->partner, claim->partner) &&
           has_product(pair, claim->product);
}

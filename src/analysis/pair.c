/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/pair.h"

#include "analysis/country_numbers.h"
#include "base/array.h"
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
        size_t row = rows->rows[i];
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
            pairs[(*count)++] = (struct pair_count){{claim.reporter, claim.partner}, 0, row};
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

bool pair_is_of_claim(const struct pair *pair, const struct country_list *countries,
                      const struct claim *claim)
{
    return country_is_same(countries, pair->reporter, claim->reporter) &&
           country_is_same(countries, pair->partner, claim->partner);
}

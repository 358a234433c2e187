/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/pair.h"

#include "analysis/claims/claim_keys.h"
#include "analysis/statistics/row_selection.h"
#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>

/* Most figures first; among equals the one stated first. */
static int compare_counts(const void *a, const void *b)
{
    const struct pair_count *x = a, *y = b;
    if (x->figures != y->figures)
        return x->figures > y->figures ? -1 : 1;
    return (x->first_row > y->first_row) - (x->first_row < y->first_row);
}

static bool is_any(uint32_t group)
{
    (void)group;
    return true;
}

static bool is_flow(uint32_t group)
{
    return group != FLOW_NONE;
}

static bool is_value(uint32_t group)
{
    return group == MEASURE_VALUE;
}

enum { OF_REPORTER, OF_PARTNER, OF_KIND, OF_FLOW, OF_MEASURE, KEYS };

/* Counts figures and targets of trade value by reporter and partner. */
static struct sum_plan plan_of_pairs(const struct dataset *dataset,
                                     const struct country_list *countries)
{
    return (struct sum_plan){
        .row_count = table_row_count(dataset->table),
        .keys = {[OF_REPORTER] = claim_key_of_country(dataset, countries, FIELD_REPORTER),
                 [OF_PARTNER] = claim_key_of_country(dataset, countries, FIELD_PARTNER),
                 [OF_KIND] = claim_key_of_some(claim_key_of_kind(dataset), is_any),
                 [OF_FLOW] =
                     claim_key_of_some(claim_key_of_word(dataset, FIELD_FLOW, FLOW_NONE), is_flow),
                 [OF_MEASURE] = claim_key_of_some(
                     claim_key_of_word(dataset, FIELD_MEASURE, MEASURE_VALUE), is_value)},
        .key_count = KEYS,
    };
}

static struct pair_count pair_count_of(const struct dataset *dataset, const struct row_sum *sum)
{
    struct pair pair = {dataset_text(dataset, sum->first_row, FIELD_REPORTER),
                        dataset_text(dataset, sum->first_row, FIELD_PARTNER),
                        {"", 0}};
    return (struct pair_count){pair, sum->row_count, sum->first_row};
}

struct pair_count *pairs_list(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_set *rows, size_t *count)
{
    struct sum_plan plan = plan_of_pairs(dataset, countries);
    struct row_sums sums;
    plan.row_count = rows->row_count;
    plan.rows = rows;
    row_sums_make(&sums, &plan, NULL);
    struct pair_count *pairs = sums.count ? xcalloc(sums.count, sizeof *pairs) : NULL;
    for (size_t i = 0; i < sums.count; i++)
        pairs[i] = pair_count_of(dataset, &sums.items[i]);
    *count = sums.count;
    if (*count)
        qsort(pairs, *count, sizeof *pairs, compare_counts);
    row_sums_release(&sums);
    sum_plan_release(&plan);
    return pairs;
}

/* Accepts all names of this country. */
static struct row_condition condition_of_country(const struct dataset *dataset,
                                                 const struct country_list *countries,
                                                 enum field field, struct text country)
{
    struct sum_key key = claim_key_of_country(dataset, countries, field);
    size_t column = dataset->column[field];
    struct row_condition condition = row_condition_make(dataset->table, column);
    for (uint32_t code = 0; code < key.code_count; code++) {
        uint32_t first = key.groups[code]; /* the first of those with the same meaning */
        condition.accepts[code] =
            first < code
                ? condition.accepts[first]
                : country_is_same(countries, country, table_distinct(dataset->table, column, code));
    }
    sum_key_release(&key);
    return condition;
}

static bool has_product(const struct pair *pair, struct text product)
{
    return pair->product.length ? text_is_equal_folded(pair->product, text_trim(product))
                                : !product.length;
}

/* Accepts the product of the pair; all goods if it has none. */
static struct row_condition condition_of_product(const struct pair *pair,
                                                 const struct dataset *dataset)
{
    size_t column = dataset->column[FIELD_PRODUCT];
    struct row_condition condition = row_condition_make(dataset->table, column);
    for (uint32_t code = 0; code < table_distinct_count(dataset->table, column); code++)
        condition.accepts[code] = has_product(pair, table_distinct(dataset->table, column, code));
    return condition;
}

struct row_set pair_rows(const struct pair *pair, const struct dataset *dataset,
                         const struct country_list *countries, const struct row_set *rows)
{
    struct row_condition conditions[] = {
        condition_of_country(dataset, countries, FIELD_REPORTER, pair->reporter),
        condition_of_country(dataset, countries, FIELD_PARTNER, pair->partner),
        condition_of_product(pair, dataset),
    };
    struct row_set found = rows_select(rows->row_count, conditions, ARRAY_LENGTH(conditions));
    row_set_intersect(&found, rows);
    for (size_t i = 0; i < ARRAY_LENGTH(conditions); i++)
        row_condition_release(&conditions[i]);
    return found;
}

static bool is_accepted(const struct row_condition *conditions, size_t count, size_t row)
{
    for (size_t i = 0; i < count; i++)
        if (!conditions[i].accepts[codes_at(conditions[i].codes, row)])
            return false;
    return true;
}

void pair_keep_rows(const struct pair *pair, const struct dataset *dataset,
                    const struct country_list *countries, size_t end, struct row_set *rows)
{
    struct row_condition conditions[3];
    size_t count = 0;
    if (pair->reporter.length) {
        conditions[count++] =
            condition_of_country(dataset, countries, FIELD_REPORTER, pair->reporter);
        conditions[count++] =
            condition_of_country(dataset, countries, FIELD_PARTNER, pair->partner);
    }
    if (pair->product.length)
        conditions[count++] = condition_of_product(pair, dataset);
    for (size_t i = 0; i < row_set_word_count(rows); i++) {
        for (uint64_t bits = rows->words[i]; bits; bits &= bits - 1) {
            size_t row = i * 64 + (size_t)__builtin_ctzll(bits);
            if (row < end && !is_accepted(conditions, count, row))
                rows->words[i] &= ~(bits & -bits);
        }
    }
    for (size_t i = 0; i < count; i++)
        row_condition_release(&conditions[i]);
}

bool pair_is_of_claim(const struct pair *pair, const struct country_list *countries,
                      const struct claim *claim)
{
    return country_is_same(countries, pair->reporter, claim->reporter) &&
           country_is_same(countries, pair->partner, claim->partner) &&
           has_product(pair, claim->product);
}

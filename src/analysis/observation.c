/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every row gets a key of what its number is about; rows with one key are one observation. The
 * claim to show and the agreement follow from the intervals of its claims.
 */
#include "config.h"

#include "analysis/observation.h"

#include "analysis/country_numbers.h"
#include "base/array.h"
#include "base/memory.h"
#include "query/key_index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SAME_WIDTH 1e-9 /* relative: 65.7 USD bn is as exact as 65,700 USD mn with two zeros */

struct context {
    const struct dataset *dataset;
    uint32_t *reporters, *partners; /* number of the country behind a code */
    struct key_index keys;
};

static uint32_t code_of(const struct context *context, size_t row, enum field field)
{
    return table_code(context->dataset->table, row, context->dataset->column[field]);
}

static bool has_number(const struct claim *claim)
{
    return (claim->kind == KIND_FIGURE || claim->kind == KIND_TARGET) && !isnan(claim->value);
}

static size_t number_of_claim(struct context *context, const struct claim *claim)
{
    struct period base = claim_base(claim);
    uint32_t currency;
    memcpy(&currency, claim->unit.currency, sizeof currency);
    const uint32_t key[] = {
        claim->kind == KIND_TARGET,
        context->reporters[code_of(context, claim->row, FIELD_REPORTER)],
        context->partners[code_of(context, claim->row, FIELD_PARTNER)],
        claim->flow,
        code_of(context, claim->row, FIELD_PRODUCT),
        claim->measure,
        claim->period.kind,
        (uint32_t)claim->period.first,
        (uint32_t)claim->period.last,
        base.kind,
        (uint32_t)base.first,
        (uint32_t)base.last,
        claim->unit.dimension,
        currency,
    };
    context->keys.width = ARRAY_LENGTH(key);
    return key_index_number(&context->keys, key);
}

/* How exactly a claim states its value. */
static double relative_width(const struct claim *claim)
{
    struct interval interval = interval_of_claim(claim);
    double width = interval.high - interval.low;
    return width > 0 ? width / fabs(claim->value) : 0;
}

static bool is_same_width(double a, double b)
{
    if (isinf(a) || isinf(b))
        return a == b;
    return fabs(a - b) <= SAME_WIDTH * b;
}

static bool is_stated_later(const struct claim *a, const struct claim *b)
{
    if (!a->date.kind || !b->date.kind)
        return a->date.kind && !b->date.kind;
    return a->date.last > b->date.last;
}

/* Whether `a`, which stands behind `b` in the file, is shown rather than `b`. */
static bool is_shown_before(const struct claim *a, const struct claim *b)
{
    double width_a = relative_width(a), width_b = relative_width(b);
    if (!is_same_width(width_a, width_b))
        return width_a < width_b;
    bool is_exact_a = a->qualifier == QUALIFIER_EXACT, is_exact_b = b->qualifier == QUALIFIER_EXACT;
    if (is_exact_a != is_exact_b)
        return is_exact_a;
    return is_stated_later(a, b);
}

static size_t find_shown(const struct claim *claims, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (is_shown_before(&claims[i], &claims[best]))
            best = i;
    return best;
}

static enum agreement worst_agreement(const struct claim *claims, size_t count, size_t shown)
{
    struct interval interval = interval_of_claim(&claims[shown]);
    enum agreement worst = AGREEMENT_SINGLE;
    for (size_t i = 0; i < count; i++)
        if (i != shown)
            worst = agreement_worse(
                worst, agreement_of_intervals(interval, interval_of_claim(&claims[i])));
    return worst;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Rows that name no source add none. */
static size_t count_sources(const struct dataset *dataset, const struct row_list *claims)
{
    struct codes codes = table_codes(dataset->table, dataset->column[FIELD_SOURCE]);
    uint32_t *sources = xreallocarray(NULL, claims->count, sizeof *sources);
    for (size_t i = 0; i < claims->count; i++)
        sources[i] = codes_at(codes, claims->rows[i]);
    qsort(sources, claims->count, sizeof *sources, compare_numbers);
    size_t count = 0;
    for (size_t i = 0; i < claims->count; i++)
        count += sources[i] && (i == 0 || sources[i] != sources[i - 1]);
    free(sources);
    return count;
}

struct observation observation_of_claims(const struct dataset *dataset, struct row_list list)
{
    struct observation observation = {
        .shown = list.rows[0], .claims = list, .source_count = count_sources(dataset, &list)};
    if (list.count == 1)
        return observation;
    struct claim *claims = xreallocarray(NULL, list.count, sizeof *claims);
    for (size_t i = 0; i < list.count; i++)
        claims[i] = dataset_claim(dataset, list.rows[i]);
    size_t shown = find_shown(claims, list.count);
    observation.shown = claims[shown].row;
    observation.agreement = worst_agreement(claims, list.count, shown);
    memmove(list.rows + 1, list.rows, shown * sizeof *list.rows);
    list.rows[0] = (uint32_t)observation.shown;
    free(claims);
    return observation;
}

static void add_claim(struct observation_list *list, size_t *capacity, size_t number, size_t row)
{
    if (number == list->count) {
        ARRAY_RESERVE(list->items, list->count + 1, *capacity);
        list->items[list->count++] = (struct observation){0};
    }
    row_list_add(&list->items[number].claims, row);
    list->of_row[row] = (uint32_t)number;
}

/* In the order of the file, whatever order the rows are in. */
static void group_rows(struct context *context, struct observation_list *list,
                       const struct row_list *rows)
{
    size_t capacity = 0;
    unsigned char *is_listed = xcalloc(list->row_count, 1);
    for (size_t i = 0; i < rows->count; i++)
        is_listed[row_list_at(rows, i)] = 1;
    for (size_t row = 0; row < list->row_count; row++) {
        list->of_row[row] = UINT32_MAX;
        if (!is_listed[row])
            continue;
        struct claim claim = dataset_claim(context->dataset, row);
        if (has_number(&claim))
            add_claim(list, &capacity, number_of_claim(context, &claim), row);
    }
    free(is_listed);
}

struct observation_list observation_list_make(const struct dataset *dataset,
                                              const struct country_list *countries,
                                              const struct row_list *rows)
{
    struct context context = {
        .dataset = dataset,
        .reporters = country_numbers(dataset, countries, FIELD_REPORTER),
        .partners = country_numbers(dataset, countries, FIELD_PARTNER),
    };
    struct observation_list list = {.row_count = table_row_count(dataset->table)};
    list.of_row = xreallocarray(NULL, list.row_count, sizeof *list.of_row);
    group_rows(&context, &list, rows);
    for (size_t i = 0; i < list.count; i++)
        list.items[i] = observation_of_claims(dataset, list.items[i].claims);
    free(context.reporters);
    free(context.partners);
    key_index_release(&context.keys);
    return list;
}

const struct observation *observation_of_row(const struct observation_list *list, size_t row)
{
    if (row >= list->row_count || list->of_row[row] == UINT32_MAX)
        return NULL;
    return &list->items[list->of_row[row]];
}

bool observation_is_same(const struct country_list *countries, const struct claim *a,
                         const struct claim *b)
{
    return has_number(a) && has_number(b) && (a->kind == KIND_TARGET) == (b->kind == KIND_TARGET) &&
           a->flow == b->flow && a->measure == b->measure &&
           a->unit.dimension == b->unit.dimension &&
           strcmp(a->unit.currency, b->unit.currency) == 0 &&
           period_is_equal(a->period, b->period) && period_is_equal(claim_base(a), claim_base(b)) &&
           text_is_equal(a->product, b->product) &&
           country_is_same(countries, a->reporter, b->reporter) &&
           country_is_same(countries, a->partner, b->partner);
}

void observation_list_release(struct observation_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        row_list_release(&list->items[i].claims);
    free(list->items);
    free(list->of_row);
    *list = (struct observation_list){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/stated.h"

#include "base/array.h"
#include "base/memory.h"
#include "query/rows/tuple_index.h"

#include <stdlib.h>
#include <string.h>

/* The shown claims of relevant observations. */
struct claim_list {
    struct claim *items;
    size_t count, capacity;
};

static bool is_value(const struct claim *claim)
{
    return claim->measure == MEASURE_VALUE && claim->unit.dimension == DIMENSION_MONEY;
}

static bool is_growth(const struct claim *claim)
{
    return claim->measure == MEASURE_GROWTH && claim->unit.dimension == DIMENSION_PERCENT;
}

static struct claim_list find_claims(const struct dataset *dataset,
                                     const struct country_list *countries,
                                     const struct observation_list *observations,
                                     const struct pair *pair)
{
    struct claim_list list = {0};
    for (size_t i = 0; i < observations->count; i++) {
        struct claim claim = dataset_claim(dataset, observations->items[i].shown);
        if (claim.kind != KIND_FIGURE || !claim.flow || !claim.period.kind ||
            !(is_value(&claim) || is_growth(&claim)) || !pair_is_of_claim(pair, countries, &claim))
            continue;
        ARRAY_RESERVE(list.items, list.count + 1, list.capacity);
        list.items[list.count++] = claim;
    }
    return list;
}

/*
 * Returns the claim whose currency most values have, the first stated among equals; NULL for none.
 */
static const struct claim *find_main_currency(const struct claim_list *list)
{
    struct tuple_index currencies = {.width = 1};
    struct {
        size_t count;
        const struct claim *first;
    } *uses = xcalloc(list->count, sizeof *uses), best = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct claim *claim = &list->items[i];
        if (!is_value(claim))
            continue;
        uint32_t key;
        memcpy(&key, claim->unit.currency, sizeof key);
        size_t number = tuple_index_number(&currencies, &key);
        if (uses[number].count++ == 0)
            uses[number].first = claim;
    }
    for (size_t i = 0; i < currencies.count; i++)
        if (uses[i].count > best.count)
            best = uses[i];
    free(uses);
    tuple_index_release(&currencies);
    return best.first;
}

static int compare_stated(const void *a, const void *b)
{
    const struct stated *x = a, *y = b;
    int order = period_compare(x->period, y->period);
    return order ? order : (x->value->row > y->value->row) - (x->value->row < y->value->row);
}

struct stated_list stated_list_make(struct arena *arena, const struct dataset *dataset,
                                    const struct country_list *countries,
                                    const struct observation_list *observations,
                                    const struct pair *pair, const char *currency)
{
    struct claim_list claims = find_claims(dataset, countries, observations, pair);
    const struct claim *main_currency = find_main_currency(&claims);
    if (!currency && main_currency)
        currency = main_currency->unit.currency;
    struct stated_list list = {.items = arena_alloc(arena, claims.count * sizeof *list.items),
                               .currency =
                                   currency ? arena_copy(arena, currency, strlen(currency)) : NULL};
    for (size_t i = 0; i < claims.count; i++) {
        const struct claim *claim = &claims.items[i];
        if (is_value(claim) && strcmp(claim->unit.currency, currency) != 0) {
            list.foreign_count++;
            continue;
        }
        const struct derivation *value = derive_stated(arena, dataset, claim->row);
        if (value)
            list.items[list.count++] = (struct stated){claim->period, claim_base(claim),
                                                       claim->flow, claim->measure, value};
    }
    free(claims.items);
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, compare_stated);
    return list;
}

/* Returns the first item at or after the period. */
static size_t find_period(const struct stated_list *list, struct period period)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (period_compare(list->items[middle].period, period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct derivation *find(const struct stated_list *list, struct period period,
                                     enum flow flow, enum measure measure,
                                     const struct period *base)
{
    for (size_t i = find_period(list, period); i < list->count; i++) {
        const struct stated *stated = &list->items[i];
        if (!period_is_equal(stated->period, period))
            return NULL;
        if (stated->flow == flow && stated->measure == measure &&
            (!base || period_is_equal(stated->base, *base)))
            return stated->value;
    }
    return NULL;
}

const struct derivation *stated_value(const struct stated_list *list, struct period period,
                                      enum flow flow)
{
    return find(list, period, flow, MEASURE_VALUE, NULL);
}

const struct derivation *stated_growth(const struct stated_list *list, struct period period,
                                       struct period base, enum flow flow)
{
    return find(list, period, flow, MEASURE_GROWTH, &base);
}

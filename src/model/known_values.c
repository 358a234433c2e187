/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/known_values.h"

#include "analysis/claims/balance.h"
#include "base/array.h"
#include "model/recompute.h"

#include <math.h>
#include <stdlib.h>

static void add_value(struct known_values *values, enum flow flow, const struct derivation *number)
{
    if (!number || !number->period.kind || number->unit.dimension != DIMENSION_MONEY)
        return;
    ARRAY_RESERVE(values->items, values->count + 1, values->capacity);
    values->items[values->count++] = (struct known_value){flow, number};
}

static void add_stated(struct known_values *values, struct arena *arena, const struct model *model)
{
    for (size_t row = 0; row < model->rows.known; row++) {
        if (!row_set_contains(&model->rows.shown, row))
            continue;
        struct claim claim = dataset_claim(&model->dataset, row);
        if (claim.kind == KIND_FIGURE && claim.measure == MEASURE_VALUE && !claim.product.length &&
            claim.flow && pair_is_of_claim(&values->pair, model->countries, &claim))
            add_value(values, claim.flow, derive_stated(arena, &model->dataset, row));
    }
}

/* Turnover and balance, where both flows are stated. */
static void add_sums(struct known_values *values, struct arena *arena)
{
    size_t stated = values->count;
    for (size_t i = 0; i < stated; i++)
        for (size_t k = 0; k < stated; k++) {
            /* Copies: the array moves when it grows. */
            struct known_value export = values->items[i], import = values->items[k];
            struct period period = export.number->period;
            if (export.flow != FLOW_EXPORT || import.flow != FLOW_IMPORT ||
                !period_is_equal(period, import.number->period))
                continue;
            const struct derivation *inputs[] = {export.number, import.number};
            add_value(values, FLOW_TOTAL, derive(arena, METHOD_TURNOVER, period, inputs));
            add_value(values, FLOW_BALANCE, derive(arena, METHOD_BALANCE, period, inputs));
        }
}

/* The value before a stated growth. */
static void add_implied(struct known_values *values, struct arena *arena, const struct model *model)
{
    for (size_t row = 0; row < model->rows.known; row++) {
        if (!row_set_contains(&model->rows.shown, row))
            continue;
        struct claim claim = dataset_claim(&model->dataset, row);
        struct period base = claim_base(&claim);
        if (claim.kind != KIND_FIGURE || claim.measure != MEASURE_GROWTH || claim.product.length ||
            !base.kind || known_value(values, claim.flow, base) ||
            !pair_is_of_claim(&values->pair, model->countries, &claim))
            continue;
        const struct derivation *inputs[] = {known_value(values, claim.flow, claim.period),
                                             derive_stated(arena, &model->dataset, row)};
        add_value(values, claim.flow, derive(arena, METHOD_IMPLIED_EARLIER, base, inputs));
    }
}

static double width_of(const struct derivation *number)
{
    double width = number->range.high - number->range.low;
    return number->value != 0 && isfinite(width) ? width / fabs(number->value) : INFINITY;
}

static int compare_values(const void *left, const void *right)
{
    const struct known_value *a = left, *b = right;
    int order = period_compare(a->number->period, b->number->period);
    if (!order)
        order = (a->flow > b->flow) - (a->flow < b->flow);
    double width = width_of(a->number), other = width_of(b->number);
    if (!order)
        order = (width > other) - (width < other);
    return order ? order : (a->number->row > b->number->row) - (a->number->row < b->number->row);
}

static void sort_values(struct known_values *values)
{
    if (values->count)
        qsort(values->items, values->count, sizeof *values->items, compare_values);
}

static void list_periods(struct known_values *values)
{
    values->periods = xcalloc(values->count + 1, sizeof *values->periods);
    for (size_t i = 0; i < values->count; i++) {
        struct period period = values->items[i].number->period;
        size_t count = values->period_count;
        if (!count || !period_is_equal(values->periods[count - 1], period))
            values->periods[values->period_count++] = period;
    }
}

void known_values_make(struct known_values *values, struct arena *arena, struct model *model,
                       struct pair pair)
{
    *values = (struct known_values){.pair = pair};
    model_complete_rows(model, NULL);
    add_stated(values, arena, model);
    add_sums(values, arena);
    sort_values(values);
    add_implied(values, arena, model);
    sort_values(values);
    list_periods(values);
}

void known_values_release(struct known_values *values)
{
    free(values->items);
    free(values->periods);
    *values = (struct known_values){0};
}

const struct derivation *known_value(const struct known_values *values, enum flow flow,
                                     struct period period)
{
    for (size_t i = 0; i < values->count; i++)
        if (values->items[i].flow == flow &&
            period_is_equal(values->items[i].number->period, period))
            return values->items[i].number;
    return NULL;
}

struct period known_latest(const struct known_values *values, enum flow flow)
{
    for (size_t i = values->count; i-- > 0;)
        if (values->items[i].flow == flow)
            return values->items[i].number->period;
    return (struct period){0};
}

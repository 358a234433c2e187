/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/series.h"

#include "analysis/statistics/period_cover.h"
#include "analysis/statistics/grouped_parts.h"
#include "base/array.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct series_maker {
    struct arena *arena;
    const struct statistic *statistic;
    const struct partition *partition;
    struct series *series;
    size_t capacity;
    struct period between;
    uint8_t *states; /* for each period */
    uint32_t *slots; /* for each part */
};

/* --- one flow in one frequency --- */

static void look_at_periods(const struct series_maker *maker, enum flow flow)
{
    memset(maker->states, PERIOD_UNNAMED, maker->statistic->period_words.count);
    for (size_t i = 0; i < maker->partition->count; i++) {
        const struct part *part = &maker->partition->parts[i];
        uint8_t state = part->fate == FATE_ADDED ? PERIOD_STATED : PERIOD_MISSING;
        if (part->flow == flow && state > maker->states[part->period])
            maker->states[part->period] = state;
    }
}

/* A group for each disposition of each item. */
static void place_parts(const struct series_maker *maker, enum flow flow,
                        const struct period_cover *cover)
{
    for (size_t i = 0; i < maker->partition->count; i++) {
        const struct part *part = &maker->partition->parts[i];
        uint32_t item = cover->of_period[part->period];
        maker->slots[i] = NO_SLOT;
        if (part->flow != flow || item == UINT32_MAX)
            continue;
        bool is_shorter = part->fate == FATE_ADDED && !cover->is_taken[part->period];
        maker->slots[i] = item * FATE_COUNT + (is_shorter ? FATE_SHORTER : part->fate);
    }
}

static void write_how(struct buffer *out, const struct series_maker *maker,
                      const struct grouped_parts *order, size_t slot)
{
    struct buffer part = {0};
    typedef void writer(struct buffer *, const struct grouped_parts *, size_t);
    writer *const writers[] = {slot_write_partners, slot_write_products, slot_write_splits,
                               slot_write_restated};
    bool is_world = statistic_is_world(maker->statistic, maker->series->trade.partner);
    for (size_t i = is_world ? 0 : 1; i < ARRAY_LENGTH(writers); i++) {
        buffer_truncate(&part, 0);
        writers[i](&part, order, slot);
        if (part.length) {
            buffer_puts(out, out->length ? ", " : "");
            buffer_append_text(out, buffer_text(&part));
        }
    }
    buffer_release(&part);
}

static const char *how_of(const struct series_maker *maker, const struct grouped_parts *order,
                          size_t slot, const struct period_cover *cover, size_t item)
{
    struct buffer how = {0}, periods = {0};
    if (slot_size(order, slot))
        write_how(&how, maker, order, slot);
    period_cover_write(&periods, cover, item, maker->statistic->period_of,
                       maker->statistic->period_words.count);
    if (periods.length) {
        buffer_puts(&how, how.length ? ", " : "");
        buffer_append_text(&how, buffer_text(&periods));
    }
    const char *text = arena_copy(maker->arena, how.data ? how.data : "", how.length);
    buffer_release(&how);
    buffer_release(&periods);
    return text;
}

static void add_sum(struct series_maker *maker, enum flow flow, const struct period_cover *cover,
                    size_t item, const struct grouped_parts *order)
{
    const struct composed *composed = &cover->items[item];
    size_t slot = item * FATE_COUNT;
    struct unit unit = maker->partition->unit;
    struct sum sum = {
        .period = composed->covered,
        .whole = composed->whole,
        .flow = flow,
        .unit = unit,
        .value = NAN,
        .is_partial = composed->is_partial,
        .has_gap = composed->has_gap,
        .rows = order->rows + order->starts[slot],
        .row_count = slot_size(order, slot),
        .how = how_of(maker, order, slot, cover, item),
    };
    if (sum.row_count) {
        sum.places = slot_places(order, slot, unit);
        sum.value = slot_sum(order, slot, unit, sum.places);
    }
    sum.omissions = omissions_make(maker->arena, order, slot, &sum.omission_count);
    struct series *series = maker->series;
    ARRAY_RESERVE(series->sums, series->count + 1, maker->capacity);
    series->sums[series->count++] = sum;
}

static void sum_flow(struct series_maker *maker, enum flow flow, enum frequency frequency)
{
    const struct statistic *statistic = maker->statistic;
    look_at_periods(maker, flow);
    struct period_cover cover =
        period_cover_find(maker->arena, statistic->period_of, maker->states,
                          statistic->period_words.count, frequency, maker->between);
    if (!cover.count)
        return;
    place_parts(maker, flow, &cover);
    struct grouped_parts order = grouped_parts_make(maker->arena, statistic, maker->partition,
                                                    maker->slots, cover.count * FATE_COUNT);
    for (size_t item = 0; item < cover.count; item++)
        add_sum(maker, flow, &cover, item, &order);
}

/* --- the whole --- */

static int compare_sums(const void *left, const void *right)
{
    const struct sum *a = left, *b = right;
    int order = period_compare(a->whole, b->whole);
    return order ? order : (int)a->flow - (int)b->flow;
}

static void take_unplaced(struct series_maker *maker)
{
    for (size_t i = 0; i < maker->partition->count; i++) {
        enum fate fate = maker->partition->parts[i].fate;
        maker->slots[i] = fate == FATE_FLOW || fate == FATE_PERIOD ? fate : NO_SLOT;
    }
    struct grouped_parts order = grouped_parts_make(maker->arena, maker->statistic,
                                                    maker->partition, maker->slots, FATE_COUNT);
    maker->series->omissions =
        omissions_make(maker->arena, &order, 0, &maker->series->omission_count);
}

/*
 * Returns the number of products among the added rows, the first of them, and if all rows are for
 * all goods.
 */
static size_t count_products(const struct series_maker *maker, uint32_t *first, bool *is_total)
{
    bool *is_seen = xcalloc(maker->statistic->product_words.count, sizeof *is_seen);
    size_t count = 0;
    *is_total = true;
    for (size_t i = 0; i < maker->partition->count; i++) {
        const struct part *part = &maker->partition->parts[i];
        if (part->fate != FATE_ADDED || part->product == WHOLE_TERM)
            continue;
        *is_total = false;
        if (!is_seen[part->product] && !count++)
            *first = part->product;
        is_seen[part->product] = true;
    }
    free(is_seen);
    return count;
}

static void name_product(struct series_maker *maker)
{
    struct series *series = maker->series;
    uint32_t first = 0;
    bool is_total;
    size_t count = count_products(maker, &first, &is_total);
    struct text product = series->trade.product;
    bool is_all =
        is_total || (statistic_has_all_goods(maker->statistic) && !maker->partition->is_cut);
    if (!product.length && is_all) {
        series->is_all_goods = !maker->partition->has_services;
        bool is_said = maker->statistic->product_words.count > 1;
        series->product = maker->partition->has_services ? "services" : is_said ? "all goods" : "";
        return;
    }
    if (!product.length && count == 1)
        product = maker->statistic->product_words.words[first];
    series->product = product.length ? arena_copy(maker->arena, product.data, product.length)
                                     : arena_printf(maker->arena, "%zu products", count);
}

struct series series_make(struct arena *arena, const struct statistic *statistic,
                          const struct row_set *rows, const struct series_request *request)
{
    struct series series = {
        .trade = request->trade,
        .note = statistic->dataset->mapping.note,
        .unread = unread_of(statistic->dataset, table_row_count(statistic->dataset->table))};
    struct partition_request parts = {.trade = request->trade};
    struct partition partition = partition_make(statistic, rows, &parts);
    struct series_maker maker = {arena, statistic,        &partition, &series,
                                 0,     request->between, NULL,       NULL};
    maker.states = xcalloc(statistic->period_words.count, sizeof *maker.states);
    maker.slots = xcalloc(partition.count + 1, sizeof *maker.slots);
    unsigned bits =
        request->frequencies ? request->frequencies : statistic_first_frequencies(statistic);
    for (enum frequency frequency = 0; frequency < FREQUENCY_COUNT; frequency++)
        for (enum flow flow = FLOW_EXPORT; flow <= FLOW_RE_IMPORT; flow++)
            if (bits & FREQUENCY_BIT(frequency))
                sum_flow(&maker, flow, frequency);
    if (series.count)
        qsort(series.sums, series.count, sizeof *series.sums, compare_sums);
    take_unplaced(&maker);
    name_product(&maker);
    free(maker.slots);
    free(maker.states);
    partition_release(&partition);
    struct sum *sums = arena_alloc(arena, (series.count + 1) * sizeof *sums);
    if (series.count)
        memcpy(sums, series.sums, series.count * sizeof *sums);
    free(series.sums);
    series.sums = sums;
    return series;
}

const struct sum *series_find(const struct series *series, struct period period, enum flow flow)
{
    for (size_t i = 0; i < series->count; i++)
        if (period_is_equal(series->sums[i].whole, period) && series->sums[i].flow == flow)
            return &series->sums[i];
    return NULL;
}

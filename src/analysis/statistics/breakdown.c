/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/breakdown.h"

#include "analysis/statistics/period_cover.h"
#include "analysis/statistics/grouped_parts.h"
#include "base/array.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The groups of an item, one per side. The groups of dispositions follow those of all items. */
enum breakdown_side { SIDE_FIRST, SIDE_IMPORTS, SIDE_COUNT };

struct breakdown_maker {
    struct arena *arena;
    const struct statistic *statistic;
    const struct breakdown_request *request;
    struct partition partition;
    struct grouped_parts order;
    struct breakdown *breakdown;
    struct dictionary buckets; /* words of products, at the level of the breakdown */
    uint32_t *bucket_of;       /* for each product or partner */
    size_t bucket_count;
    uint32_t *slots;
};

/* --- the items --- */

/* True if there are codes within the product of `least` to `most` digits. */
static bool has_codes(const struct statistic *statistic, struct text product, unsigned least,
                      unsigned most)
{
    for (size_t i = 1; i < statistic->product_words.count; i++) {
        unsigned level = statistic->product_terms[i].level;
        if (level >= least && level <= most &&
            (!product.length || statistic_is_within(statistic, (uint32_t)i, product)))
            return true;
    }
    return false;
}

/* Codes grow by two digits, or by one in some classifications. */
static unsigned next_level(const struct statistic *statistic, struct text product)
{
    unsigned digits = (unsigned)product.length;
    if (!has_codes(statistic, product, digits + 1, UINT_MAX))
        return 0;
    return digits + (has_codes(statistic, product, digits + 1, digits + 1) ? 1 : 2);
}

/* The word of the product of this level that contains the product; its code if none has one. */
static struct text word_at_level(const struct statistic *statistic, uint32_t product,
                                 unsigned level)
{
    const struct product_term *terms = statistic->product_terms;
    uint32_t over = product;
    while (level && over != NO_PRODUCT && terms[over].level > level)
        over = terms[over].parent;
    if (!level || (over != NO_PRODUCT && terms[over].level == level) ||
        terms[product].level <= level)
        return statistic->product_words.words[over == NO_PRODUCT ? product : over];
    return (struct text){terms[product].code.data, level};
}

static void number_products(struct breakdown_maker *maker)
{
    const struct dictionary *words = &maker->statistic->product_words;
    unsigned level = maker->breakdown->level;
    maker->bucket_of = xcalloc(words->count, sizeof *maker->bucket_of);
    for (size_t i = 0; i < words->count; i++) {
        struct text word = word_at_level(maker->statistic, (uint32_t)i, level);
        uint32_t bucket = dictionary_find(&maker->buckets, word);
        maker->bucket_of[i] = bucket == NO_CODE ? dictionary_add(&maker->buckets, word) : bucket;
    }
    maker->bucket_count = maker->buckets.count;
}

static void number_partners(struct breakdown_maker *maker)
{
    maker->bucket_count = maker->statistic->places.count;
    maker->bucket_of = xcalloc(maker->bucket_count, sizeof *maker->bucket_of);
    for (size_t i = 0; i < maker->bucket_count; i++)
        maker->bucket_of[i] = (uint32_t)i;
}

static bool is_by_partner(const struct breakdown_maker *maker)
{
    return maker->request->by == BREAKDOWN_BY_PARTNER;
}

static struct text word_of_bucket(const struct breakdown_maker *maker, size_t bucket)
{
    return is_by_partner(maker) ? maker->statistic->places.words[bucket]
                                : maker->buckets.words[bucket];
}

/* --- which parts go where --- */

static bool takes_flow(const struct breakdown_request *request, unsigned flow)
{
    return request->flow == FLOW_BALANCE ? flow == FLOW_EXPORT || flow == FLOW_IMPORT
                                         : flow == (unsigned)request->flow;
}

static void place_flow(struct breakdown_maker *maker, unsigned flow,
                       const struct period_cover *cover)
{
    for (size_t i = 0; i < maker->partition.count; i++) {
        const struct part *part = &maker->partition.parts[i];
        if (part->flow != flow || cover->of_period[part->period] == UINT32_MAX)
            continue;
        uint32_t fate = part->fate;
        if (!fate && !cover->is_taken[part->period])
            fate = FATE_SHORTER;
        uint32_t number = is_by_partner(maker) ? part->partner : part->product;
        enum breakdown_side side = flow == FLOW_IMPORT ? SIDE_IMPORTS : SIDE_FIRST;
        maker->slots[i] = fate ? (uint32_t)(maker->bucket_count * SIDE_COUNT) + fate
                               : maker->bucket_of[number] * SIDE_COUNT + side;
    }
}

static void place_parts(struct breakdown_maker *maker)
{
    const struct statistic *statistic = maker->statistic;
    size_t periods = statistic->period_words.count;
    uint8_t *states = xcalloc(periods, sizeof *states);
    memset(maker->slots, 0xff, maker->partition.count * sizeof *maker->slots);
    for (unsigned flow = FLOW_EXPORT; flow <= FLOW_RE_IMPORT; flow++) {
        if (!takes_flow(maker->request, flow))
            continue;
        memset(states, PERIOD_UNNAMED, periods);
        for (size_t i = 0; i < maker->partition.count; i++) {
            const struct part *part = &maker->partition.parts[i];
            if (part->flow == flow && part->fate == FATE_ADDED)
                states[part->period] = PERIOD_STATED;
            else if (part->flow == flow && !states[part->period])
                states[part->period] = PERIOD_MISSING;
        }
        struct period period = maker->request->period;
        struct period_cover cover = period_cover_find(maker->arena, statistic->period_of, states,
                                                      periods, frequency_of_period(period), period);
        place_flow(maker, flow, &cover);
    }
    free(states);
    maker->order = grouped_parts_make(maker->arena, statistic, &maker->partition, maker->slots,
                                      maker->bucket_count * SIDE_COUNT + FATE_COUNT);
}

/* --- items --- */

static double side_value(const struct breakdown_maker *maker, size_t slot)
{
    const struct breakdown *breakdown = maker->breakdown;
    return slot_size(&maker->order, slot)
               ? slot_sum(&maker->order, slot, breakdown->unit, breakdown->places)
               : NAN;
}

static double or_zero(double value)
{
    return isnan(value) ? 0 : value;
}

static bool has_side(const struct breakdown_maker *maker, enum breakdown_side side)
{
    size_t bucket = 0;
    while (bucket < maker->bucket_count && !slot_size(&maker->order, bucket * SIDE_COUNT + side))
        bucket++;
    return bucket < maker->bucket_count;
}

/* A file of imports alone says nothing of balances: exports that it does not state are not 0. */
static enum flow flow_of_items(const struct breakdown_maker *maker)
{
    bool has_exports = has_side(maker, SIDE_FIRST), has_imports = has_side(maker, SIDE_IMPORTS);
    if (maker->request->flow != FLOW_BALANCE || has_exports == has_imports)
        return maker->request->flow;
    return has_exports ? FLOW_EXPORT : FLOW_IMPORT;
}

static struct breakdown_item item_of(const struct breakdown_maker *maker, size_t bucket)
{
    size_t slot = bucket * SIDE_COUNT, first = maker->order.starts[slot];
    double stated = side_value(maker, slot + SIDE_FIRST);
    struct breakdown_item item = {
        .word = word_of_bucket(maker, bucket),
        .exports = NAN,
        .imports = side_value(maker, slot + SIDE_IMPORTS),
        .rows = maker->order.rows + first,
        .row_count = maker->order.starts[slot + SIDE_COUNT] - first,
    };
    enum flow flow = maker->breakdown->flow;
    if (flow == FLOW_EXPORT || flow == FLOW_BALANCE)
        item.exports = stated;
    item.value = flow == FLOW_IMPORT ? item.imports : or_zero(stated) - or_zero(item.imports);
    return item;
}

static void learn_places(struct breakdown_maker *maker)
{
    maker->breakdown->places = FEWEST_PLACES;
    for (size_t slot = 0; slot < maker->bucket_count * SIDE_COUNT; slot++) {
        int places = slot_places(&maker->order, slot, maker->breakdown->unit);
        if (places > maker->breakdown->places)
            maker->breakdown->places = places;
    }
}

static int compare_down(const void *left, const void *right)
{
    const struct breakdown_item *a = left, *b = right;
    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    return text_compare(a->word, b->word);
}

static int compare_up(const void *left, const void *right)
{
    const struct breakdown_item *a = left, *b = right;
    return a->value != b->value ? compare_down(right, left) : text_compare(a->word, b->word);
}

/* Returns the sum of the items. */
static double list_items(struct breakdown_maker *maker)
{
    struct breakdown *breakdown = maker->breakdown;
    breakdown->items =
        arena_alloc(maker->arena, (maker->bucket_count + 1) * sizeof *breakdown->items);
    long double sum = 0;
    for (size_t bucket = 0; bucket < maker->bucket_count; bucket++) {
        size_t slot = bucket * SIDE_COUNT;
        if (maker->order.starts[slot] == maker->order.starts[slot + SIDE_COUNT])
            continue;
        breakdown->items[breakdown->count++] = item_of(maker, bucket);
        sum += breakdown->items[breakdown->count - 1].value;
    }
    if (breakdown->count)
        qsort(breakdown->items, breakdown->count, sizeof *breakdown->items,
              sum < 0 ? compare_up : compare_down);
    return (double)sum;
}

/* --- the whole --- */

static const struct sum *sum_of(const struct series *series, struct period period, enum flow flow,
                                bool *is_partial)
{
    const struct sum *sum = series_find(series, period, flow);
    *is_partial |= sum && sum->is_partial;
    return sum;
}

/* Returns NAN if it is not stated, or if exports and imports cover different months. */
static double whole_of(struct breakdown_maker *maker, const struct series *series)
{
    const struct breakdown_request *request = maker->request;
    bool *is_partial = &maker->breakdown->is_partial;
    enum flow flow = maker->breakdown->flow;
    if (flow != FLOW_BALANCE) {
        const struct sum *sum = sum_of(series, request->period, flow, is_partial);
        return sum ? sum->value : NAN;
    }
    const struct sum *exports = sum_of(series, request->period, FLOW_EXPORT, is_partial);
    const struct sum *imports = sum_of(series, request->period, FLOW_IMPORT, is_partial);
    if (!exports || !imports || !period_is_equal(exports->period, imports->period))
        return NAN;
    return exports->value - imports->value;
}

static struct series whole_series(const struct breakdown_maker *maker, const struct row_set *rows)
{
    struct period period = maker->request->period;
    struct series_request request = {
        .trade = maker->request->trade,
        .frequencies = FREQUENCY_BIT(frequency_of_period(period)),
        .between = period,
    };
    if (is_by_partner(maker))
        request.trade.partner = text_of("World");
    return series_make(maker->arena, maker->statistic, rows, &request);
}

static const char *noun_of_level(unsigned level)
{
    return level == 2   ? "chapters"
           : level == 4 ? "headings"
           : level == 6 ? "subheadings"
                        : "products";
}

static void take_wholes(struct breakdown_maker *maker, const struct row_set *rows, double sum)
{
    struct breakdown *breakdown = maker->breakdown;
    struct series series = whole_series(maker, rows);
    breakdown->whole = whole_of(maker, &series);
    for (size_t i = 0; i < series.count; i++)
        if (series.sums[i].row_count && series.sums[i].places > breakdown->places)
            breakdown->places = series.sums[i].places;
    breakdown->remainder =
        round_to_places(breakdown->whole - sum, breakdown->unit, breakdown->places);
    breakdown->how =
        arena_printf(maker->arena, "%zu %s", breakdown->count,
                     is_by_partner(maker) ? "partners" : noun_of_level(breakdown->level));
}

struct breakdown breakdown_make(struct arena *arena, const struct statistic *statistic,
                                const struct row_set *rows, const struct breakdown_request *request)
{
    struct breakdown breakdown = {.whole = NAN, .remainder = NAN, .how = ""};
    struct breakdown_maker maker = {
        .arena = arena, .statistic = statistic, .request = request, .breakdown = &breakdown};
    dictionary_init(&maker.buckets);
    bool by_partner = is_by_partner(&maker);
    if (!by_partner)
        breakdown.level =
            request->level ? request->level : next_level(statistic, request->trade.product);
    struct partition_request parts = {request->trade, !by_partner, breakdown.level, by_partner};
    maker.partition = partition_make(statistic, rows, &parts);
    breakdown.unit = maker.partition.unit;
    if (by_partner)
        number_partners(&maker);
    else
        number_products(&maker);
    maker.slots = xcalloc(maker.partition.count + 1, sizeof *maker.slots);
    place_parts(&maker);
    breakdown.flow = flow_of_items(&maker);
    if (breakdown.unit.dimension == DIMENSION_MONEY) {
        learn_places(&maker);
        take_wholes(&maker, rows, list_items(&maker));
    }
    breakdown.omissions = omissions_make(arena, &maker.order, maker.bucket_count * SIDE_COUNT,
                                         &breakdown.omission_count);
    free(maker.slots);
    free(maker.bucket_of);
    dictionary_release(&maker.buckets);
    partition_release(&maker.partition);
    return breakdown;
}

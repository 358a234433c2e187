/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/series.h"

#include "analysis/statistics/period_cover.h"
#include "analysis/statistics/grouped_parts.h"
#include "base/array.h"
#include "data/load/dataset_join.h"

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
                               slot_write_restated, slot_write_likely_totals};
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

/* Returns the remedy for rows that differ only in an unnamed column; NULL if there are none. */
static const char *refuse_unnamed(struct arena *arena, const struct statistic *statistic,
                                  const struct partition *partition)
{
    size_t count = 0;
    for (size_t i = 0; i < partition->count; i++)
        count += partition->parts[i].fate == FATE_UNNAMED;
    if (!count)
        return NULL;
    struct buffer text = {0};
    unnamed_refuse(&text, statistic, partition->unnamed_column, count);
    const char *kept = arena_copy(arena, text.data, text.length);
    buffer_release(&text);
    return kept;
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
    series.refusal = refuse_unnamed(arena, statistic, &partition);
    series.doubts = series_doubts(arena, statistic, &partition);
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

/* Converts sums to claims, so that all results for claims are available for statistics too. */

/* State for writing one row. */
struct figure {
    struct dataset *claims;
    size_t row;
    struct buffer text; /* the current cell */
};

static void put(struct figure *figure, enum field field, struct text text)
{
    table_set_text(figure->claims->table, figure->row, figure->claims->column[field], text);
}

static void put_buffer(struct figure *figure, enum field field)
{
    put(figure, field, buffer_text(&figure->text));
    buffer_truncate(&figure->text, 0);
}

static void put_period(struct figure *figure, struct period period)
{
    period_format(&figure->text, period);
    table_set_period(figure->claims->table, figure->row, figure->claims->column[FIELD_PERIOD],
                     buffer_text(&figure->text), period);
    buffer_truncate(&figure->text, 0);
}

/* Omits digits that the file does not state: 115e9 and not 115000000000. */
static void put_value(struct figure *figure, const struct sum *sum)
{
    double value = sum->value / sum->unit.scale;
    if (sum->places < 0)
        buffer_printf(&figure->text, "%.0fe%d", value * pow(10, sum->places), -sum->places);
    else
        buffer_printf(&figure->text, "%.*f", sum->places, value);
    struct decimal decimal;
    if (decimal_parse(buffer_text(&figure->text), &decimal))
        table_set_number(figure->claims->table, figure->row, figure->claims->column[FIELD_VALUE],
                         buffer_text(&figure->text), decimal.value);
    buffer_truncate(&figure->text, 0);
}

static const char *word_of_scale(double scale)
{
    static const struct {
        double scale;
        const char *word;
    } words[] = {{1e3, " thousand"}, {1e6, " mn"},   {1e9, " bn"},
                 {1e12, " tn"},      {1e5, " lakh"}, {1e7, " crore"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].scale == scale)
            return words[i].word;
    return "";
}

static struct text partner_of(const struct series *series)
{
    struct text partner = series->trade.partner;
    return partner.length ? partner : text_of("World");
}

static const char *preposition_of(enum flow flow)
{
    return flow == FLOW_IMPORT || flow == FLOW_RE_IMPORT   ? "from"
           : flow == FLOW_EXPORT || flow == FLOW_RE_EXPORT ? "to"
                                                           : "with";
}

/* Appends "India's imports from Russia, all goods"; without the goods if no column states them. */
static void put_text(struct figure *figure, const struct series *series, enum flow flow)
{
    struct buffer *text = &figure->text;
    const char *noun = flow == FLOW_TOTAL ? "trade" : flow_vocabulary.words[flow];
    bool is_plural = flow != FLOW_TOTAL && flow != FLOW_BALANCE;
    buffer_append_text(text, series->trade.reporter);
    buffer_printf(text, "'s %s%s %s ", noun, is_plural ? "s" : "", preposition_of(flow));
    buffer_append_text(text, partner_of(series));
    if (*series->product)
        buffer_printf(text, ", %s", series->product);
    put_buffer(figure, FIELD_TEXT);
}

/*
 * Unread rows may belong to a sum of several rows. If one row states the total, nothing is missing.
 */
static bool may_lack_rows(const struct series *series, const struct sum *sum)
{
    return unread_is_some(series->unread) &&
           !(sum->row_count == 1 && series->is_all_goods && *series->product);
}

static const char *qualifier_of(const struct series *series, const struct sum *sum)
{
    if (sum->has_gap)
        return "at least";
    if (!may_lack_rows(series, sum))
        return "exact";
    return sum->flow == FLOW_BALANCE ? "about" : "at least";
}

/* Appends how the sum was made, the number of rows, what was left out, and the format's note. */
static void put_note(struct figure *figure, const struct series *series, const struct sum *sum)
{
    struct buffer *note = &figure->text;
    buffer_puts(note, sum->how);
    buffer_printf(note, "%s%zu row%s", note->length ? ", " : "", sum->row_count,
                  sum->row_count == 1 ? "" : "s");
    if (sum->omission_count) {
        buffer_puts(note, "; left out: ");
        omissions_write(note, sum->omissions, sum->omission_count, sum->unit);
    }
    if (unread_is_some(series->unread)) {
        buffer_puts(note, "; ");
        unread_write(note, series->unread);
        buffer_puts(note, may_lack_rows(series, sum) ? ", so it may be more" : "");
    }
    if (series->note)
        buffer_printf(note, "; %s", series->note);
    put_buffer(figure, FIELD_NOTE);
}

static void put_id(struct figure *figure, const struct series *series, const struct sum *sum,
                   struct text source)
{
    struct buffer *id = &figure->text;
    buffer_append_text(id, source);
    buffer_putc(id, ' ');
    period_format(id, sum->period);
    buffer_printf(id, " %s", flow_vocabulary.words[sum->flow]);
    if (!series->is_all_goods)
        buffer_printf(id, " %s", series->product);
    put_buffer(figure, FIELD_ID);
}

static void append_sum(struct figure *figure, const struct series *series, const struct sum *sum,
                       struct text source)
{
    figure->row = table_row_count(figure->claims->table);
    table_add_row(figure->claims->table, 0);
    put(figure, FIELD_KIND, text_of("figure"));
    put(figure, FIELD_MEASURE, text_of("value"));
    put(figure, FIELD_QUALIFIER, text_of(qualifier_of(series, sum)));
    put(figure, FIELD_FLOW, text_of(flow_vocabulary.words[sum->flow]));
    put(figure, FIELD_REPORTER, series->trade.reporter);
    put(figure, FIELD_PARTNER, partner_of(series));
    put(figure, FIELD_PRODUCT, text_of(series->is_all_goods ? "" : series->product));
    put(figure, FIELD_SOURCE, source);
    buffer_printf(&figure->text, "%s%s", sum->unit.currency, word_of_scale(sum->unit.scale));
    put_buffer(figure, FIELD_UNIT);
    put_period(figure, sum->period);
    put_value(figure, sum);
    put_id(figure, series, sum, source);
    put_text(figure, series, sum->flow);
    put_note(figure, series, sum);
}

size_t series_append(const struct series *series, struct text source, struct dataset *claims)
{
    struct figure figure = {.claims = claims};
    size_t count = 0, first = table_row_count(claims->table);
    for (size_t i = 0; i < series->count; i++) {
        if (isnan(series->sums[i].value))
            continue;
        append_sum(&figure, series, &series->sums[i], source);
        count++;
    }
    dataset_count(claims, first);
    buffer_release(&figure.text);
    return count;
}

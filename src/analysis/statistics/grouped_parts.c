/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/grouped_parts.h"

#include "base/array.h"
#include "data/value/decimal.h"

#include <math.h>
#include <stdlib.h>

struct grouped_parts grouped_parts_make(struct arena *arena, const struct statistic *statistic,
                                        const struct partition *partition, const uint32_t *slots,
                                        size_t slot_count)
{
    struct grouped_parts order = {statistic, partition, NULL, NULL, NULL};
    order.starts = arena_alloc(arena, (slot_count + 2) * sizeof *order.starts);
    for (size_t i = 0; i < partition->count; i++)
        if (slots[i] != NO_SLOT)
            order.starts[slots[i] + 2]++;
    for (size_t slot = 2; slot < slot_count + 2; slot++)
        order.starts[slot] += order.starts[slot - 1];
    size_t count = order.starts[slot_count + 1];
    order.rows = arena_alloc(arena, (count + 1) * sizeof *order.rows);
    order.parts = arena_alloc(arena, (count + 1) * sizeof *order.parts);
    /* starts[slot + 1] advances from the start of the slot to its end. */
    for (size_t i = 0; i < partition->count; i++) {
        if (slots[i] == NO_SLOT)
            continue;
        size_t at = order.starts[slots[i] + 1]++;
        order.rows[at] = partition->parts[i].row;
        order.parts[at] = (uint32_t)i;
    }
    return order;
}

static const struct part *part_at(const struct grouped_parts *order, size_t at)
{
    return &order->partition->parts[order->parts[at]];
}

double round_to_places(long double value, struct unit unit, int places)
{
    long double digits = powl(10, places), scale = (long double)unit.scale;
    long double exact = roundl(value / scale * digits) / digits * scale;
    return (double)(isfinite(exact) ? exact : value);
}

double slot_sum(const struct grouped_parts *order, size_t slot, struct unit unit, int places)
{
    long double sum = 0;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++)
        sum += part_at(order, at)->value;
    return round_to_places(sum, unit, places);
}

int slot_places(const struct grouped_parts *order, size_t slot, struct unit unit)
{
    const struct statistic *statistic = order->statistic;
    const struct table *table = statistic->dataset->table;
    size_t column = statistic->dataset->column[FIELD_VALUE];
    int most = FEWEST_PLACES;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++) {
        uint32_t row = order->rows[at];
        double scale = statistic->unit_of[term_at(&statistic->units, row)].scale;
        int places = table_places(table, row, column);
        if (scale != unit.scale)
            places += (int)lround(log10(unit.scale / scale));
        most = places > most ? places : most;
    }
    return most;
}

/* --- how a sum was made, and what was left out of it, in words --- */

static void write_count(struct buffer *out, size_t count, const char *noun)
{
    decimal_format(out, (double)count, 0);
    buffer_printf(out, " %s%s", noun, count == 1 ? "" : "s");
}

/* --- products --- */

/* The products of a group. */
struct product_mix {
    size_t count;               /* number of distinct products, without the row for all */
    bool has_total, has_levels; /* ... of several levels */
    unsigned level;
    size_t first_total; /* index of a row for all products */
};

static struct product_mix mix_of(const struct grouped_parts *order, size_t slot)
{
    const struct statistic *statistic = order->statistic;
    struct product_mix mix = {0};
    bool *is_seen = xcalloc(statistic->product_words.count, sizeof *is_seen);
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++) {
        uint32_t product = part_at(order, at)->product;
        if (product == WHOLE_TERM) {
            mix.first_total = mix.has_total ? mix.first_total : at;
            mix.has_total = true;
        } else if (!is_seen[product]) {
            unsigned level = statistic->product_terms[product].level;
            mix.has_levels |= mix.count && level != mix.level;
            mix.level = level;
            mix.count++;
            is_seen[product] = true;
        }
    }
    free(is_seen);
    return mix;
}

/* Codes count as Harmonized System unless a column says otherwise. */
static bool is_harmonized(const struct grouped_parts *order, size_t slot)
{
    const struct term_split *split = statistic_split(order->statistic, ASPECT_CLASSIFICATION);
    if (!split)
        return true;
    struct text word = table_distinct(order->statistic->dataset->table, split->split->column,
                                      codes_at(split->codes, order->rows[order->starts[slot]]));
    return !word.length || word.data[0] == 'H' || word.data[0] == 'h';
}

static const char *noun_of_products(const struct grouped_parts *order, size_t slot,
                                    const struct product_mix *mix)
{
    if (mix->has_levels || !mix->level || !is_harmonized(order, slot))
        return "product";
    switch (mix->level) {
    case 2:
        return "HS chapter";
    case 4:
        return "HS heading";
    case 6:
        return "HS subheading";
    default:
        return "product";
    }
}

static void write_total(struct buffer *out, const struct grouped_parts *order, size_t at)
{
    const struct statistic *statistic = order->statistic;
    struct text word =
        statistic->product_words.words[term_at(&statistic->products, order->rows[at])];
    if (!word.length)
        return;
    buffer_puts(out, "the row ");
    text_make_visible(out, word, true);
}

void slot_write_products(struct buffer *out, const struct grouped_parts *order, size_t slot)
{
    struct product_mix mix = mix_of(order, slot);
    if (mix.has_total)
        write_total(out, order, mix.first_total);
    if (mix.count < 2 && !(mix.count && mix.has_total))
        return;
    buffer_puts(out, mix.has_total && out->length ? " and " : "");
    buffer_puts(out, "sum of ");
    write_count(out, mix.count, noun_of_products(order, slot, &mix));
}

/* --- partners --- */

void slot_write_partners(struct buffer *out, const struct grouped_parts *order, size_t slot)
{
    const struct statistic *statistic = order->statistic;
    bool *is_seen = xcalloc(statistic->places.count, sizeof *is_seen), has_world = false;
    size_t count = 0;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++) {
        uint32_t partner = part_at(order, at)->partner;
        has_world |= partner == WHOLE_TERM;
        if (partner == WHOLE_TERM || is_seen[partner])
            continue;
        is_seen[partner] = true;
        count++;
    }
    free(is_seen);
    if (has_world && !count) {
        buffer_puts(out, "World as stated");
        return;
    }
    buffer_puts(out, "World = sum of ");
    write_count(out, count, "partner");
}

/* --- splits --- */

static const char *const split_nouns[] = {
    [ASPECT_TRANSPORT] = "mode",
    [ASPECT_CUSTOMS] = "customs procedure",
    [ASPECT_SECOND_PARTNER] = "second partner",
    [ASPECT_OTHER] = NULL,
    [ASPECT_PARTS] = NULL,
};

/* Counts the column's words among the rows, except totals; *code is any one of them. */
static size_t count_parts_of_split(const struct grouped_parts *order, size_t slot,
                                   const struct term_split *split, uint32_t *code)
{
    bool *is_seen = xcalloc(split->code_count, sizeof *is_seen);
    size_t count = 0;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++) {
        *code = codes_at(split->codes, order->rows[at]);
        count += !is_seen[*code] && !split->ranks[*code];
        is_seen[*code] = true;
    }
    free(is_seen);
    return count;
}

/* Appends "over 3 modes of transport", or which of several ways to state the same was used. */
static void write_split(struct buffer *out, const struct grouped_parts *order, size_t slot,
                        const struct term_split *split)
{
    enum aspect aspect = split->split->aspect;
    uint32_t code = 0;
    size_t count = count_parts_of_split(order, slot, split, &code);
    if (aspect == ASPECT_OTHER && count <= 1) {
        text_make_visible(
            out, table_distinct(order->statistic->dataset->table, split->split->column, code),
            true);
    } else if (split_nouns[aspect] && count > 1) {
        buffer_puts(out, "over ");
        write_count(out, count, split_nouns[aspect]);
        buffer_puts(out, aspect == ASPECT_TRANSPORT ? " of transport" : "");
    }
}

void slot_write_splits(struct buffer *out, const struct grouped_parts *order, size_t slot)
{
    struct buffer part = {0};
    for (size_t i = 0; i < order->statistic->split_count; i++) {
        buffer_truncate(&part, 0);
        write_split(&part, order, slot, &order->statistic->splits[i]);
        buffer_puts(out, out->length && part.length ? ", " : "");
        buffer_append_text(out, buffer_text(&part));
    }
    buffer_release(&part);
}

/* --- what is added and may be wrong to add --- */

void slot_write_restated(struct buffer *out, const struct grouped_parts *order, size_t slot)
{
    size_t count = 0;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++)
        count += part_at(order, at)->is_restated;
    if (!count)
        return;
    buffer_puts(out, "with ");
    write_count(out, count, "row");
    buffer_puts(out, count == 1 ? " that repeats another in other numbers"
                                : " that repeat others in other numbers");
}

void slot_write_likely_totals(struct buffer *out, const struct grouped_parts *order, size_t slot)
{
    size_t count = 0;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++) {
        const struct part *part = part_at(order, at);
        const struct likely_total total = {part->row, part->likely_total, true};
        if (!part->likely_total || count++)
            continue;
        buffer_puts(out, "with ");
        likely_total_write(out, order->statistic, &total);
        buffer_puts(out, ", that equals the sum of others, so may be their total");
    }
    if (count > 1)
        buffer_printf(out, ", and %zu more", count - 1);
}

/* --- what was left out --- */

struct fate_words {
    const char *reason;
    enum field field;   /* the field whose words are listed; FIELD_COUNT for none */
    enum aspect aspect; /* or the aspect whose words are listed; ASPECT_PARTNER for none */
};

static const struct fate_words fate_table[FATE_COUNT] = {
    [FATE_FLOW] = {"of flows that are not added", FIELD_FLOW, ASPECT_PARTNER},
    [FATE_PERIOD] = {"of no known period", FIELD_PERIOD, ASPECT_PARTNER},
    [FATE_MISSING] = {"without a value", FIELD_COUNT, ASPECT_PARTNER},
    [FATE_CURRENCY] = {"in another unit", FIELD_UNIT, ASPECT_PARTNER},
    [FATE_TYPE] = {"of another type of trade", FIELD_COUNT, ASPECT_TYPE},
    [FATE_CLASSIFICATION] = {"in another classification", FIELD_COUNT, ASPECT_CLASSIFICATION},
    [FATE_TRANSPORT] = {"by mode of transport, beside the row for all modes", FIELD_COUNT,
                        ASPECT_TRANSPORT},
    [FATE_CUSTOMS] = {"by customs procedure, beside the row for all of them", FIELD_COUNT,
                      ASPECT_CUSTOMS},
    [FATE_SECOND_PARTNER] = {"by second partner, beside the row for all of them", FIELD_COUNT,
                             ASPECT_PARTNER},
    [FATE_OTHER] = {"stating the same in another way", FIELD_COUNT, ASPECT_OTHER},
    [FATE_OF_PARTS] = {"of parts of a trade, beside the row for all of them", FIELD_COUNT,
                       ASPECT_PARTNER},
    [FATE_DIVISION] = {"by stage of processing, which divides the same goods once more",
                       FIELD_PRODUCT, ASPECT_PARTNER},
    [FATE_PRODUCT] = {"on products within others that are added", FIELD_COUNT, ASPECT_PARTNER},
    [FATE_PARTNER] = {"on partners, which the row for World contains", FIELD_COUNT, ASPECT_PARTNER},
    [FATE_GROUP] = {"on groups of countries", FIELD_PARTNER, ASPECT_PARTNER},
    [FATE_WORLD] = {"on World, less than its partners add up to", FIELD_COUNT, ASPECT_PARTNER},
    [FATE_MORE_PARTNERS] =
        {"on partners, which add up to more than the row for World that is taken", FIELD_COUNT,
         ASPECT_PARTNER},
    [FATE_WHOLE] = {"containing what is listed", FIELD_COUNT, ASPECT_PARTNER},
    [FATE_DUPLICATE] = {"standing there twice, all cells alike", FIELD_COUNT, ASPECT_PARTNER},
    [FATE_SHORTER] = {"for parts of the period, beside what is taken", FIELD_PERIOD,
                      ASPECT_PARTNER},
    [FATE_REPORTER] = {"of groups of reporters, beside reporters", FIELD_REPORTER, ASPECT_PARTNER},
    [FATE_PARTNER_TOTAL] = {"likely the total of other partners", FIELD_PARTNER, ASPECT_PARTNER},
    [FATE_PRODUCT_TOTAL] = {"likely the total of other products", FIELD_PRODUCT, ASPECT_PARTNER},
    [FATE_UNNAMED_PART] =
        {"that only a column which no field names tells apart, beside the row for "
         "all of them",
         FIELD_COUNT, ASPECT_PARTNER},
    [FATE_UNNAMED] = {"that only a column which no field names tells apart", FIELD_COUNT,
                      ASPECT_PARTNER},
    [FATE_OTHER_FLOW] = {"of flows that others contain or make up", FIELD_FLOW, ASPECT_PARTNER},
};

const char *fate_reason(enum fate fate)
{
    return fate_table[fate].reason;
}

/* Returns the column whose words are listed; NO_COLUMN for none. */
static size_t column_of_fate(const struct statistic *statistic, enum fate fate)
{
    const struct fate_words *words = &fate_table[fate];
    if (words->field != FIELD_COUNT)
        return statistic->dataset->column[words->field];
    const struct term_split *split =
        words->aspect == ASPECT_PARTNER ? NULL : statistic_split(statistic, words->aspect);
    return split ? split->split->column : NO_COLUMN;
}

/* Appends ": H4, S3", up to four words. */
static void write_words(struct buffer *out, const struct grouped_parts *order, size_t slot,
                        size_t column)
{
    const struct table *table = order->statistic->dataset->table;
    struct codes codes = table_codes(table, column);
    bool *is_seen = xcalloc(table_distinct_count(table, column), sizeof *is_seen);
    size_t count = 0;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++) {
        uint32_t code = codes_at(codes, order->rows[at]);
        struct text word = table_distinct(table, column, code);
        if (is_seen[code] || !word.length)
            continue;
        is_seen[code] = true;
        if (count++ >= 4)
            continue;
        buffer_puts(out, count == 1 ? ": " : ", ");
        text_make_visible(out, text_trim(word), true);
    }
    if (count > 4)
        buffer_printf(out, " and %zu more", count - 4);
    free(is_seen);
}

static double sum_of_slot(const struct grouped_parts *order, size_t slot)
{
    long double sum = 0;
    bool is_stated = false;
    for (size_t at = order->starts[slot]; at < order->starts[slot + 1]; at++) {
        double value = part_at(order, at)->value;
        is_stated |= !isnan(value);
        sum += isnan(value) ? 0 : value;
    }
    return is_stated ? (double)sum : NAN;
}

/* Appends " (`Series`)". */
static void write_unnamed(struct buffer *out, const struct grouped_parts *order)
{
    const struct table *table = order->statistic->dataset->table;
    buffer_puts(out, " (`");
    text_make_visible(out, text_of(table_column_name(table, order->partition->unnamed_column)),
                      true);
    buffer_puts(out, "`)");
}

static struct omission omission_of(struct arena *arena, const struct grouped_parts *order,
                                   size_t slot, enum fate fate)
{
    struct buffer reason = {0};
    buffer_puts(&reason, fate_table[fate].reason);
    bool is_unnamed = fate == FATE_UNNAMED || fate == FATE_UNNAMED_PART;
    if (is_unnamed)
        write_unnamed(&reason, order);
    size_t column =
        is_unnamed ? order->partition->unnamed_column : column_of_fate(order->statistic, fate);
    if (column != NO_COLUMN)
        write_words(&reason, order, slot, column);
    struct omission omission = {
        .reason = arena_copy(arena, reason.data, reason.length),
        .value = fate == FATE_CURRENCY ? NAN : sum_of_slot(order, slot),
        .rows = order->rows + order->starts[slot],
        .row_count = slot_size(order, slot),
    };
    buffer_release(&reason);
    return omission;
}

const struct omission *omissions_make(struct arena *arena, const struct grouped_parts *order,
                                      size_t first, size_t *count)
{
    struct omission *list = arena_alloc(arena, FATE_COUNT * sizeof *list);
    *count = 0;
    for (enum fate fate = FATE_ADDED + 1; fate < FATE_COUNT; fate++)
        if (slot_size(order, first + fate))
            list[(*count)++] = omission_of(arena, order, first + fate, fate);
    return list;
}

/* Formats like the sums next to it: "$4.26bn". */
static void write_amount(struct buffer *out, double amount, struct unit unit)
{
    struct unit coarse = unit_for_reading(unit, fabs(amount), 1e3);
    unit_format(out, coarse, amount / coarse.scale, coarse.scale > unit.scale ? 2 : -1);
}

void omissions_write(struct buffer *out, const struct omission *omissions, size_t count,
                     struct unit unit)
{
    for (size_t i = 0; i < count; i++) {
        buffer_puts(out, i ? "; " : "");
        write_count(out, omissions[i].row_count, "row");
        buffer_printf(out, " %s", omissions[i].reason);
        if (isnan(omissions[i].value) || unit.dimension != DIMENSION_MONEY)
            continue;
        buffer_puts(out, " (");
        write_amount(out, omissions[i].value, unit);
        buffer_putc(out, ')');
    }
}

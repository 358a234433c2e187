/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Totals under a word that is not known. A row that equals the sum of all others of its period,
 * flow and product is likely their total, and so is one of its period, flow and partner. It may
 * also be chance, so it is added, and said.
 */
#include "config.h"

#include "analysis/statistics/partition_rules.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>

#define FEWEST_OTHERS 3

/* The rows among which one may be the total. */
struct key_sum {
    long double sum;
    size_t count; /* of those that are not zero */
};

/* True if the word may be that of a total: one that is no country and no code. */
typedef bool word_test(const struct statistic *statistic, const struct part *part);

static bool has_unknown_partner(const struct statistic *statistic, const struct part *part)
{
    return part->partner != WHOLE_TERM && statistic->is_unknown_place[part->partner];
}

static bool has_unknown_product(const struct statistic *statistic, const struct part *part)
{
    return part->product != WHOLE_TERM && statistic->product_terms[part->product].is_unknown;
}

/* One unit of the last digit; nothing for whole numbers, which are seldom rounded. */
static double last_digit(const struct statistic *statistic, const struct part *part)
{
    const struct dataset *dataset = statistic->dataset;
    int places = table_places(dataset->table, part->row, dataset->column[FIELD_VALUE]);
    double scale = statistic->unit_of[term_at(&statistic->units, part->row)].scale;
    return places > 0 ? scale * pow(10, -places) : 0;
}

static bool is_total(const struct statistic *statistic, const struct part *part,
                     const struct key_sum *key)
{
    double tolerance = SUM_EXACTNESS * fabs(part->value) + last_digit(statistic, part);
    return part->value != 0 && key->count > FEWEST_OTHERS &&
           fabsl(key->sum - 2 * (long double)part->value) <= tolerance;
}

static void mark(struct partition *partition, const struct statistic *statistic, enum field field,
                 word_test *is_unknown)
{
    struct tuple_index index = {.width = 3};
    uint32_t *numbers = xcalloc(partition->count + 1, sizeof *numbers);
    struct key_sum *keys = xcalloc(partition->count + 1, sizeof *keys);
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        const uint32_t key[] = {part->group, field == FIELD_PARTNER ? part->product : part->partner,
                                term_at(&statistic->reporters, part->row)};
        if (part->fate != FATE_ADDED)
            continue;
        numbers[i] = (uint32_t)tuple_index_number(&index, key);
        keys[numbers[i]].sum += part->value;
        keys[numbers[i]].count += part->value != 0;
    }
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        if (part->fate == FATE_ADDED && is_unknown(statistic, part) &&
            is_total(statistic, part, &keys[numbers[i]]))
            part->likely_total = (uint8_t)field;
    }
    tuple_index_release(&index);
    free(numbers);
    free(keys);
}

void mark_likely_totals(struct partition *partition, const struct statistic *statistic)
{
    if (statistic->has_unknown_places)
        mark(partition, statistic, FIELD_PARTNER, has_unknown_partner);
    if (statistic->has_unknown_products)
        mark(partition, statistic, FIELD_PRODUCT, has_unknown_product);
}

static struct text word_of(const struct statistic *statistic, const struct likely_total *total)
{
    const struct dataset *dataset = statistic->dataset;
    size_t column = dataset->column[total->field];
    struct codes codes = table_codes(dataset->table, column);
    return text_trim(table_distinct(dataset->table, column, codes_at(codes, total->row)));
}

void likely_total_write(struct buffer *out, const struct statistic *statistic,
                        const struct likely_total *total)
{
    buffer_printf(out, "line %zu, `", table_line(statistic->dataset->table, total->row));
    text_make_visible(out, word_of(statistic, total), true);
    buffer_puts(out, "`, that equals the sum of the others, so is likely their total");
}

void likely_totals_tell(struct buffer *out, const struct statistic *statistic,
                        const struct likely_total *total, size_t more)
{
    likely_total_write(out, statistic, total);
    if (more)
        buffer_printf(out, ", and %zu more such row%s", more, more > 1 ? "s" : "");
    buffer_printf(out, "; leave it out with -f 'not %s=\"", field_table[total->field].name);
    text_make_visible(out, word_of(statistic, total), true);
    buffer_puts(out, "\"'\n");
}

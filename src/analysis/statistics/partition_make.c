/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/partition.h"

#include "analysis/statistics/partition_rules.h"
#include "analysis/statistics/row_selection.h"
#include "base/array.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

size_t partition_group_count(const struct statistic *statistic)
{
    return partition_group((uint32_t)statistic->period_words.count, 0);
}

/* --- which rows --- */

/* The request, as numbers. */
struct wanted {
    uint32_t reporter, partner;
    bool is_any_reporter, is_any_partner;
};

static void accept_place(struct row_condition *condition, const struct term_column *column,
                         uint32_t place, bool is_any)
{
    for (size_t code = 0; code < column->code_count; code++)
        condition->accepts[code] = is_any || column->numbers[code] == place;
}

static void accept_products(struct row_condition *condition, const struct statistic *statistic,
                            struct text asked)
{
    for (size_t code = 0; code < statistic->products.code_count; code++)
        condition->accepts[code] =
            !asked.length ||
            statistic_is_within(statistic, statistic->products.numbers[code], asked);
}

/* `is_turned` selects rows in which the partner is the reporter of the trade. */
static struct row_set select_trade(const struct statistic *statistic, struct text product,
                                   const struct wanted *wanted, bool is_turned)
{
    const struct dataset *dataset = statistic->dataset;
    const enum field fields[] = {FIELD_REPORTER, FIELD_PARTNER, FIELD_PRODUCT};
    struct row_condition conditions[ARRAY_LENGTH(fields)];
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++)
        conditions[i] = row_condition_make(dataset->table, dataset->column[fields[i]]);
    accept_place(&conditions[is_turned], is_turned ? &statistic->partners : &statistic->reporters,
                 wanted->reporter, wanted->is_any_reporter);
    accept_place(&conditions[!is_turned], is_turned ? &statistic->reporters : &statistic->partners,
                 wanted->partner, wanted->is_any_partner);
    accept_products(&conditions[2], statistic, product);
    struct row_set rows =
        rows_select(table_row_count(dataset->table), conditions, product.length ? 3 : 2);
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++)
        row_condition_release(&conditions[i]);
    return rows;
}

/* --- rows as parts --- */

static uint8_t turn(uint32_t flow)
{
    return flow == FLOW_EXPORT ? FLOW_IMPORT : flow == FLOW_IMPORT ? FLOW_EXPORT : FLOW_NONE;
}

static enum fate first_fate(const struct statistic *statistic, const struct part *part)
{
    if (!part->flow)
        return FATE_FLOW;
    if (!statistic->period_of[part->period].kind)
        return FATE_PERIOD;
    return isnan(part->value) ? FATE_MISSING : FATE_ADDED;
}

static struct part part_of_row(const struct statistic *statistic, const double *values, size_t row,
                               bool is_turned)
{
    uint32_t flow = term_at(&statistic->flows, row);
    struct part part = {
        .row = (uint32_t)row,
        .period = term_at(&statistic->periods, row),
        .product = statistic_product(statistic, row),
        .partner =
            is_turned ? term_at(&statistic->reporters, row) : statistic_partner(statistic, row),
        .flow = is_turned ? turn(flow) : (uint8_t)flow,
        .value = values[row] * statistic->unit_of[term_at(&statistic->units, row)].scale,
    };
    part.group = partition_group(part.period, part.flow);
    part.fate = (uint8_t)first_fate(statistic, &part);
    return part;
}

void partition_add(struct partition *partition, const struct statistic *statistic,
                   const struct row_set *rows, bool is_turned)
{
    const struct dataset *dataset = statistic->dataset;
    const double *values = table_numbers(dataset->table, dataset->column[FIELD_VALUE]);
    partition->parts = xreallocarray(partition->parts, partition->count + row_set_count(rows) + 1,
                                     sizeof *partition->parts);
    for (size_t i = 0; i < row_set_word_count(rows); i++)
        for (uint64_t bits = rows->words[i]; bits; bits &= bits - 1)
            partition->parts[partition->count++] =
                part_of_row(statistic, values, i * 64 + (size_t)__builtin_ctzll(bits), is_turned);
}

static struct wanted want(const struct statistic *statistic,
                          const struct partition_request *request)
{
    const struct trade *trade = &request->trade;
    return (struct wanted){statistic_find_place(statistic, trade->reporter),
                           statistic_find_place(statistic, trade->partner), false,
                           request->by_partner || statistic_is_world(statistic, trade->partner)};
}

struct row_set partition_rows_of(const struct statistic *statistic, const struct trade *trade,
                                 bool is_turned)
{
    struct wanted wanted = {
        statistic_find_place(statistic, trade->reporter),
        statistic_find_place(statistic, trade->partner), !trade->reporter.length,
        !trade->partner.length || statistic_is_world(statistic, trade->partner)};
    bool has_any = (wanted.is_any_reporter || wanted.reporter != NO_TERM) &&
                   (wanted.is_any_partner || wanted.partner != NO_TERM);
    return has_any ? select_trade(statistic, trade->product, &wanted, is_turned)
                   : row_set_none(table_row_count(statistic->dataset->table));
}

/* --- whether the filters took goods away --- */

static size_t group_number(struct tuple_index *index, const struct part *part)
{
    const uint32_t key[] = {partition_group(part->period, part->flow), part->product};
    return tuple_index_number(index, key);
}

/* True if a product was filtered out in a period and flow of which others passed. */
static bool has_lost_products(const struct statistic *statistic, const struct partition *partition,
                              const struct row_set *lost)
{
    struct tuple_index kept = {.width = 2};
    bool *has_group = xcalloc(partition_group_count(statistic), sizeof *has_group), is_cut = false;
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        group_number(&kept, part);
        has_group[partition_group(part->period, part->flow)] = true;
    }
    struct partition rest = {0};
    partition_add(&rest, statistic, lost, false);
    size_t known = kept.count;
    for (size_t i = 0; !is_cut && i < rest.count; i++)
        is_cut = has_group[partition_group(rest.parts[i].period, rest.parts[i].flow)] &&
                 group_number(&kept, &rest.parts[i]) >= known;
    partition_release(&rest);
    tuple_index_release(&kept);
    free(has_group);
    return is_cut;
}

static void add_side(struct partition *partition, const struct statistic *statistic,
                     const struct row_set *passed, struct text product, const struct wanted *wanted,
                     bool is_turned)
{
    struct row_set rows = select_trade(statistic, product, wanted, is_turned);
    if (!passed) {
        partition_add(partition, statistic, &rows, is_turned);
        row_set_release(&rows);
        return;
    }
    struct row_set lost = row_set_all(rows.row_count);
    row_set_intersect(&lost, &rows);
    row_set_subtract(&lost, passed);
    row_set_intersect(&rows, passed);
    partition_add(partition, statistic, &rows, is_turned);
    if (!is_turned)
        partition->is_cut = has_lost_products(statistic, partition, &lost);
    row_set_release(&lost);
    row_set_release(&rows);
}

/* --- the whole --- */

static void take_unit(struct partition *partition, const struct statistic *statistic)
{
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        if (part->fate != FATE_ADDED)
            continue;
        partition->unit = statistic->unit_of[term_at(&statistic->units, part->row)];
        return;
    }
}

struct partition partition_make(const struct statistic *statistic, const struct row_set *rows,
                                const struct partition_request *request)
{
    struct partition partition = {.group_count = partition_group_count(statistic)};
    struct wanted wanted = want(statistic, request);
    if (wanted.reporter == NO_TERM || (!wanted.is_any_partner && wanted.partner == NO_TERM))
        return partition;
    add_side(&partition, statistic, rows, request->trade.product, &wanted, false);
    if (statistic->is_reconciled)
        add_side(&partition, statistic, rows, request->trade.product, &wanted, true);
    keep_one_currency(&partition, statistic);
    keep_one_type(&partition, statistic);
    keep_one_classification(&partition, statistic);
    keep_wholes(&partition, statistic, request);
    if (request->by_partner || wanted.is_any_partner)
        keep_world_or_partners(&partition, statistic, request->by_partner);
    drop_duplicates(&partition, statistic);
    take_unit(&partition, statistic);
    return partition;
}

void partition_release(struct partition *partition)
{
    free(partition->parts);
    *partition = (struct partition){0};
}

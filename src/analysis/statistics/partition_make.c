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
    struct partition partition = {.group_count = partition_group_count(statistic),
                                  .unnamed_column = NO_COLUMN};
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
    settle_unnamed(&partition, statistic);
    drop_likely_totals(&partition, statistic);
    take_unit(&partition, statistic);
    return partition;
}

void partition_release(struct partition *partition)
{
    free(partition->parts);
    *partition = (struct partition){0};
}

/*
 * Prefers totals to their parts, by cell: the rows on one period, flow, partner and product, which
 * differ only in how they were split further.
 */

struct whole_cells {
    struct tuple_index index; /* group, partner, product */
    uint32_t *of_part;        /* for each part that was added when the cells were made */
    size_t count;
    bool *is_alive; /* has a part that is added */
};

static struct whole_cells cells_make(const struct partition *partition)
{
    struct whole_cells encoder = {.index = {.width = 3}};
    encoder.of_part = xcalloc(partition->count + 1, sizeof *encoder.of_part);
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        const uint32_t key[] = {part->group, part->partner, part->product};
        if (part->fate == FATE_ADDED)
            encoder.of_part[i] = (uint32_t)tuple_index_number(&encoder.index, key);
    }
    encoder.count = encoder.index.count;
    encoder.is_alive = xcalloc(encoder.count + 1, sizeof *encoder.is_alive);
    return encoder;
}

static void column_encoder_release(struct whole_cells *encoder)
{
    tuple_index_release(&encoder->index);
    free(encoder->of_part);
    free(encoder->is_alive);
}

/* --- splits --- */

static const uint8_t fate_of_aspect[] = {
    [ASPECT_TRANSPORT] = FATE_TRANSPORT,
    [ASPECT_CUSTOMS] = FATE_CUSTOMS,
    [ASPECT_SECOND_PARTNER] = FATE_SECOND_PARTNER,
    [ASPECT_OTHER] = FATE_OTHER,
    [ASPECT_PARTS] = FATE_OF_PARTS,
};

static bool is_split_here(const struct term_split *split)
{
    return fate_of_aspect[split->split->aspect] && split->has_wholes && split->has_parts;
}

static void keep_wholes_of_split(struct partition *partition, const struct whole_cells *encoder,
                                 const struct term_split *split)
{
    uint32_t *best = xcalloc(encoder->count + 1, sizeof *best);
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        uint32_t rank = split_rank(split, part->row), *most = &best[encoder->of_part[i]];
        if (part->fate == FATE_ADDED && rank > *most)
            *most = rank;
    }
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        if (part->fate == FATE_ADDED && split_rank(split, part->row) != best[encoder->of_part[i]])
            part->fate = fate_of_aspect[split->split->aspect];
    }
    free(best);
}

/* --- products --- */

static bool has_cell(struct whole_cells *encoder, const uint32_t key[3], uint32_t product)
{
    const uint32_t wanted[] = {key[0], key[1], product};
    size_t number = tuple_index_number(&encoder->index, wanted);
    return number < encoder->count && encoder->is_alive[number];
}

/* True if a product that contains that of the cell is included. */
static bool is_contained(struct whole_cells *encoder, const struct statistic *statistic,
                         size_t cell)
{
    uint32_t key[3];
    for (size_t i = 0; i < 3; i++)
        key[i] = encoder->index.keys[cell * 3 + i];
    if (key[2] == WHOLE_TERM)
        return false;
    if (has_cell(encoder, key, WHOLE_TERM))
        return true;
    const struct product_term *terms = statistic->product_terms;
    for (uint32_t over = terms[key[2]].parent; over != NO_PRODUCT; over = terms[over].parent)
        if (has_cell(encoder, key, over))
            return true;
    return false;
}

static bool is_stage(const struct statistic *statistic, const struct part *part)
{
    return part->product != WHOLE_TERM && statistic->product_terms[part->product].is_stage;
}

/* The stages of processing divide the same trade as other products do. */
static void drop_stages(struct partition *partition, const struct statistic *statistic)
{
    bool *has_others = xcalloc(partition->group_count, sizeof *has_others);
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        if (part->fate == FATE_ADDED && part->product != WHOLE_TERM && !is_stage(statistic, part))
            has_others[part->group] = true;
    }
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        if (part->fate == FATE_ADDED && is_stage(statistic, part) && has_others[part->group])
            part->fate = FATE_DIVISION;
    }
    free(has_others);
}

static void drop_contained(struct partition *partition, struct whole_cells *encoder,
                           const struct statistic *statistic)
{
    for (size_t i = 0; i < partition->count; i++)
        if (partition->parts[i].fate == FATE_ADDED)
            encoder->is_alive[encoder->of_part[i]] = true;
    bool *is_dropped = xcalloc(encoder->count + 1, sizeof *is_dropped);
    for (size_t cell = 0; cell < encoder->count; cell++)
        is_dropped[cell] = is_contained(encoder, statistic, cell);
    for (size_t i = 0; i < partition->count; i++)
        if (partition->parts[i].fate == FATE_ADDED && is_dropped[encoder->of_part[i]])
            partition->parts[i].fate = FATE_PRODUCT;
    free(is_dropped);
}

/* Drops products that contain those of the breakdown. */
static void drop_what_is_broken_down(struct partition *partition, const struct statistic *statistic,
                                     unsigned level)
{
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        unsigned digits =
            part->product == WHOLE_TERM ? 0 : statistic->product_terms[part->product].level;
        if (part->fate == FATE_ADDED && (part->product == WHOLE_TERM || (digits && digits < level)))
            part->fate = FATE_WHOLE;
    }
}

void keep_wholes(struct partition *partition, const struct statistic *statistic,
                 const struct partition_request *request)
{
    if (request->by_product)
        drop_what_is_broken_down(partition, statistic, request->level);
    bool is_split = false;
    for (size_t i = 0; i < statistic->split_count; i++)
        is_split |= is_split_here(&statistic->splits[i]);
    if (!is_split && !statistic->has_nested_products)
        return;
    struct whole_cells encoder = cells_make(partition);
    for (size_t i = 0; i < statistic->split_count; i++)
        if (is_split_here(&statistic->splits[i]))
            keep_wholes_of_split(partition, &encoder, &statistic->splits[i]);
    if (statistic->has_nested_products) {
        drop_contained(partition, &encoder, statistic);
        drop_stages(partition, statistic);
    }
    column_encoder_release(&encoder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/partition_lines.h"

#include "analysis/statistics/partition_rules.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_KEY_WORDS (MOST_SUM_KEYS + 3)

struct lining {
    const struct statistic *statistic;
    const struct line_request *request;
    struct partition partition;
    size_t stated_count; /* parts of SIDE_STATED, which come first */
    uint32_t *lines;     /* for each part */
    size_t line_count;
};

static bool is_added(const struct part *part)
{
    return part->fate == FATE_ADDED;
}

static uint32_t reporter_of(const struct lining *lining, size_t i)
{
    const struct statistic *statistic = lining->statistic;
    return term_at(i < lining->stated_count ? &statistic->reporters : &statistic->partners,
                   lining->partition.parts[i].row);
}

/* --- lines and groups --- */

/*
 * Numbers the lines, which the keys define, and the groups in which the rules apply: a period, flow
 * and reporter of a line.
 */
static void number_lines(struct lining *lining)
{
    struct partition *partition = &lining->partition;
    size_t width = lining->request->key_count;
    struct tuple_index lines = {.width = width ? width : 1}, groups = {.width = 4};
    lining->lines = xcalloc(partition->count + 1, sizeof *lining->lines);
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        const struct sum_key *keys = lining->request->keys[i >= lining->stated_count];
        uint32_t words[MOST_KEY_WORDS] = {0};
        for (size_t k = 0; k < width; k++)
            words[k] = keys[k].groups[codes_at(keys[k].codes, part->row)];
        lining->lines[i] = (uint32_t)tuple_index_number(&lines, words);
        const uint32_t group[] = {lining->lines[i], part->period, part->flow,
                                  reporter_of(lining, i)};
        part->group = (uint32_t)tuple_index_number(&groups, group);
    }
    lining->line_count = lines.count;
    partition->group_count = groups.count;
    tuple_index_release(&lines);
    tuple_index_release(&groups);
}

/* --- the world or its partners, where there is more than one of them --- */

static void keep_world(struct lining *lining)
{
    struct partition *partition = &lining->partition;
    uint32_t *first = xcalloc(partition->group_count + 1, sizeof *first);
    bool *has_more = xcalloc(partition->group_count + 1, sizeof *has_more);
    struct partition mixed = {.group_count = partition->group_count};
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        uint32_t *known = &first[part->group];
        if (is_added(part) && *known && *known != part->partner + 1)
            has_more[part->group] = true;
        if (is_added(part) && !*known)
            *known = part->partner + 1;
    }
    mixed.parts = xcalloc(partition->count + 1, sizeof *mixed.parts);
    for (size_t i = 0; i < partition->count; i++)
        if (is_added(&partition->parts[i]) && has_more[partition->parts[i].group])
            mixed.parts[mixed.count++] = partition->parts[i];
    keep_world_or_partners(&mixed, lining->statistic, false);
    for (size_t i = 0, at = 0; i < partition->count; i++)
        if (is_added(&partition->parts[i]) && has_more[partition->parts[i].group])
            partition->parts[i].fate = mixed.parts[at++].fate;
    partition_release(&mixed);
    free(first);
    free(has_more);
}

/* --- what lines are over --- */

/* Writes the key of a part. Parts with equal keys share bits; a key has `width` words. */
typedef void key_maker(const struct lining *lining, size_t i, uint32_t key[3]);

static void give_fates(struct lining *lining, key_maker *make_key,
                       unsigned (*bit)(const struct lining *, size_t),
                       bool (*is_contained)(unsigned mask, unsigned bit), enum fate fate)
{
    struct partition *partition = &lining->partition;
    struct tuple_index index = {.width = 3};
    uint32_t *places = xcalloc(partition->count + 1, sizeof *places);
    unsigned *masks = xcalloc(partition->count + 1, sizeof *masks);
    for (size_t i = 0; i < partition->count; i++) {
        uint32_t key[3];
        if (!is_added(&partition->parts[i]))
            continue;
        make_key(lining, i, key);
        places[i] = (uint32_t)tuple_index_number(&index, key);
        masks[places[i]] |= bit(lining, i);
    }
    for (size_t i = 0; i < partition->count; i++)
        if (is_added(&partition->parts[i]) && is_contained(masks[places[i]], bit(lining, i)))
            partition->parts[i].fate = (uint8_t)fate;
    tuple_index_release(&index);
    free(places);
    free(masks);
}

static void key_of_reporters(const struct lining *lining, size_t i, uint32_t key[3])
{
    const struct part *part = &lining->partition.parts[i];
    key[0] = lining->lines[i], key[1] = part->period, key[2] = part->flow;
}

static unsigned bit_of_reporter(const struct lining *lining, size_t i)
{
    return 1u << lining->statistic->place_kinds[reporter_of(lining, i)];
}

/* Reporters take precedence over groups of them, and these over the world. */
static bool is_whole_of_reporters(unsigned mask, unsigned bit)
{
    return (mask & (bit - 1)) != 0;
}

static void key_of_flows(const struct lining *lining, size_t i, uint32_t key[3])
{
    key[0] = lining->lines[i], key[1] = lining->partition.parts[i].period;
    key[2] = reporter_of(lining, i);
}

static unsigned bit_of_flow(const struct lining *lining, size_t i)
{
    return 1u << lining->partition.parts[i].flow;
}

#define FLOW_BIT(flow) (1u << (flow))

static bool is_other_flow(unsigned mask, unsigned bit)
{
    bool has_both = (mask & FLOW_BIT(FLOW_EXPORT)) && (mask & FLOW_BIT(FLOW_IMPORT));
    switch (bit) {
    case FLOW_BIT(FLOW_RE_EXPORT):
        return mask & FLOW_BIT(FLOW_EXPORT);
    case FLOW_BIT(FLOW_RE_IMPORT):
        return mask & FLOW_BIT(FLOW_IMPORT);
    case FLOW_BIT(FLOW_TOTAL):
        return has_both;
    case FLOW_BIT(FLOW_BALANCE):
        return mask & ~bit;
    default:
        return !has_both && (mask & FLOW_BIT(FLOW_TOTAL)) &&
               (bit == FLOW_BIT(FLOW_EXPORT) || bit == FLOW_BIT(FLOW_IMPORT));
    }
}

/* --- periods within others --- */

static bool contains(struct period whole, struct period part)
{
    return whole.kind && part.kind && whole.first <= part.first && part.last <= whole.last &&
           (whole.first < part.first || part.last < whole.last);
}

/* Makes for each period of the file a list of those that contain it, ended by NO_TERM. */
static uint32_t *list_containing(const struct statistic *statistic, size_t *starts, bool *has_any)
{
    size_t count = statistic->period_words.count, used = 0, room = 4 * count + 4;
    uint32_t *list = xcalloc(room, sizeof *list);
    *has_any = false;
    for (size_t i = 0; i < count; i++) {
        starts[i] = used;
        for (size_t k = 0; k < count; k++) {
            if (!contains(statistic->period_of[k], statistic->period_of[i]))
                continue;
            *has_any = true;
            if (used + 2 > room)
                list = xreallocarray(list, room *= 2, sizeof *list);
            list[used++] = (uint32_t)k;
        }
        if (used + 1 > room)
            list = xreallocarray(list, room *= 2, sizeof *list);
        list[used++] = NO_TERM;
    }
    return list;
}

static void drop_shorter(struct lining *lining)
{
    struct partition *partition = &lining->partition;
    size_t *starts = xcalloc(lining->statistic->period_words.count + 1, sizeof *starts);
    bool has_any;
    uint32_t *containing = list_containing(lining->statistic, starts, &has_any);
    struct tuple_index index = {.width = 4};
    for (size_t i = 0; has_any && i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        const uint32_t key[] = {lining->lines[i], reporter_of(lining, i), part->flow, part->period};
        if (is_added(part))
            tuple_index_number(&index, key);
    }
    size_t known = index.count;
    for (size_t i = 0; has_any && i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        for (size_t at = starts[part->period]; is_added(part) && containing[at] != NO_TERM; at++) {
            const uint32_t key[] = {lining->lines[i], reporter_of(lining, i), part->flow,
                                    containing[at]};
            if (tuple_index_number(&index, key) < known)
                part->fate = FATE_SHORTER;
        }
    }
    tuple_index_release(&index);
    free(containing);
    free(starts);
}

/* --- the whole --- */

/*
 * True if only copies of rows can be left out: one flow, one kind of place, no nested products.
 * Then no list of parts is made, which takes long for many rows.
 */
static bool is_flat(const struct statistic *statistic)
{
    bool has_unnamed;
    free(list_unnamed(statistic, &has_unnamed));
    bool is_one = !has_unnamed && !statistic->has_unknown_places &&
                  !statistic->has_unknown_products && !statistic->split_count &&
                  !statistic->has_nested_products && !statistic->flows.codes.width &&
                  statistic->flows.numbers[statistic->flows.codes.constant];
    for (size_t i = 1; i < statistic->places.count && is_one; i++)
        is_one = statistic->place_kinds[i] == PLACE_PART;
    for (size_t i = 0; i < statistic->reporters.code_count && is_one; i++)
        is_one = statistic->reporters.numbers[i] || !statistic->reporters.codes.width;
    for (size_t i = 1; i < statistic->partners.code_count && is_one; i++)
        is_one = statistic->place_kinds[statistic->partners.numbers[i]] == PLACE_PART;
    for (size_t i = 1; i < statistic->period_words.count && is_one; i++)
        is_one = statistic->period_of[i].kind == statistic->period_of[1].kind;
    return is_one && statistic->period_words.count > 1;
}

static void apply_rules(struct lining *lining)
{
    const struct statistic *statistic = lining->statistic;
    struct partition *partition = &lining->partition;
    const struct partition_request plain = {0};
    number_lines(lining);
    if (!lining->request->by_type)
        keep_one_type(partition, statistic);
    keep_one_classification(partition, statistic);
    keep_wholes(partition, statistic, &plain);
    keep_world(lining);
    give_fates(lining, key_of_reporters, bit_of_reporter, is_whole_of_reporters, FATE_REPORTER);
    give_fates(lining, key_of_flows, bit_of_flow, is_other_flow, FATE_OTHER_FLOW);
    drop_shorter(lining);
    drop_duplicates(partition, statistic);
    settle_unnamed(partition, statistic);
    drop_likely_totals(partition, statistic);
}

static void take_parts(struct line_rows *lines, const struct lining *lining)
{
    size_t rows = table_row_count(lining->statistic->dataset->table);
    for (int side = 0; side < SIDE_COUNT; side++) {
        bool is_used = lines->rows[side].words != NULL;
        row_set_release(&lines->rows[side]);
        if (is_used)
            lines->rows[side] = row_set_none(rows);
    }
    for (size_t i = 0; i < lining->partition.count; i++) {
        const struct part *part = &lining->partition.parts[i];
        lines->restated += is_added(part) && part->is_restated;
        if (part->likely_total && !lines->likely_totals.count++)
            lines->likely_totals.first =
                (struct likely_total){part->row, part->likely_total, is_added(part)};
        if (is_added(part))
            row_set_add(&lines->rows[i >= lining->stated_count], part->row);
        else
            lines->left_out[part->fate]++;
    }
}

/* Rows without a value, and copies. */
static void drop_flat(struct line_rows *lines, const struct statistic *statistic,
                      struct row_set *rows)
{
    const struct dataset *dataset = statistic->dataset;
    const double *values = table_numbers(dataset->table, dataset->column[FIELD_VALUE]);
    for (size_t i = 0; i < row_set_word_count(rows); i++) {
        for (uint64_t bits = rows->words[i]; bits; bits &= bits - 1) {
            if (!isnan(values[i * 64 + (size_t)__builtin_ctzll(bits)]))
                continue;
            rows->words[i] &= ~(bits & -bits);
            lines->left_out[FATE_MISSING]++;
        }
    }
    struct repeated_rows repeated = drop_duplicate_rows(statistic, rows);
    lines->left_out[FATE_DUPLICATE] += repeated.copies;
    lines->restated += repeated.restated;
}

struct line_rows line_rows_make(const struct statistic *statistic, const struct row_set *rows,
                                const struct line_request *request)
{
    struct line_rows lines = {.unnamed_column = NO_COLUMN};
    struct lining lining = {.statistic = statistic, .request = request};
    bool is_turned = statistic->is_reconciled && request->trade.reporter.length;
    for (int side = 0; side < (is_turned ? SIDE_COUNT : SIDE_TURNED); side++) {
        lines.rows[side] = partition_rows_of(statistic, &request->trade, side == SIDE_TURNED);
        if (rows)
            row_set_intersect(&lines.rows[side], rows);
    }
    if (request->takes_all)
        return lines;
    if (is_flat(statistic)) {
        for (int side = 0; side < SIDE_COUNT; side++)
            if (lines.rows[side].words)
                drop_flat(&lines, statistic, &lines.rows[side]);
        return lines;
    }
    partition_add(&lining.partition, statistic, &lines.rows[SIDE_STATED], false);
    lining.stated_count = lining.partition.count;
    if (is_turned)
        partition_add(&lining.partition, statistic, &lines.rows[SIDE_TURNED], true);
    apply_rules(&lining);
    take_parts(&lines, &lining);
    lines.unnamed_column = lining.partition.unnamed_column;
    free(lining.lines);
    partition_release(&lining.partition);
    return lines;
}

void line_rows_release(struct line_rows *lines)
{
    for (int side = 0; side < SIDE_COUNT; side++)
        row_set_release(&lines->rows[side]);
    *lines = (struct line_rows){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/partition_rules.h"

#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* Rounding and late revisions may make the world slightly less than the sum of its partners. */
#define LEAST_SHARE_OF_PARTNERS 0.99

static bool is_added(const struct part *part)
{
    return part->fate == FATE_ADDED;
}

/* --- one currency --- */

static size_t greatest_of(const size_t *counts, size_t count)
{
    size_t greatest = 0;
    for (size_t i = 1; i < count; i++)
        if (counts[i] > counts[greatest])
            greatest = i;
    return greatest;
}

void keep_one_currency(struct partition *partition, const struct statistic *statistic)
{
    const struct term_column *units = &statistic->units;
    size_t *counts = xcalloc(units->code_count, sizeof *counts);
    for (size_t i = 0; i < partition->count; i++) {
        uint32_t code = term_at(units, partition->parts[i].row);
        if (is_added(&partition->parts[i]) && statistic->unit_of[code].dimension == DIMENSION_MONEY)
            counts[code]++;
    }
    struct unit taken = statistic->unit_of[greatest_of(counts, units->code_count)];
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        const struct unit *unit = &statistic->unit_of[term_at(units, part->row)];
        if (is_added(part) &&
            (unit->dimension != DIMENSION_MONEY || !unit_is_comparable(*unit, taken)))
            part->fate = FATE_CURRENCY;
    }
    free(counts);
}

/* --- goods or services --- */

static bool is_goods(struct text word)
{
    word = text_trim(word);
    static const char ending[] = "in goods"; /* "Total trade in goods" */
    size_t length = sizeof ending - 1;
    if (word.length > length &&
        text_is_word((struct text){word.data + word.length - length, length}, ending))
        return true;
    return text_is_word(word, "C") || text_is_word(word, "2101") || text_is_word(word, "Goods") ||
           text_is_word(word, "Commodities") || text_is_word(word, "Merchandise");
}

static struct text word_of(const struct statistic *statistic, const struct term_split *split,
                           size_t code)
{
    return table_distinct(statistic->dataset->table, split->split->column, (uint32_t)code);
}

/* Goods if there are any, else the type of most rows. */
static size_t choose_type(const struct statistic *statistic, const struct term_split *split,
                          const size_t *counts)
{
    for (size_t code = 0; code < split->code_count; code++)
        if (counts[code] && is_goods(word_of(statistic, split, code)))
            return code;
    return greatest_of(counts, split->code_count);
}

struct types {
    const struct term_split *split;
    size_t *counts; /* of rows, for each flow and code */
    size_t taken[UINT8_MAX + 1];
};

static size_t *counts_of(const struct types *types, size_t flow)
{
    return types->counts + flow * types->split->code_count;
}

static void count_types(struct types *types, const struct partition *partition)
{
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        counts_of(types, part->flow)[codes_at(types->split->codes, part->row)] += is_added(part);
    }
}

/* Adds up the rows of all flows. Returns true if a code has rows of two: exports and imports. */
static bool sum_flows(const struct types *types, size_t *sums)
{
    bool is_shared = false;
    for (size_t flow = 0; flow <= UINT8_MAX; flow++)
        for (size_t code = 0; code < types->split->code_count; code++) {
            size_t count = counts_of(types, flow)[code];
            is_shared = is_shared || (count && sums[code]);
            sums[code] += count;
        }
    return is_shared;
}

/*
 * One type for all flows. Codes of series are of one flow each ("NE.EXP.GNFS.CD"), so if no code is
 * of two flows, each flow has its own.
 */
static void choose_types(struct types *types, const struct statistic *statistic)
{
    size_t *sums = xcalloc(types->split->code_count + 1, sizeof *sums);
    bool is_shared = sum_flows(types, sums);
    for (size_t flow = 0; flow <= UINT8_MAX; flow++)
        types->taken[flow] =
            choose_type(statistic, types->split, is_shared ? sums : counts_of(types, flow));
    free(sums);
}

void keep_one_type(struct partition *partition, const struct statistic *statistic)
{
    struct types types = {.split = statistic_split(statistic, ASPECT_TYPE)};
    if (!types.split)
        return;
    types.counts = xcalloc((UINT8_MAX + 1) * (types.split->code_count + 1), sizeof *types.counts);
    count_types(&types, partition);
    choose_types(&types, statistic);
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        size_t code = codes_at(types.split->codes, part->row);
        struct text word = word_of(statistic, types.split, code);
        if (!is_added(part))
            continue;
        if (code != types.taken[part->flow])
            part->fate = FATE_TYPE;
        else
            partition->has_services = partition->has_services || (word.length && !is_goods(word));
    }
    free(types.counts);
}

/* --- one classification --- */

struct classification {
    struct text word;
    size_t periods; /* number of periods covered */
};

static bool is_harmonized(struct text word)
{
    return word.length && (word.data[0] == 'H' || word.data[0] == 'h');
}

static bool is_better(const struct classification *a, const struct classification *b)
{
    if (a->periods != b->periods)
        return a->periods > b->periods;
    if (is_harmonized(a->word) != is_harmonized(b->word))
        return is_harmonized(a->word);
    return text_compare(a->word, b->word) > 0;
}

static struct classification *list_classifications(const struct partition *partition,
                                                   const struct statistic *statistic,
                                                   const struct term_split *split)
{
    struct classification *list = xcalloc(split->code_count, sizeof *list);
    struct tuple_index seen = {.width = 2};
    for (size_t code = 0; code < split->code_count; code++)
        list[code].word = word_of(statistic, split, code);
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        const uint32_t key[] = {part->period, codes_at(split->codes, part->row)};
        size_t known = seen.count;
        if (is_added(part) && tuple_index_number(&seen, key) == known)
            list[key[1]].periods++;
    }
    tuple_index_release(&seen);
    return list;
}

void keep_one_classification(struct partition *partition, const struct statistic *statistic)
{
    const struct term_split *split = statistic_split(statistic, ASPECT_CLASSIFICATION);
    if (!split || !split->codes.width)
        return;
    struct classification *list = list_classifications(partition, statistic, split);
    uint32_t *taken = xcalloc(partition->group_count, sizeof *taken);
    for (size_t i = 0; i < partition->count; i++) {
        const struct part *part = &partition->parts[i];
        uint32_t *best = &taken[part->group], code = codes_at(split->codes, part->row);
        if (is_added(part) && (!*best || is_better(&list[code], &list[*best - 1])))
            *best = code + 1;
    }
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        if (is_added(part) && codes_at(split->codes, part->row) + 1 != taken[part->group])
            part->fate = FATE_CLASSIFICATION;
    }
    free(taken);
    free(list);
}

/* --- the world or its partners --- */

struct sides {
    long double world, partners;
    bool has_world;
    bool is_narrow; /* partners have products for which there is no row on the world */
};

static bool is_group(const struct statistic *statistic, const struct part *part)
{
    return part->partner != WHOLE_TERM && statistic->place_kinds[part->partner] == PLACE_GROUP;
}

static enum fate fate_of_side(const struct sides *sides, const struct part *part, bool by_partner)
{
    bool is_world = part->partner == WHOLE_TERM;
    if (by_partner)
        return is_world ? FATE_WHOLE : FATE_ADDED;
    bool is_less = fabsl(sides->world) < LEAST_SHARE_OF_PARTNERS * fabsl(sides->partners);
    if (!sides->has_world)
        return FATE_ADDED;
    if (is_less && sides->is_narrow)
        return is_world ? FATE_WORLD : FATE_ADDED;
    return is_world ? FATE_ADDED : is_less ? FATE_MORE_PARTNERS : FATE_PARTNER;
}

static void find_narrow_worlds(const struct partition *partition, struct sides *sides)
{
    struct tuple_index products = {.width = 2};
    for (int is_world = 1; is_world >= 0; is_world--) {
        size_t known = products.count;
        for (size_t i = 0; i < partition->count; i++) {
            const struct part *part = &partition->parts[i];
            const uint32_t key[] = {part->group, part->product};
            if (is_added(part) && sides[part->group].has_world &&
                (part->partner == WHOLE_TERM) == is_world)
                sides[part->group].is_narrow |=
                    tuple_index_number(&products, key) >= known && !is_world;
        }
    }
    tuple_index_release(&products);
}

void keep_world_or_partners(struct partition *partition, const struct statistic *statistic,
                            bool by_partner)
{
    struct sides *sides = xcalloc(partition->group_count, sizeof *sides);
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        struct sides *side = &sides[part->group];
        if (is_added(part) && is_group(statistic, part))
            part->fate = FATE_GROUP;
        if (!is_added(part))
            continue;
        *(part->partner == WHOLE_TERM ? &side->world : &side->partners) += part->value;
        side->has_world |= part->partner == WHOLE_TERM;
    }
    find_narrow_worlds(partition, sides);
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        if (is_added(part))
            part->fate = (uint8_t)fate_of_side(&sides[part->group], part, by_partner);
    }
    free(sides);
}

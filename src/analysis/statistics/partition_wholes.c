/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prefers totals to their parts, by cell: the rows on one period, flow, partner and product, which
 * differ only in how they were split further.
 */
#include "config.h"

#include "analysis/statistics/partition_rules.h"

#include "query/rows/tuple_index.h"

#include <stdlib.h>

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
    for (uint32_t over = terms[key[2]].parent; over != NO_TERM; over = terms[over].parent)
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

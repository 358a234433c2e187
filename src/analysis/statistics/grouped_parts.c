/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/grouped_parts.h"

#include <math.h>

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

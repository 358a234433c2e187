/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/row_selection.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <stdlib.h>

#define PART_ROWS ZONE_ROWS /* a multiple of 64: no two threads write one word */

struct row_condition row_condition_make(const struct table *table, size_t column)
{
    struct row_condition condition = {.codes = table_codes(table, column)};
    if (table_column_type(table, column) != COLUMN_NUMBER)
        condition.zones = table_zones(table, column);
    condition.accepts = xcalloc(table_distinct_count(table, column), sizeof *condition.accepts);
    return condition;
}

void row_condition_release(struct row_condition *condition)
{
    free(condition->accepts);
    *condition = (struct row_condition){0};
}

/* Returns the rows of a word that meet a condition, as bits. */
static uint64_t bits_of(const struct row_condition *condition, size_t first, size_t count)
{
    const bool *accepts = condition->accepts;
    uint64_t bits = 0;
#define COLLECT(type)                                                     \
    do {                                                                  \
        const type *codes = (const type *)condition->codes.codes + first; \
        for (size_t i = 0; i < count; i++)                                \
            bits |= (uint64_t)accepts[codes[i]] << i;                     \
    } while (0)
    switch (condition->codes.width) {
    case 1:
        COLLECT(uint8_t);
        break;
    case 2:
        COLLECT(uint16_t);
        break;
    case 4:
        COLLECT(uint32_t);
        break;
    default:
        return accepts[condition->codes.constant] ? ~(uint64_t)0 >> (64 - count) : 0;
    }
#undef COLLECT
    return bits;
}

struct selecting {
    const struct row_condition *conditions;
    size_t count;
    struct row_set rows;
};

/* Codes are numbered in order of occurrence, so that a zone has few of many. */
static bool may_hold(const struct row_condition *condition, size_t part)
{
    if (!condition->zones || !condition->codes.width)
        return true;
    const struct zone *zone = &condition->zones[part];
    if (zone->has_missing && condition->accepts[0])
        return true;
    bool may = false;
    for (double code = zone->least; code <= zone->most && !may; code++)
        may = condition->accepts[(size_t)code];
    return may;
}

static void select_part(void *context, size_t worker, size_t first, size_t last)
{
    struct selecting *selecting = context;
    (void)worker;
    for (size_t i = 0; i < selecting->count; i++)
        if (!may_hold(&selecting->conditions[i], first / ZONE_ROWS))
            return;
    for (size_t row = first; row < last; row += 64) {
        size_t count = last - row < 64 ? last - row : 64;
        uint64_t bits = ~(uint64_t)0 >> (64 - count);
        for (size_t i = 0; bits && i < selecting->count; i++)
            bits &= bits_of(&selecting->conditions[i], row, count);
        selecting->rows.words[row / 64] = bits;
    }
}

struct row_set rows_select(size_t row_count, const struct row_condition *conditions, size_t count)
{
    struct selecting selecting = {conditions, count, row_set_none(row_count)};
    parallel_for(row_count, PART_ROWS, select_part, &selecting, NULL, NULL);
    return selecting.rows;
}

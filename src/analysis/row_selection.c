/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/row_selection.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <stdlib.h>

struct row_condition row_condition_make(const struct table *table, size_t column)
{
    struct row_condition condition = {.codes = table_codes(table, column),
                                      .code_count = table_distinct_count(table, column),
                                      .zones = table_zones(table, column)};
    condition.accepts = xcalloc(condition.code_count, sizeof *condition.accepts);
    condition.accepted = xcalloc(condition.code_count + 1, sizeof *condition.accepted);
    return condition;
}

void row_condition_finish(struct row_condition *condition)
{
    for (size_t code = 0; code < condition->code_count; code++)
        condition->accepted[code + 1] = condition->accepted[code] + condition->accepts[code];
}

void row_condition_release(struct row_condition *condition)
{
    free(condition->accepts);
    free(condition->accepted);
    *condition = (struct row_condition){0};
}

/* The rows of one word of a set that meet a condition, as bits. */
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

/* Zones count code 0 as missing. */
static bool may_hold(const struct row_condition *condition, size_t zone)
{
    if (!condition->zones || condition->accepts[0])
        return true;
    const struct zone *range = &condition->zones[zone];
    if (range->least > range->most)
        return false;
    size_t least = (size_t)range->least, most = (size_t)range->most;
    return condition->accepted[most + 1] > condition->accepted[least];
}

static void select_zone(void *context, size_t worker, size_t first, size_t last)
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
    parallel_for(row_count, ZONE_ROWS, select_zone, &selecting, NULL, NULL);
    return selecting.rows;
}

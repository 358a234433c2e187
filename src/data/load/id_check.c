/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/id_check.h"

#include <stdlib.h>

#define FIRST_SLOTS ((size_t)64)

struct id_slot {
    uint64_t hash;
    size_t line; /* 0 while free */
};

static struct id_slot *slot_of(struct id_slot *slots, size_t count, uint64_t hash)
{
    size_t at = hash & (count - 1);
    while (slots[at].line && slots[at].hash != hash)
        at = (at + 1) & (count - 1);
    return &slots[at];
}

static bool grow(struct id_table *table)
{
    size_t count = table->slot_count ? table->slot_count * 2 : FIRST_SLOTS;
    struct id_slot *slots = calloc(count, sizeof *slots);
    if (!slots)
        return false;
    for (size_t i = 0; i < table->slot_count; i++)
        if (table->slots[i].line)
            *slot_of(slots, count, table->slots[i].hash) = table->slots[i];
    free(table->slots);
    table->slots = slots;
    table->slot_count = count;
    return true;
}

bool id_check_enter(struct id_check *check, uint64_t hash, size_t line, size_t *first)
{
    struct id_table *table = &check->tables[(hash >> 32) % ID_TABLES];
    if ((table->count + 1) * 2 > table->slot_count && !grow(table))
        return false;
    struct id_slot *slot = slot_of(table->slots, table->slot_count, hash);
    *first = slot->line;
    if (slot->line)
        return true;
    *slot = (struct id_slot){hash, line};
    table->count++;
    return true;
}

void id_check_release(struct id_check *check)
{
    for (size_t i = 0; i < ID_TABLES; i++)
        free(check->tables[i].slots);
    *check = (struct id_check){0};
}

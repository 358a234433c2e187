/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/id_check.h"

#include <string.h>

#define FIRST_SLOTS ((size_t)1024)

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

static bool grow(struct id_check *check)
{
    size_t count = check->slot_count ? check->slot_count * 2 : FIRST_SLOTS;
    const struct id_slot *old = check->slots.data;
    struct large memory = {0};
    if (!large_reserve(&memory, count * sizeof(struct id_slot)))
        return false;
    struct id_slot *slots = memory.data;
    memset(slots, 0, count * sizeof *slots);
    for (size_t i = 0; i < check->slot_count; i++)
        if (old[i].line)
            *slot_of(slots, count, old[i].hash) = old[i];
    large_release(&check->slots);
    check->slots = memory;
    check->slot_count = count;
    return true;
}

bool id_check_enter(struct id_check *check, uint64_t hash, size_t line, size_t *first)
{
    if ((check->count + 1) * 2 > check->slot_count && !grow(check))
        return false;
    struct id_slot *slot = slot_of(check->slots.data, check->slot_count, hash);
    *first = slot->line;
    if (slot->line)
        return true;
    *slot = (struct id_slot){hash, line};
    check->count++;
    return true;
}

void id_check_release(struct id_check *check)
{
    large_release(&check->slots);
    *check = (struct id_check){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/mirror.h"

#include <math.h>
#include <stdlib.h>

static enum flow other_side(enum flow flow)
{
    return flow == FLOW_EXPORT ? FLOW_IMPORT : FLOW_EXPORT;
}

static bool has_mirror(const struct sum *sum)
{
    return (sum->flow == FLOW_EXPORT || sum->flow == FLOW_IMPORT) && !isnan(sum->value);
}

/* Returns NULL if both are comparable. */
static const char *reason_against(const struct sum *own, const struct sum *other)
{
    if (!own)
        return "the partner alone reports";
    if (!other)
        return "no mirror";
    if (!unit_is_comparable(own->unit, other->unit))
        return "another currency";
    if (own->has_gap || other->has_gap)
        return "months are missing";
    if (!period_is_equal(own->period, other->period))
        return "another part of the period";
    return NULL;
}

static struct mirror_entry entry_of(const struct sum *own, const struct sum *other)
{
    struct mirror_entry entry = {
        .period = own ? own->whole : other->whole,
        .flow = own ? own->flow : other_side(other->flow),
        .own = own,
        .other = other,
        .ratio = NAN,
        .reason = reason_against(own, other),
    };
    if (entry.reason)
        return entry;
    bool is_export = entry.flow == FLOW_EXPORT;
    double imported = is_export ? other->value : own->value;
    double exported = is_export ? own->value : other->value;
    if (exported > 0)
        entry.ratio = imported / exported;
    else
        entry.reason = "no exports to divide by";
    return entry;
}

static const struct sum *find(const struct series *series, struct period whole, enum flow flow)
{
    const struct sum *sum = series ? series_find(series, whole, flow) : NULL;
    return sum && has_mirror(sum) ? sum : NULL;
}

static int compare_entries(const void *left, const void *right)
{
    const struct mirror_entry *a = left, *b = right;
    int order = period_compare(a->period, b->period);
    return order ? order : (int)a->flow - (int)b->flow;
}

struct mirror mirror_make(struct arena *arena, const struct series *own, const struct series *other)
{
    struct mirror mirror = {0};
    size_t most = own->count + (other ? other->count : 0);
    mirror.entries = arena_alloc(arena, (most + 1) * sizeof *mirror.entries);
    for (size_t i = 0; i < own->count; i++) {
        const struct sum *sum = &own->sums[i];
        if (has_mirror(sum))
            mirror.entries[mirror.count++] =
                entry_of(sum, find(other, sum->whole, other_side(sum->flow)));
    }
    for (size_t i = 0; other && i < other->count; i++) {
        const struct sum *sum = &other->sums[i];
        if (has_mirror(sum) && !find(own, sum->whole, other_side(sum->flow)))
            mirror.entries[mirror.count++] = entry_of(NULL, sum);
    }
    if (mirror.count)
        qsort(mirror.entries, mirror.count, sizeof *mirror.entries, compare_entries);
    return mirror;
}

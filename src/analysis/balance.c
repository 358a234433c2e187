/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/balance.h"

#include "analysis/stated.h"

static enum agreement check_sum(const struct balance_entry *entry)
{
    if (!entry->turnover || !entry->stated_total)
        return AGREEMENT_SINGLE;
    return agreement_of_intervals(entry->turnover->range, entry->stated_total->range);
}

static struct balance_entry entry_of(struct arena *arena, const struct stated_list *stated,
                                     struct period period)
{
    struct balance_entry entry = {
        .period = period,
        .exports = stated_value(stated, period, FLOW_EXPORT),
        .imports = stated_value(stated, period, FLOW_IMPORT),
        .stated_total = stated_value(stated, period, FLOW_TOTAL),
    };
    const struct derivation *const flows[] = {entry.exports, entry.imports};
    entry.balance = derive(arena, METHOD_BALANCE, period, flows);
    if (!entry.balance)
        entry.balance = stated_value(stated, period, FLOW_BALANCE);
    entry.turnover = derive(arena, METHOD_TURNOVER, period, flows);
    entry.coverage = derive(arena, METHOD_COVERAGE, period, flows);
    entry.index = derive(arena, METHOD_IMBALANCE_INDEX, period, flows);
    entry.import_share = derive(arena, METHOD_IMPORT_SHARE, period, flows);
    entry.sum_check = check_sum(&entry);
    return entry;
}

struct balance balance_make(struct arena *arena, const struct dataset *dataset,
                            const struct country_list *countries,
                            const struct observation_list *observations, const struct pair *pair)
{
    struct stated_list stated =
        stated_list_make(arena, dataset, countries, observations, pair, NULL);
    struct balance balance = {.entries =
                                  arena_alloc(arena, stated.count * sizeof *balance.entries)};
    for (size_t i = 0; i < stated.count; i++) {
        struct period period = stated.items[i].period;
        if (i && period_is_equal(period, stated.items[i - 1].period))
            continue;
        struct balance_entry entry = entry_of(arena, &stated, period);
        if (entry.exports || entry.imports || entry.balance)
            balance.entries[balance.count++] = entry;
    }
    return balance;
}

const struct balance_entry *balance_latest(const struct balance *balance)
{
    for (size_t i = balance->count; i-- > 0;)
        if (balance->entries[i].exports && balance->entries[i].imports)
            return &balance->entries[i];
    return balance->count ? &balance->entries[balance->count - 1] : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/balance.h"

#include "analysis/claims/stated.h"

static enum agreement check_sum(const struct balance_entry *entry)
{
    if (!entry->turnover || !entry->stated_total)
        return AGREEMENT_SINGLE;
    return agreement_of_intervals(entry->turnover->range, entry->stated_total->range);
}

struct context {
    struct arena *arena;
    const struct dataset *dataset;
    const struct observation_list *observations;
    const struct stated_list *stated;
    struct balance *balance;
};

/* Derives balance, turnover and ratios from the flows. */
static void derive_entry(struct arena *arena, struct balance_entry *entry)
{
    const struct derivation *const flows[] = {entry->exports, entry->imports};
    const struct derivation *balance = derive(arena, METHOD_BALANCE, entry->period, flows);
    entry->balance = balance ? balance : entry->balance;
    entry->turnover = derive(arena, METHOD_TURNOVER, entry->period, flows);
    entry->coverage = derive(arena, METHOD_COVERAGE, entry->period, flows);
    entry->index = derive(arena, METHOD_IMBALANCE_INDEX, entry->period, flows);
    entry->import_share = derive(arena, METHOD_IMPORT_SHARE, entry->period, flows);
    entry->sum_check = check_sum(entry);
}

static struct balance_entry entry_of(const struct context *context, struct period period)
{
    struct balance_entry entry = {
        .period = period,
        .exports = stated_value(context->stated, period, FLOW_EXPORT),
        .imports = stated_value(context->stated, period, FLOW_IMPORT),
        .stated_total = stated_value(context->stated, period, FLOW_TOTAL),
        .balance = stated_value(context->stated, period, FLOW_BALANCE),
    };
    return entry;
}

/* Exports and imports stated by one source. */
struct statement {
    const struct derivation *exports, *imports;
};

static uint32_t source_of(const struct context *context, size_t row)
{
    return table_code(context->dataset->table, row, context->dataset->column[FIELD_SOURCE]);
}

/*
 * Returns the statement of the source of a claim on exports; NULLs if it does not state the
 * imports.
 */
static struct statement statement_of(const struct context *context, uint32_t row,
                                     const struct observation *imports)
{
    struct statement found = {0};
    for (size_t i = 0; i < imports->claims.count && !found.imports; i++) {
        size_t other = imports->claims.rows[i];
        if (source_of(context, other) != source_of(context, row))
            continue;
        found.exports = derive_stated(context->arena, context->dataset, row);
        found.imports = derive_stated(context->arena, context->dataset, other);
    }
    return found.exports && found.imports ? found : (struct statement){0};
}

static bool agrees(const struct derivation *a, const struct derivation *b)
{
    return agreement_of_intervals(a->range, b->range) == AGREEMENT_AGREE;
}

/* True if it agrees with one in the list, or is in another currency. */
static bool is_listed(const struct balance_entry *entries, size_t count,
                      const struct statement *statement)
{
    for (size_t i = 0; i < count; i++)
        if (!unit_is_comparable(entries[i].exports->unit, statement->exports->unit) ||
            (agrees(entries[i].exports, statement->exports) &&
             agrees(entries[i].imports, statement->imports)))
            return true;
    return false;
}

/* If a period has several entries, each names its sources. */
static void name_sources(const struct context *context)
{
    struct balance *balance = context->balance;
    bool is_split = false;
    for (size_t i = 1; i < balance->count; i++)
        is_split =
            is_split || period_is_equal(balance->entries[i - 1].period, balance->entries[i].period);
    for (size_t i = 0; is_split && i < balance->count; i++) {
        const struct derivation *any =
            balance->entries[i].exports ? balance->entries[i].exports : balance->entries[i].imports;
        if (any)
            balance->entries[i].source = dataset_text(context->dataset, any->row, FIELD_SOURCE);
    }
}

/*
 * Sources are not mixed: if any source states both flows, the first entry is that of the first such
 * source, followed by others that differ.
 */
static void add_by_source(const struct context *context, struct balance_entry *entry)
{
    struct balance *balance = context->balance;
    size_t first = balance->count;
    const struct observation *exports =
        observation_of_row(context->observations, entry->exports->row);
    const struct observation *imports =
        observation_of_row(context->observations, entry->imports->row);
    for (size_t i = 0; exports && imports && i < exports->claims.count; i++) {
        struct balance_entry next = *entry;
        struct statement found = statement_of(context, exports->claims.rows[i], imports);
        if (!found.exports || is_listed(&balance->entries[first], balance->count - first, &found))
            continue;
        next.exports = found.exports;
        next.imports = found.imports;
        if (balance->count > first)
            next.stated_total = NULL;
        balance->entries[balance->count++] = next;
    }
    if (balance->count == first)
        balance->entries[balance->count++] = *entry;
    for (size_t i = first; i < balance->count; i++)
        derive_entry(context->arena, &balance->entries[i]);
}

static size_t count_claims(const struct observation_list *observations)
{
    size_t count = 0;
    for (size_t i = 0; i < observations->count; i++)
        count += observations->items[i].claims.count;
    return count;
}

struct balance balance_make(struct arena *arena, const struct dataset *dataset,
                            const struct country_list *countries,
                            const struct observation_list *observations, const struct pair *pair)
{
    struct stated_list stated =
        stated_list_make(arena, dataset, countries, observations, pair, NULL);
    struct balance balance = {.entries =
                                  arena_alloc(arena, (stated.count + count_claims(observations)) *
                                                         sizeof *balance.entries),
                              .currency = stated.currency,
                              .foreign_count = stated.foreign_count};
    struct context context = {arena, dataset, observations, &stated, &balance};
    for (size_t i = 0; i < stated.count; i++) {
        struct period period = stated.items[i].period;
        if (i && period_is_equal(period, stated.items[i - 1].period))
            continue;
        struct balance_entry entry = entry_of(&context, period);
        if (entry.exports && entry.imports) {
            add_by_source(&context, &entry);
        } else if (entry.exports || entry.imports || entry.balance) {
            derive_entry(arena, &entry);
            balance.entries[balance.count++] = entry;
        }
    }
    name_sources(&context);
    return balance;
}

static bool has_both(const struct balance_entry *entry)
{
    return entry->exports && entry->imports;
}

#define DAYS_OF_YEAR 366

/* Returns the number behind the last entry with both flows before `end`; 0 if there is none. */
static size_t behind_last(const struct balance *balance, size_t end)
{
    while (end && !has_both(&balance->entries[end - 1]))
        end--;
    return end;
}

/* Prefers the whole year before a part of a year. */
static size_t prefer_whole_year(const struct balance *balance, size_t end)
{
    struct period part = balance->entries[end - 1].period;
    size_t before = end;
    while (before && period_is_part_of_year(balance->entries[before - 1].period))
        before = behind_last(balance, before - 1);
    return before && period_is_part_of_year(part) &&
                   part.first - balance->entries[before - 1].period.last < DAYS_OF_YEAR
               ? before
               : end;
}

const struct balance_entry *balance_latest(const struct balance *balance)
{
    size_t i = behind_last(balance, balance->count);
    if (i)
        i = prefer_whole_year(balance, i);
    while (i > 1 && has_both(&balance->entries[i - 2]) &&
           period_is_equal(balance->entries[i - 2].period, balance->entries[i - 1].period))
        i--;
    if (i)
        return &balance->entries[i - 1];
    return balance->count ? &balance->entries[balance->count - 1] : NULL;
}

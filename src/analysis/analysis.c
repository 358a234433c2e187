/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/analysis.h"

#include "base/array.h"

#include <stdlib.h>

/* The pair that is asked for, else the one with most figures, else none. */
static struct pair choose_pair(const struct dataset *dataset, const struct country_list *countries,
                               const struct row_list *rows, const struct pair *pair)
{
    if (pair && (pair->reporter.length || pair->partner.length))
        return *pair;
    size_t count;
    struct pair_count *pairs = pairs_list(dataset, countries, rows, &count);
    struct pair best = count ? pairs[0].pair : (struct pair){{"", 0}, {"", 0}};
    free(pairs);
    return best;
}

void analysis_make(struct analysis *analysis, const struct dataset *dataset,
                   const struct country_list *countries, const struct row_list *rows,
                   const struct pair *pair)
{
    *analysis = (struct analysis){
        .pair = choose_pair(dataset, countries, rows, pair),
        .observations = observation_list_make(dataset, countries, rows),
    };
    analysis->balance = balance_make(&analysis->arena, dataset, countries, &analysis->observations,
                                     &analysis->pair);
    analysis->path =
        path_make(&analysis->arena, dataset, countries, &analysis->observations, &analysis->pair);
    analysis->verdict = verdict_make(&analysis->arena, &analysis->path);
}

const struct audit *analysis_audit(struct analysis *analysis, const struct dataset *dataset,
                                   const struct country_list *countries)
{
    if (!analysis->is_audited)
        analysis->audit = audit_make(&analysis->arena, dataset, countries, &analysis->observations);
    analysis->is_audited = true;
    return &analysis->audit;
}

void analysis_release(struct analysis *analysis)
{
    audit_release(&analysis->audit);
    observation_list_release(&analysis->observations);
    arena_release(&analysis->arena);
    *analysis = (struct analysis){0};
}

static void add_number(struct number_index *index, const struct derivation *number)
{
    if (!number)
        return;
    for (size_t i = 0; i < index->count; i++)
        if (index->items[i] == number ||
            (number->row != NO_ROW && index->items[i]->row == number->row))
            return;
    ARRAY_RESERVE(index->items, index->count + 1, index->capacity);
    index->items[index->count++] = number;
}

static void add_balance(struct number_index *index, const struct balance_entry *entry)
{
    const struct derivation *const numbers[] = {
        entry->exports,  entry->imports, entry->balance,      entry->turnover,
        entry->coverage, entry->index,   entry->import_share, entry->stated_total,
    };
    for (size_t i = 0; i < ARRAY_LENGTH(numbers); i++)
        add_number(index, numbers[i]);
}

static void add_verdict(struct number_index *index, const struct verdict_reading *reading)
{
    add_number(index, reading->linear);
    if (!reading->chosen)
        return;
    const struct derivation *const numbers[] = {
        reading->chosen->observed, reading->chosen->required, reading->chosen->ratio,
        reading->chosen->ahead,    reading->chosen->un_ratio, reading->break_share,
    };
    for (size_t i = 0; i < ARRAY_LENGTH(numbers); i++)
        add_number(index, numbers[i]);
}

struct number_index number_index_make(const struct analysis *analysis)
{
    struct number_index index = {0};
    const struct path *path = &analysis->path;
    for (size_t i = 0; i < analysis->balance.count; i++)
        add_balance(&index, &analysis->balance.entries[i]);
    add_number(&index, path->target);
    for (size_t i = 0; i < path->reading_count; i++)
        add_number(&index, path->readings[i].required);
    for (size_t i = 0; i < analysis->verdict.reading_count; i++)
        add_verdict(&index, &analysis->verdict.readings[i]);
    add_number(&index, path->last_growth);
    for (size_t i = 0; i < path->count; i++)
        add_number(&index, path->points[i].value);
    return index;
}

void number_index_release(struct number_index *index)
{
    free(index->items);
    *index = (struct number_index){0};
}

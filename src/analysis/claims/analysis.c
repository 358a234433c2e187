/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/analysis.h"

#include "analysis/claims/observation.h"
#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>

enum analysis_part {
    PART_PAIR = 1,
    PART_PAIR_OBSERVATIONS = 2,
    PART_BALANCE = 4,
    PART_PATH = 8,
    PART_VERDICT = 16,
    PART_OBSERVATIONS = 32,
    PART_AUDIT = 64,
};

struct analysis {
    const struct dataset *dataset;
    const struct country_list *countries;
    const struct row_set *rows;
    unsigned made; /* bits of enum analysis_part */
    struct arena arena;
    struct pair pair;
    struct observation_list of_pair; /* all goods, or the product of the pair */
    struct balance balance;
    struct path path;
    struct verdict verdict;
    struct observation_list observations;
    struct audit audit;
    struct observation last; /* the last one requested by row */
    struct row_list last_rows;
    size_t last_row; /* NO_ROW if there is none */
    int32_t today;   /* 0 if unknown */
};

static struct text keep_text(struct arena *arena, struct text text)
{
    return (struct text){arena_copy(arena, text.length ? text.data : "", text.length), text.length};
}

/* Copies the words, which may belong to choices that change during the life of the analysis. */
static struct pair keep_pair(struct arena *arena, const struct pair *pair)
{
    return (struct pair){keep_text(arena, pair->reporter), keep_text(arena, pair->partner),
                         keep_text(arena, pair->product)};
}

struct analysis *analysis_new(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_set *rows, const struct pair *pair)
{
    struct analysis *analysis = xcalloc(1, sizeof *analysis);
    *analysis = (struct analysis){
        .dataset = dataset, .countries = countries, .rows = rows, .last_row = NO_ROW};
    if (pair)
        analysis->pair = keep_pair(&analysis->arena, pair);
    if (pair && (pair->reporter.length || pair->partner.length))
        analysis->made = PART_PAIR;
    return analysis;
}

void analysis_set_today(struct analysis *analysis, int32_t today)
{
    analysis->today = today;
}

void analysis_free(struct analysis *analysis)
{
    if (!analysis)
        return;
    audit_release(&analysis->audit);
    observation_list_release(&analysis->of_pair);
    observation_list_release(&analysis->observations);
    row_list_release(&analysis->last_rows);
    arena_release(&analysis->arena);
    free(analysis);
}

struct arena *analysis_arena(struct analysis *analysis)
{
    return &analysis->arena;
}

/* True on the first request of a part. */
static bool is_wanted_first(struct analysis *analysis, enum analysis_part part)
{
    bool is_first = !(analysis->made & part);
    analysis->made |= part;
    return is_first;
}

const struct pair *analysis_pair(struct analysis *analysis)
{
    if (is_wanted_first(analysis, PART_PAIR)) {
        size_t count;
        struct pair_count *pairs =
            pairs_list(analysis->dataset, analysis->countries, analysis->rows, &count);
        struct text product = analysis->pair.product;
        analysis->pair = count ? pairs[0].pair : (struct pair){{"", 0}, {"", 0}, {"", 0}};
        analysis->pair.product = product;
        free(pairs);
    }
    return &analysis->pair;
}

static bool try_observations_of_pair(struct analysis *analysis, const struct effort *effort)
{
    if (analysis->made & PART_PAIR_OBSERVATIONS)
        return true;
    struct row_set rows =
        pair_rows(analysis_pair(analysis), analysis->dataset, analysis->countries, analysis->rows);
    bool is_done = observation_list_try(&analysis->of_pair, analysis->dataset, analysis->countries,
                                        &rows, effort);
    row_set_release(&rows);
    if (is_done)
        analysis->made |= PART_PAIR_OBSERVATIONS;
    return is_done;
}

static const struct observation_list *observations_of_pair(struct analysis *analysis)
{
    try_observations_of_pair(analysis, NULL);
    return &analysis->of_pair;
}

const struct balance *analysis_balance(struct analysis *analysis)
{
    if (is_wanted_first(analysis, PART_BALANCE))
        analysis->balance = balance_make(&analysis->arena, analysis->dataset, analysis->countries,
                                         observations_of_pair(analysis), analysis_pair(analysis));
    return &analysis->balance;
}

bool analysis_try_balance(struct analysis *analysis, const struct effort *effort)
{
    bool is_done = try_observations_of_pair(analysis, effort) && !(effort_is_cancelled(effort));
    if (is_done)
        analysis_balance(analysis);
    return is_done;
}

const struct path *analysis_path(struct analysis *analysis)
{
    if (is_wanted_first(analysis, PART_PATH))
        analysis->path = path_make(&analysis->arena, analysis->dataset, analysis->countries,
                                   observations_of_pair(analysis), analysis_pair(analysis));
    return &analysis->path;
}

const struct verdict *analysis_verdict(struct analysis *analysis)
{
    if (is_wanted_first(analysis, PART_VERDICT))
        analysis->verdict =
            verdict_make(&analysis->arena, analysis_path(analysis), analysis->today);
    return &analysis->verdict;
}

bool analysis_has_observations(const struct analysis *analysis)
{
    return analysis->made & PART_OBSERVATIONS;
}

const struct observation_list *analysis_try_observations(struct analysis *analysis,
                                                         const struct effort *effort)
{
    if (!(analysis->made & PART_OBSERVATIONS) &&
        !observation_list_try(&analysis->observations, analysis->dataset, analysis->countries,
                              analysis->rows, effort))
        return NULL;
    analysis->made |= PART_OBSERVATIONS;
    return &analysis->observations;
}

const struct observation_list *analysis_observations(struct analysis *analysis)
{
    return analysis_try_observations(analysis, NULL);
}

const struct audit *analysis_audit(struct analysis *analysis)
{
    if (is_wanted_first(analysis, PART_AUDIT))
        analysis->audit = audit_make(&analysis->arena, analysis->dataset, analysis->countries,
                                     analysis_observations(analysis));
    return &analysis->audit;
}

const struct observation *analysis_observation(struct analysis *analysis, size_t row)
{
    const struct observation *found = observation_of_row(&analysis->of_pair, row);
    if (analysis->made & PART_OBSERVATIONS)
        found = observation_of_row(&analysis->observations, row);
    if (found || analysis->made & PART_OBSERVATIONS)
        return found;
    if (row != analysis->last_row) {
        row_list_release(&analysis->last_rows);
        analysis->last_rows =
            observation_rows(analysis->dataset, analysis->countries, analysis->rows, row);
        struct row_span claims = {analysis->last_rows.rows, analysis->last_rows.count};
        analysis->last = claims.count ? observation_of_claims(analysis->dataset, claims)
                                      : (struct observation){0};
        analysis->last_row = row;
    }
    return analysis->last.claims.count ? &analysis->last : NULL;
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

struct number_index number_index_make(struct analysis *analysis)
{
    struct number_index index = {0};
    const struct balance *balance = analysis_balance(analysis);
    const struct path *path = analysis_path(analysis);
    const struct verdict *verdict = analysis_verdict(analysis);
    for (size_t i = 0; i < balance->count; i++)
        add_balance(&index, &balance->entries[i]);
    add_number(&index, path->target);
    for (size_t i = 0; i < path->reading_count; i++)
        add_number(&index, path->readings[i].required);
    for (size_t i = 0; i < verdict->reading_count; i++)
        add_verdict(&index, &verdict->readings[i]);
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

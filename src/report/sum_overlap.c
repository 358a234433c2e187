/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/sum_overlap.h"

#include "base/array.h"
#include "base/paths.h"

#include <stdlib.h>
#include <string.h>

#define NO_OWNER UINT32_MAX

enum { REPORTER, FLOW, PERIOD, PARTNER, KEYS };

void sum_overlap_init(struct sum_overlap *overlap, const char *option,
                      const struct country_list *countries)
{
    *overlap = (struct sum_overlap){.option = option, .countries = countries};
    overlap->pairs.index.width = KEYS;
    overlap->worlds.index.width = overlap->any.index.width = PARTNER;
    dictionary_init(&overlap->places);
    dictionary_init(&overlap->flows);
    dictionary_init(&overlap->periods);
}

static struct text place_of(const struct sum_overlap *overlap, struct text word)
{
    word = text_trim(word);
    int country = overlap->countries && word.length ? country_find(overlap->countries, word) : -1;
    return country >= 0 ? text_of(country_name(overlap->countries, country)) : word;
}

static uint32_t number_of(struct dictionary *words, struct text word)
{
    uint32_t number = dictionary_find(words, word);
    return number == NO_CODE ? dictionary_add(words, word) : number;
}

static struct sum_key key_of(struct sum_overlap *overlap, const struct dataset *dataset,
                             enum field field, struct dictionary *words)
{
    const struct table *table = dataset->table;
    size_t column = dataset->column[field];
    struct sum_key key = {.codes = table_codes(table, column),
                          .code_count = table_distinct_count(table, column)};
    key.groups = xcalloc(key.code_count, sizeof *key.groups);
    for (uint32_t code = 0; code < key.code_count; code++) {
        struct text word = text_trim(table_distinct(table, column, code));
        key.groups[code] =
            number_of(words, words == &overlap->places ? place_of(overlap, word) : word);
    }
    key.group_count = dictionary_count(words);
    return key;
}

/* Returns the file that owns the key; this one if the key is new. */
static uint32_t owner_of(struct stated_trades *stated, const uint32_t *key, uint32_t file)
{
    size_t known = stated->index.count, number = tuple_index_number(&stated->index, key);
    ARRAY_RESERVE(stated->owners, number + 1, stated->capacity);
    if (number == known)
        stated->owners[number] = file;
    return stated->owners[number];
}

static bool is_world(const struct sum_overlap *overlap, uint32_t place)
{
    struct text word = dictionary_word(&overlap->places, place);
    int country = overlap->countries && word.length ? country_find(overlap->countries, word) : -1;
    return !word.length || text_is_word(word, "World") ||
           (country >= 0 && country_is_world(overlap->countries, country));
}

/* Returns an earlier file that states the same; `file` if there is none. */
static uint32_t find_other(struct sum_overlap *overlap, const uint32_t key[KEYS], uint32_t file)
{
    bool is_whole = is_world(overlap, key[PARTNER]);
    uint32_t other = owner_of(&overlap->pairs, key, file);
    uint32_t any = owner_of(&overlap->any, key, file);
    if (is_whole && other == file)
        other = any;
    uint32_t world = owner_of(&overlap->worlds, key, NO_OWNER);
    if (is_whole)
        overlap->worlds.owners[tuple_index_number(&overlap->worlds.index, key)] = file;
    else if (other == file && world != NO_OWNER)
        other = world;
    return other;
}

static bool refuse(const struct sum_overlap *overlap, const uint32_t key[KEYS], uint32_t other,
                   struct error *error)
{
    struct buffer trade = {0};
    const struct dictionary *const words[] = {&overlap->places, &overlap->flows, &overlap->periods,
                                              &overlap->places};
    static const enum { A = REPORTER, B = PARTNER, C = FLOW, D = PERIOD } order[] = {A, B, C, D};
    for (size_t i = 0; i < ARRAY_LENGTH(order); i++) {
        struct text word = dictionary_word(words[order[i]], key[order[i]]);
        buffer_puts(&trade, i ? ", " : "");
        text_make_visible(&trade, word.length ? word : text_of("all"), true);
    }
    struct text first = path_stem(overlap->files[other]->path);
    bool is_sum = strcmp(overlap->option, "--sum") == 0;
    error_set_misuse(
        error,
        "%s: %s and %s both state %s: a sum over both counts it twice; open one of them, "
        "choose one with -f source:%.*s%s",
        overlap->option, path_name(overlap->files[other]->path),
        path_name(overlap->files[overlap->file_count - 1]->path), trade.data, (int)first.length,
        first.data, is_sum ? ", or add all rows with --all-rows" : "");
    buffer_release(&trade);
    return false;
}

static bool add_rows(struct sum_overlap *overlap, const struct dataset *dataset,
                     const struct row_set *rows, bool is_turned, struct error *error)
{
    struct sum_plan plan = {.row_count = table_row_count(dataset->table), .rows = rows};
    struct row_sums sums;
    uint32_t file = (uint32_t)overlap->file_count - 1;
    bool is_apart = true;
    plan.keys[REPORTER] =
        key_of(overlap, dataset, is_turned ? FIELD_PARTNER : FIELD_REPORTER, &overlap->places);
    plan.keys[FLOW] = key_of(overlap, dataset, FIELD_FLOW, &overlap->flows);
    plan.keys[PERIOD] = key_of(overlap, dataset, FIELD_PERIOD, &overlap->periods);
    plan.keys[PARTNER] =
        key_of(overlap, dataset, is_turned ? FIELD_REPORTER : FIELD_PARTNER, &overlap->places);
    plan.keys[REPORTER].group_count = plan.keys[PARTNER].group_count;
    plan.key_count = KEYS;
    row_sums_make(&sums, &plan, NULL, NULL);
    for (size_t i = 0; i < sums.count && is_apart; i++) {
        const uint32_t *key = sums.items[i].groups;
        uint32_t other = key[REPORTER] ? find_other(overlap, key, file) : file;
        is_apart = other == file || refuse(overlap, key, other, error);
    }
    row_sums_release(&sums);
    sum_plan_release(&plan);
    return is_apart;
}

bool sum_overlap_add(struct sum_overlap *overlap, const struct dataset *dataset,
                     const struct line_rows *rows, struct error *error)
{
    if (dataset->form == FORM_PLAIN)
        return true;
    ARRAY_RESERVE(overlap->files, overlap->file_count + 1, overlap->file_capacity);
    overlap->files[overlap->file_count++] = dataset;
    for (int side = 0; side < SIDE_COUNT; side++)
        if (rows->rows[side].words &&
            !add_rows(overlap, dataset, &rows->rows[side], side == SIDE_TURNED, error))
            return false;
    return true;
}

static void release(struct stated_trades *stated)
{
    tuple_index_release(&stated->index);
    free(stated->owners);
}

void sum_overlap_release(struct sum_overlap *overlap)
{
    release(&overlap->pairs);
    release(&overlap->worlds);
    release(&overlap->any);
    dictionary_release(&overlap->places);
    dictionary_release(&overlap->flows);
    dictionary_release(&overlap->periods);
    free(overlap->files);
    *overlap = (struct sum_overlap){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts are compared once per distinct text, and become ranks. */
#include "config.h"

#include "query/rows/row_order.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "query/rows/row_sum.h"
#include "data/table/dictionary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct word {
    uint64_t start; /* the first bytes of the folded text, as a number that sorts like them */
    struct text folded;
    uint32_t code;
};

static int compare_folded(const struct word *a, const struct word *b)
{
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return text_compare(a->folded, b->folded);
}

static int compare_words(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    int order = compare_folded(a, b);
    return order ? order : (a->code > b->code) - (a->code < b->code);
}

static struct word word_of(struct arena *arena, struct text text, uint32_t code)
{
    struct buffer folded = {0};
    text_fold(&folded, text);
    struct word word = {.folded = {arena_copy(arena, folded.data, folded.length), folded.length},
                        .code = code};
    buffer_release(&folded);
    for (size_t i = 0; i < sizeof word.start; i++)
        word.start =
            word.start << 8 | (i < word.folded.length ? (unsigned char)word.folded.data[i] : 0);
    return word;
}

/* Words with equal folded texts have equal ranks. The empty text counts as missing. */
static uint32_t *rank_words(struct word *words, size_t count)
{
    uint32_t *ranks = xreallocarray(NULL, count, sizeof *ranks), rank = 0;
    if (count)
        qsort(words, count, sizeof *words, compare_words);
    for (size_t i = 0; i < count; i++) {
        rank += i && compare_folded(&words[i], &words[i - 1]) != 0;
        ranks[words[i].code] = words[i].folded.length ? rank : RANK_MISSING;
    }
    return ranks;
}

/* Texts without a dictionary are ranked row by row. */
static struct row_keys keys_of_texts(const struct table *table, size_t column)
{
    struct row_keys keys = {.is_rank_of_row = !table_is_coded(table, column)};
    size_t count =
        keys.is_rank_of_row ? table_row_count(table) : table_distinct_count(table, column);
    struct word *words = xreallocarray(NULL, count, sizeof *words);
    struct arena arena = {0};
    for (size_t i = 0; i < count; i++)
        words[i] = word_of(&arena,
                           keys.is_rank_of_row ? table_text(table, i, column)
                                               : table_distinct(table, column, (uint32_t)i),
                           (uint32_t)i);
    keys.ranks = rank_words(words, count);
    if (!keys.is_rank_of_row)
        keys.codes = table_codes(table, column);
    arena_release(&arena);
    free(words);
    return keys;
}

struct period_of_code {
    struct period period;
    uint32_t code;
};

/* Compares the last day, then the first. */
static int compare_days(const struct period_of_code *a, const struct period_of_code *b)
{
    if (a->period.last != b->period.last)
        return a->period.last < b->period.last ? -1 : 1;
    return (a->period.first > b->period.first) - (a->period.first < b->period.first);
}

static int compare_periods(const void *left, const void *right)
{
    return compare_days(left, right);
}

static struct row_keys keys_of_periods(const struct table *table, size_t column)
{
    size_t count = table_distinct_count(table, column), known = 0;
    struct row_keys keys = {.codes = table_codes(table, column)};
    struct period_of_code *periods = xcalloc(count, sizeof *periods);
    keys.ranks = xreallocarray(NULL, count, sizeof *keys.ranks);
    for (uint32_t code = 0; code < count; code++) {
        keys.ranks[code] = RANK_MISSING;
        periods[known].code = code;
        known += period_parse(table_distinct(table, column, code), &periods[known].period);
    }
    qsort(periods, known, sizeof *periods, compare_periods);
    uint32_t rank = 0;
    for (size_t i = 0; i < known; i++) {
        rank += i && compare_days(&periods[i], &periods[i - 1]) != 0;
        keys.ranks[periods[i].code] = rank;
    }
    free(periods);
    return keys;
}

static int compare_units(const struct unit *a, const struct unit *b)
{
    if (a->dimension != b->dimension)
        return a->dimension < b->dimension ? -1 : 1;
    return strcmp(a->currency, b->currency);
}

/* Returns the number of units that sort before this one. There are few. */
static uint32_t rank_of_unit(const struct unit *units, size_t count, size_t code)
{
    uint32_t rank = 0;
    for (size_t i = 0; i < count; i++)
        rank += compare_units(&units[i], &units[code]) < 0;
    return rank;
}

/* Different units are separated; within one, amounts are compared. */
static struct row_keys keys_of_values(const struct dataset *dataset)
{
    const struct table *table = dataset->table;
    size_t column = dataset->column[FIELD_UNIT], count = table_distinct_count(table, column);
    struct row_keys keys = {.codes = table_codes(table, column),
                            .numbers = table_numbers(table, dataset->column[FIELD_VALUE])};
    struct unit *units = xcalloc(count, sizeof *units);
    keys.ranks = xreallocarray(NULL, count, sizeof *keys.ranks);
    keys.factors = xreallocarray(NULL, count, sizeof *keys.factors);
    for (uint32_t code = 0; code < count; code++) {
        bool is_unit = unit_parse(table_distinct(table, column, code), &units[code]);
        keys.factors[code] = is_unit ? units[code].scale : 1;
    }
    for (size_t code = 0; code < count; code++)
        keys.ranks[code] = rank_of_unit(units, count, code);
    free(units);
    return keys;
}

struct row_keys row_keys_of_column(const struct dataset *dataset, size_t column)
{
    if (table_column_type(dataset->table, column) == COLUMN_NUMBER &&
        !table_has_numbers(dataset->table, column))
        return (struct row_keys){0};
    if (column == dataset->column[FIELD_VALUE])
        return keys_of_values(dataset);
    switch (table_column_type(dataset->table, column)) {
    case COLUMN_NUMBER:
        return (struct row_keys){.numbers = table_numbers(dataset->table, column)};
    case COLUMN_PERIOD:
        return keys_of_periods(dataset->table, column);
    default:
        return keys_of_texts(dataset->table, column);
    }
}

struct row_keys row_keys_of_numbers(double *numbers)
{
    return (struct row_keys){.numbers = numbers, .owned_numbers = numbers};
}

void row_keys_release(struct row_keys *keys)
{
    free(keys->ranks);
    free(keys->factors);
    free(keys->owned_numbers);
    *keys = (struct row_keys){0};
}

struct sum_key sum_key_of_column(const struct table *table, size_t column)
{
    struct sum_key key = {.code_count = table_distinct_count(table, column)};
    struct dictionary words;
    uint32_t *first = xcalloc(key.code_count + 1, sizeof *first); /* first code of each word */
    dictionary_init(&words);
    key.codes = table_codes(table, column);
    key.group_count = key.code_count;
    key.groups = xreallocarray(NULL, key.code_count, sizeof *key.groups);
    for (uint32_t code = 0; code < key.code_count; code++) {
        struct text text = table_distinct(table, column, code);
        uint32_t word = dictionary_find(&words, text);
        if (word == NO_CODE) {
            word = dictionary_add(&words, text);
            first[word] = code;
        }
        key.groups[code] = word == 0 ? 0 : first[word];
    }
    dictionary_release(&words);
    free(first);
    return key;
}

void sum_key_release(struct sum_key *key)
{
    free(key->groups);
    *key = (struct sum_key){0};
}

void sum_plan_release(struct sum_plan *plan)
{
    for (size_t key = 0; key < plan->key_count; key++)
        sum_key_release(&plan->keys[key]);
    *plan = (struct sum_plan){0};
}

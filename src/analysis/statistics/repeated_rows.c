/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows that stand twice. A copy, alike in all cells, comes from joining files and is left out. A
 * row that differs from another in its numbers alone is a revision of it, or the next of several
 * deliveries: nothing in the file tells which, so it is added and said.
 */
#include "config.h"

#include "analysis/statistics/partition_rules.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum repeat { ROW_NEW, ROW_COPY, ROW_RESTATED };

struct finder {
    const struct statistic *statistic;
    const struct table *table;
    const struct part *parts; /* what is numbered by an id; NULL where ids are rows */
    struct codes *codes;      /* owned: of the columns that have some and are no numbers */
    const double **numbers;   /* owned: of the columns of numbers */
    size_t code_count, number_count, slot_count;
    uint32_t *slots; /* owned: the id + 1 of the first row of each key, 0 while free */
    /* By all cells, those whose key was known. */
    struct tuple_index repeats;
    uint32_t *repeated; /* owned: an id for each */
    size_t capacity;
};

#define SLOT_OF(hash, slot_count) ((size_t)((hash) >> 20) & ((slot_count)-1))

/* What a row means by its words: of one word in several spellings there is one number. */
#define MEANINGS 5
static uint32_t meaning(const struct statistic *statistic, size_t row, size_t i)
{
    const struct term_column *const columns[MEANINGS] = {&statistic->reporters,
                                                         &statistic->partners, &statistic->products,
                                                         &statistic->periods, &statistic->flows};
    return term_at(columns[i], row);
}

/* True if the words of the column are compared by what they mean. */
static bool is_origin(const struct mapping *mapping, size_t column)
{
    for (size_t i = 0; i < mapping->column_count; i++)
        if (mapping->columns[i].origin == ORIGIN_TRANSLATED &&
            mapping->columns[i].from[0] == column)
            return true;
    return false;
}

static struct finder finder_make(const struct statistic *statistic, const struct part *parts,
                                 size_t count)
{
    const struct table *table = statistic->dataset->table;
    const struct mapping *mapping = &statistic->dataset->mapping;
    size_t columns = table_column_count(table);
    struct finder finder = {
        .statistic = statistic, .table = table, .parts = parts, .slot_count = 64};
    finder.codes = xcalloc(columns + 1, sizeof *finder.codes);
    finder.numbers = xcalloc(columns + 1, sizeof *finder.numbers);
    for (size_t column = 0; column < columns; column++) {
        bool is_translated =
            column < mapping->column_count && mapping->columns[column].origin == ORIGIN_TRANSLATED;
        if (is_translated || is_origin(mapping, column))
            continue;
        if (table_column_type(table, column) == COLUMN_NUMBER)
            finder.numbers[finder.number_count++] = table_numbers(table, column);
        else if (table_is_coded(table, column) && table_codes(table, column).width)
            finder.codes[finder.code_count++] = table_codes(table, column);
    }
    while (finder.slot_count < 2 * count)
        finder.slot_count *= 2;
    finder.slots = xcalloc(finder.slot_count, sizeof *finder.slots);
    finder.repeats.width = 2;
    return finder;
}

static void finder_release(struct finder *finder)
{
    free(finder->codes);
    free(finder->numbers);
    free(finder->slots);
    free(finder->repeated);
    tuple_index_release(&finder->repeats);
}

static size_t row_of(const struct finder *finder, uint32_t id)
{
    return finder->parts ? finder->parts[id].row : id;
}

/* Both sides of a reconciled row are looked at. */
static unsigned flow_of(const struct finder *finder, uint32_t id)
{
    return finder->parts ? finder->parts[id].flow : 0;
}

static uint64_t hash_key(const struct finder *finder, uint32_t id)
{
    size_t row = row_of(finder, id);
    uint64_t hash = hash_mix(HASH_START, flow_of(finder, id));
    for (size_t i = 0; i < MEANINGS; i++)
        hash = hash_mix(hash, meaning(finder->statistic, row, i));
    for (size_t i = 0; i < finder->code_count; i++)
        hash = hash_mix(hash, codes_at(finder->codes[i], row));
    return hash;
}

static uint64_t hash_numbers(const struct finder *finder, uint32_t id, uint64_t hash)
{
    uint64_t bits;
    for (size_t i = 0; i < finder->number_count; i++) {
        memcpy(&bits, &finder->numbers[i][row_of(finder, id)], sizeof bits);
        hash = hash_mix(hash, bits);
    }
    return hash;
}

static bool has_same_key(const struct finder *finder, uint32_t a, uint32_t b)
{
    if (flow_of(finder, a) != flow_of(finder, b))
        return false;
    for (size_t i = 0; i < MEANINGS; i++)
        if (meaning(finder->statistic, row_of(finder, a), i) !=
            meaning(finder->statistic, row_of(finder, b), i))
            return false;
    for (size_t i = 0; i < finder->code_count; i++)
        if (codes_at(finder->codes[i], row_of(finder, a)) !=
            codes_at(finder->codes[i], row_of(finder, b)))
            return false;
    return true;
}

static bool has_same_numbers(const struct finder *finder, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < finder->number_count; i++)
        if (memcmp(&finder->numbers[i][row_of(finder, a)], &finder->numbers[i][row_of(finder, b)],
                   sizeof **finder->numbers) != 0)
            return false;
    return true;
}

/* As they are written, digits included; `with_numbers`, or without the columns of numbers. */
static bool has_same_cells(const struct finder *finder, uint32_t a, uint32_t b, bool with_numbers)
{
    struct buffer left = {0}, right = {0};
    bool is_same = true;
    for (size_t column = 0; is_same && column < table_column_count(finder->table); column++) {
        if (is_origin(&finder->statistic->dataset->mapping, column))
            continue;
        if (!with_numbers && table_column_type(finder->table, column) == COLUMN_NUMBER)
            continue;
        buffer_truncate(&left, 0);
        buffer_truncate(&right, 0);
        table_write(finder->table, row_of(finder, a), column, &left);
        table_write(finder->table, row_of(finder, b), column, &right);
        is_same = text_is_equal(buffer_text(&left), buffer_text(&right));
    }
    buffer_release(&left);
    buffer_release(&right);
    return is_same;
}

static bool is_copy(const struct finder *finder, uint32_t a, uint32_t b)
{
    return has_same_numbers(finder, a, b) && has_same_cells(finder, a, b, true);
}

/* The key of `id` is that of `first`. */
static enum repeat judge(struct finder *finder, uint32_t first, uint32_t id, uint64_t hash)
{
    if (is_copy(finder, first, id))
        return ROW_COPY;
    hash = hash_numbers(finder, id, hash);
    const uint32_t key[] = {(uint32_t)hash, (uint32_t)(hash >> 32)};
    size_t known = finder->repeats.count, number = tuple_index_number(&finder->repeats, key);
    if (number < known && is_copy(finder, finder->repeated[number], id))
        return ROW_COPY;
    if (number == known) {
        ARRAY_RESERVE(finder->repeated, known + 1, finder->capacity);
        finder->repeated[known] = id;
    }
    return has_same_cells(finder, first, id, false) ? ROW_RESTATED : ROW_NEW;
}

static enum repeat meet(struct finder *finder, uint32_t id)
{
    uint64_t hash = hash_key(finder, id);
    size_t at = SLOT_OF(hash, finder->slot_count);
    for (; finder->slots[at]; at = (at + 1) & (finder->slot_count - 1))
        if (has_same_key(finder, finder->slots[at] - 1, id))
            return judge(finder, finder->slots[at] - 1, id, hash);
    finder->slots[at] = id + 1;
    return ROW_NEW;
}

struct repeated_rows drop_duplicate_rows(const struct statistic *statistic, struct row_set *rows)
{
    struct finder finder = finder_make(statistic, NULL, row_set_count(rows));
    struct repeated_rows counts = {0};
    for (size_t i = 0; i < row_set_word_count(rows); i++) {
        for (uint64_t bits = rows->words[i]; bits; bits &= bits - 1) {
            enum repeat repeat = meet(&finder, (uint32_t)(i * 64 + (size_t)__builtin_ctzll(bits)));
            counts.restated += repeat == ROW_RESTATED;
            if (repeat != ROW_COPY)
                continue;
            rows->words[i] &= ~(bits & -bits);
            counts.copies++;
        }
    }
    finder_release(&finder);
    return counts;
}

void drop_duplicates(struct partition *partition, const struct statistic *statistic)
{
    struct finder finder = finder_make(statistic, partition->parts, partition->count);
    for (size_t i = 0; i < partition->count; i++) {
        struct part *part = &partition->parts[i];
        enum repeat repeat = part->fate == FATE_ADDED ? meet(&finder, (uint32_t)i) : ROW_NEW;
        if (repeat == ROW_COPY)
            part->fate = FATE_DUPLICATE;
        part->is_restated = repeat == ROW_RESTATED;
    }
    finder_release(&finder);
}

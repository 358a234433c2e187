/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/rows/row_set.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static size_t size_of(const struct row_set *set)
{
    return row_set_word_count(set) * sizeof *set->words;
}

static struct row_set make(size_t row_count)
{
    struct row_set set = {.row_count = row_count};
    set.words = xreallocarray(NULL, row_set_word_count(&set), sizeof *set.words);
    return set;
}

struct row_set row_set_none(size_t row_count)
{
    struct row_set set = make(row_count);
    memset(set.words, 0, size_of(&set));
    return set;
}

static void clear_behind_last(struct row_set *set)
{
    if (set->row_count % 64)
        set->words[set->row_count / 64] &= ((uint64_t)1 << set->row_count % 64) - 1;
}

struct row_set row_set_all(size_t row_count)
{
    struct row_set set = make(row_count);
    memset(set.words, UINT8_MAX, size_of(&set));
    clear_behind_last(&set);
    return set;
}

struct row_set row_set_copy(const struct row_set *set)
{
    struct row_set copy = make(set->row_count);
    if (set->row_count)
        memcpy(copy.words, set->words, size_of(set));
    return copy;
}

void row_set_release(struct row_set *set)
{
    free(set->words);
    *set = (struct row_set){0};
}

/* Returns the bits from `first` up to, not including, `last`. */
static uint64_t bits_of_range(size_t first, size_t last)
{
    uint64_t below = last < 64 ? ((uint64_t)1 << last) - 1 : ~(uint64_t)0;
    return below & ~(uint64_t)0 << first;
}

void row_set_add_range(struct row_set *set, size_t first, size_t last)
{
    for (size_t word = first / 64; word * 64 < last; word++) {
        size_t start = word * 64;
        set->words[word] |=
            bits_of_range(first > start ? first - start : 0, last - start < 64 ? last - start : 64);
    }
}

void row_set_intersect(struct row_set *set, const struct row_set *other)
{
    for (size_t i = 0; i < row_set_word_count(set); i++)
        set->words[i] &= other->words[i];
}

void row_set_unite(struct row_set *set, const struct row_set *other)
{
    for (size_t i = 0; i < row_set_word_count(set); i++)
        set->words[i] |= other->words[i];
}

void row_set_subtract(struct row_set *set, const struct row_set *other)
{
    for (size_t i = 0; i < row_set_word_count(set); i++)
        set->words[i] &= ~other->words[i];
}

bool row_set_words_have_rows(const uint64_t *words, size_t count)
{
    size_t i = 0;
    for (; i + ROW_SET_GROUP <= count; i += ROW_SET_GROUP)
        if (row_set_group_has_rows(words + i))
            return true;
    for (; i < count; i++)
        if (words[i])
            return true;
    return false;
}

bool row_set_is_empty(const struct row_set *set)
{
    return !row_set_words_have_rows(set->words, row_set_word_count(set));
}

size_t row_set_next(const struct row_set *set, size_t row)
{
    if (row >= set->row_count)
        return set->row_count;
    size_t word = row / 64, words = row_set_word_count(set);
    uint64_t bits = set->words[word] & ~(uint64_t)0 << row % 64;
    while (!bits && ++word < words)
        bits = set->words[word];
    return bits ? word * 64 + (size_t)__builtin_ctzll(bits) : set->row_count;
}

size_t row_set_previous(const struct row_set *set, size_t row)
{
    row = row < set->row_count ? row : set->row_count;
    while (row > 0 && !row_set_contains(set, row - 1))
        row--;
    return row > 0 ? row - 1 : set->row_count;
}

void row_set_resize(struct row_set *set, size_t row_count)
{
    struct row_set resized = row_set_none(row_count);
    size_t kept = row_count < set->row_count ? row_count : set->row_count;
    if (kept)
        memcpy(resized.words, set->words, (kept + 63) / 64 * sizeof *set->words);
    clear_behind_last(&resized);
    row_set_release(set);
    *set = resized;
}

void row_set_cut(struct row_set *set, size_t row_count)
{
    if (set->row_count > row_count)
        row_set_resize(set, row_count);
}

size_t row_set_count(const struct row_set *set)
{
    size_t count = 0;
    for (size_t i = 0; i < row_set_word_count(set); i++)
        count += row_set_count_word(set->words[i]);
    return count;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/rows/row_list.h"

#include "base/array.h"
#include "base/parallel.h"

#include <stdlib.h>
#include <string.h>

#define LIST_PART_ROWS ((size_t)65536)
#define LIST_PART_WORDS (LIST_PART_ROWS / 64)
#define WORTH_A_THREAD ((size_t)262144) /* rows in a list */

static void number_rows(void *context, size_t worker, size_t first, size_t last)
{
    uint32_t *rows = context;
    (void)worker;
    for (size_t i = first; i < last; i++)
        rows[i] = (uint32_t)i;
}

void row_list_spell_out(struct row_list *list)
{
    if (list->rows || !list->count)
        return;
    list->rows = xreallocarray(NULL, list->count, sizeof *list->rows);
    list->capacity = list->count;
    parallel_for(list->count, LIST_PART_ROWS, number_rows, list->rows, NULL);
}

void row_list_add(struct row_list *list, size_t row)
{
    row_list_spell_out(list);
    ARRAY_RESERVE(list->rows, list->count + 1, list->capacity);
    list->rows[list->count++] = (uint32_t)row;
}

void row_list_append(struct row_list *list, const struct row_list *other)
{
    if (!list->count) {
        row_list_release(list);
        *list = row_list_copy(other);
        return;
    }
    row_list_spell_out(list);
    ARRAY_RESERVE(list->rows, list->count + other->count, list->capacity);
    for (size_t i = 0; i < other->count; i++)
        list->rows[list->count++] = (uint32_t)row_list_at(other, i);
}

struct row_list row_list_all(size_t count)
{
    return (struct row_list){.count = count};
}

/* The destination of each part is known once the rows of all parts are counted. */
struct listing {
    const struct row_set *set;
    size_t *starts; /* for each part of the set, in the list */
    uint32_t *rows;
};

static size_t words_behind(const struct row_set *set, size_t part)
{
    size_t words = row_set_word_count(set), end = (part + 1) * LIST_PART_WORDS;
    return end < words ? end : words;
}

/* Returns the next word at or after this one that has rows, or is near the end. */
static size_t next_word(const struct row_set *set, size_t word, size_t end)
{
    while (word + ROW_SET_GROUP <= end && !row_set_group_has_rows(set->words + word))
        word += ROW_SET_GROUP;
    return word;
}

static size_t count_parts(struct listing *listing, size_t parts)
{
    const struct row_set *set = listing->set;
    for (size_t part = 0; part < parts; part++) {
        size_t count = listing->starts[part], end = words_behind(set, part);
        size_t word = next_word(set, part * LIST_PART_WORDS, end);
        for (; word < end; word = next_word(set, word + 1, end))
            count += row_set_count_word(set->words[word]);
        listing->starts[part + 1] = count;
    }
    return listing->starts[parts];
}

static void list_parts(void *context, size_t worker, size_t first, size_t last)
{
    struct listing *listing = context;
    const struct row_set *set = listing->set;
    uint32_t *next = listing->rows + listing->starts[first];
    size_t end = words_behind(set, last - 1), word = next_word(set, first * LIST_PART_WORDS, end);
    (void)worker;
    for (; word < end; word = next_word(set, word + 1, end))
        for (uint64_t rows = set->words[word]; rows; rows &= rows - 1)
            *next++ = (uint32_t)(word * 64) + (uint32_t)__builtin_ctzll(rows);
}

struct row_list row_list_of_set(const struct row_set *set)
{
    size_t parts = (set->row_count + LIST_PART_ROWS - 1) / LIST_PART_ROWS;
    struct listing listing = {.set = set, .starts = xcalloc(parts + 1, sizeof(size_t))};
    struct row_list list = row_list_all(count_parts(&listing, parts));
    if (list.count < set->row_count) {
        list.rows = listing.rows = xreallocarray(NULL, list.count, sizeof *list.rows);
        list.capacity = list.count;
        parallel_for(parts, list.count < WORTH_A_THREAD ? parts : 1, list_parts, &listing, NULL);
    }
    free(listing.starts);
    return list;
}

struct row_set row_set_of_list(const struct row_list *list, size_t row_count)
{
    if (!list->rows && list->count == row_count)
        return row_set_all(row_count);
    struct row_set set = row_set_none(row_count);
    for (size_t i = 0; i < list->count; i++)
        row_set_add(&set, row_list_at(list, i));
    return set;
}

struct row_list row_list_copy(const struct row_list *list)
{
    struct row_list copy = {0};
    if (list->rows)
        ARRAY_RESERVE(copy.rows, list->count, copy.capacity);
    if (list->rows && list->count)
        memcpy(copy.rows, list->rows, list->count * sizeof *list->rows);
    copy.count = list->count;
    return copy;
}

size_t row_list_find(const struct row_list *list, size_t row)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (row_list_at(list, middle) < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void row_list_release(struct row_list *list)
{
    free(list->rows);
    *list = (struct row_list){0};
}

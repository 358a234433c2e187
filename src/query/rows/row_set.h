/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of table rows, one bit per row. Bits behind the last row are always clear. */
#ifndef TRADESCOPE_QUERY_ROWS_ROW_SET_H
#define TRADESCOPE_QUERY_ROWS_ROW_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct row_set {
    uint64_t *words; /* owned */
    size_t row_count;
};

static inline size_t row_set_word_count(const struct row_set *set)
{
    return (set->row_count + 63) / 64;
}

/* Returns a set of no row, or of all rows. */
struct row_set row_set_none(size_t row_count);
struct row_set row_set_all(size_t row_count);
struct row_set row_set_copy(const struct row_set *set);
void row_set_release(struct row_set *set);

static inline void row_set_add(struct row_set *set, size_t row)
{
    set->words[row / 64] |= (uint64_t)1 << row % 64;
}

static inline bool row_set_contains(const struct row_set *set, size_t row)
{
    return set->words[row / 64] >> row % 64 & 1;
}

/*
 * Counts the rows of a word. Most words are empty or full, and counting bits is a function call on
 * many processors.
 */
static inline size_t row_set_count_word(uint64_t word)
{
    if (word == 0 || word == UINT64_MAX)
        return word ? 64 : 0;
    return (size_t)__builtin_popcountll(word);
}

/* Number of words that are tested together, as most are empty. */
#define ROW_SET_GROUP ((size_t)8)

static inline bool row_set_group_has_rows(const uint64_t *words)
{
    uint64_t any = 0;
    for (size_t i = 0; i < ROW_SET_GROUP; i++)
        any |= words[i];
    return any != 0;
}

/* True if any of the words has a row. */
bool row_set_words_have_rows(const uint64_t *words, size_t count);
/* Adds the rows from `first` up to, not including, `last`. */
void row_set_add_range(struct row_set *set, size_t first, size_t last);
void row_set_intersect(struct row_set *set, const struct row_set *other);
void row_set_unite(struct row_set *set, const struct row_set *other);
void row_set_subtract(struct row_set *set, const struct row_set *other);
bool row_set_is_empty(const struct row_set *set);
/* Returns the first row of the set from `row` on; `row_count` if there is none. */
size_t row_set_next(const struct row_set *set, size_t row);
/* Returns the last row of the set before `row`; `row_count` if there is none. */
size_t row_set_previous(const struct row_set *set, size_t row);
/* Changes the number of rows of the table. The set has none of those that are new. */
void row_set_resize(struct row_set *set, size_t row_count);
/* Makes the set one of a table of at most `row_count` rows. */
void row_set_cut(struct row_set *set, size_t row_count);
size_t row_set_count(const struct row_set *set);

/* Goes through the rows of a set in the order of the table. */
#define ROW_SET_EACH(set, row)                                      \
    for (size_t row = row_set_next(set, 0); row < (set)->row_count; \
         row = row_set_next(set, row + 1))

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table/word_meanings.h"

#include "base/array.h"

#include <stdlib.h>

static void learn_words(struct word_meanings *meanings, const struct table *table, size_t column,
                        enum field field)
{
    size_t *count = &meanings->counts[field], known = table_distinct_count(table, column);
    ARRAY_RESERVE(meanings->words[field], known, meanings->capacities[field]);
    for (; *count < known; ++*count)
        meanings->words[field][*count] = vocabulary_find(
            field_table[field].vocabulary, table_distinct(table, column, (uint32_t)*count));
}

static void learn_units(struct word_meanings *meanings, const struct table *table, size_t column)
{
    size_t *count = &meanings->counts[FIELD_UNIT], known = table_distinct_count(table, column);
    ARRAY_RESERVE(meanings->units, known, meanings->capacities[FIELD_UNIT]);
    for (; *count < known; ++*count)
        unit_parse(table_distinct(table, column, (uint32_t)*count), &meanings->units[*count]);
}

void word_meanings_learn(struct word_meanings *meanings, const struct table *table,
                         const size_t columns[FIELD_COUNT])
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (columns[field] != NO_COLUMN && field_table[field].vocabulary)
            learn_words(meanings, table, columns[field], field);
    if (columns[FIELD_UNIT] != NO_COLUMN)
        learn_units(meanings, table, columns[FIELD_UNIT]);
}

void word_meanings_release(struct word_meanings *meanings)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        free(meanings->words[field]);
    free(meanings->units);
    *meanings = (struct word_meanings){0};
}

int word_meaning(const struct word_meanings *meanings, const struct table *table, size_t column,
                 enum field field, uint32_t code)
{
    if (code < meanings->counts[field])
        return meanings->words[field][code];
    return vocabulary_find(field_table[field].vocabulary, table_distinct(table, column, code));
}

struct unit unit_meaning(const struct word_meanings *meanings, const struct table *table,
                         size_t column, uint32_t code)
{
    if (code < meanings->counts[FIELD_UNIT])
        return meanings->units[code];
    struct unit unit;
    unit_parse(table_distinct(table, column, code), &unit);
    return unit;
}

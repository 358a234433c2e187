/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the words of the closed sets and the units mean, decided once for each code of their
 * columns instead of once a row.
 */
#ifndef TRADESCOPE_DATA_TABLE_WORD_MEANINGS_H
#define TRADESCOPE_DATA_TABLE_WORD_MEANINGS_H

#include "data/table/table.h"
#include "data/value/unit.h"
#include "data/table/vocabulary.h"

struct word_meanings {
    int *words[FIELD_COUNT]; /* of each code of a field with a vocabulary: its number there */
    struct unit *units;      /* of each code of the units */
    size_t counts[FIELD_COUNT], capacities[FIELD_COUNT]; /* codes decided by now */
};

/* Decides the codes that are new since the last time; columns[] as in struct dataset. */
void word_meanings_learn(struct word_meanings *meanings, const struct table *table,
                         const size_t columns[FIELD_COUNT]);
void word_meanings_release(struct word_meanings *meanings);
/* As vocabulary_find() and unit_parse() say, also for a code that was not decided. */
int word_meaning(const struct word_meanings *meanings, const struct table *table, size_t column,
                 enum field field, uint32_t code);
struct unit unit_meaning(const struct word_meanings *meanings, const struct table *table,
                         size_t column, uint32_t code);

#endif

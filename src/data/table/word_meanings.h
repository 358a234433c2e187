/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The meanings of vocabulary words and units, computed once per code of a column and not once per
 * row.
 */
#ifndef TRADESCOPE_DATA_TABLE_WORD_MEANINGS_H
#define TRADESCOPE_DATA_TABLE_WORD_MEANINGS_H

#include "data/table/table.h"
#include "data/value/unit.h"
#include "data/table/vocabulary.h"

struct word_meanings {
    int *
        words[FIELD_COUNT]; /* for each code of a field with a vocabulary: the number of the word */
    struct unit *units;     /* for each code of the unit column */
    size_t counts[FIELD_COUNT], capacities[FIELD_COUNT]; /* codes computed so far */
};

/* Computes the meanings of new codes. columns[] as in struct dataset. */
void word_meanings_learn(struct word_meanings *meanings, const struct table *table,
                         const size_t columns[FIELD_COUNT]);
void word_meanings_release(struct word_meanings *meanings);
/* As vocabulary_find() and unit_parse(), also for codes that were not computed yet. */
int word_meaning(const struct word_meanings *meanings, const struct table *table, size_t column,
                 enum field field, uint32_t code);
struct unit unit_meaning(const struct word_meanings *meanings, const struct table *table,
                         size_t column, uint32_t code);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row must satisfy to enter the table; the list stands at dataset_load(). What a single word
 * may be is decided once a word, in the dictionaries of column_encoder.h. What rests on several
 * cells of a claim is looked at in whole columns. Both only find rows that may be bad: these are
 * checked closely then, cell by cell, so that whoever mends the file sees all problems of a row at
 * once.
 */
#ifndef TRADESCOPE_DATA_LOAD_ROW_CHECK_H
#define TRADESCOPE_DATA_LOAD_ROW_CHECK_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

/* What a word is worth: nothing (the empty word, one that means "not stated"), something, or in a
 * closed set of words its number there; or it is bad. */
#define MEANING_NONE ((uint8_t)0)
#define MEANING_KNOWN ((uint8_t)1)
#define MEANING_BAD ((uint8_t)255)

/* Whether words of the column can be bad beyond being needed. */
bool word_is_checked(const struct load_plan *plan, size_t column);
/* A MEANING_; of a closed set of words, the number of the word. */
uint8_t word_meaning_in(const struct load_plan *plan, size_t column, struct text word);

/* Marks claims whose cells do not go together. `kind_of` has the enum kind of each code of the
 * column of kinds. */
void row_judge_claims(const struct load_plan *plan, const uint8_t *kind_of,
                      const struct batch *batch, size_t row, size_t count, bool *suspect);
/* Adds what is wrong with a row to the list; false where something is. */
bool row_check(const struct load_plan *plan, const struct block *block, size_t row,
               struct problem_list *problems);

#endif

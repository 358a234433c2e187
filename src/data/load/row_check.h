/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row must satisfy to enter the table; the list stands at dataset_load(). What a single word
 * may be is decided once a word, in the dictionaries of cells.h. What rests on several cells of a
 * claim is looked at in whole columns. Both only find rows that may be bad: these are checked
 * closely then, cell by cell, so that whoever mends the file sees all problems of a row at once.
 */
#ifndef TRADESCOPE_DATA_LOAD_ROW_CHECK_H
#define TRADESCOPE_DATA_LOAD_ROW_CHECK_H

#include "data/load/column_encoder.h"

/* Whether words of the column can be bad beyond being needed. */
bool word_is_checked(const struct load_plan *plan, size_t column);
/* A MEANING_ of cells.h; of a closed set of words, the number of the word. */
uint8_t word_meaning_in(const struct load_plan *plan, size_t column, struct text word);

/* Marks claims whose cells do not go together; cells[] has an entry for each column. */
void row_judge_claims(const struct load_plan *plan, const struct column_encoder *encoder,
                      const struct batch *batch, size_t row, size_t count, bool *suspect);
/* Adds what is wrong with a row to the list; false where something is. */
bool row_check(const struct load_plan *plan, const struct block *block, size_t row,
               struct problem_list *problems);

#endif

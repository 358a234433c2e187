/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The conditions that a row must satisfy to enter the table; dataset_load() lists them. A single
 * word is judged once, when it enters the dictionary (column_encoder.h). Conditions on several
 * cells of a claim are tested on whole columns. Both only find suspects; these are then checked
 * cell by cell, so that the user sees all problems of a row at once.
 */
#ifndef TRADESCOPE_DATA_LOAD_ROW_CHECK_H
#define TRADESCOPE_DATA_LOAD_ROW_CHECK_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

/*
 * The meaning of a word: none (empty, or a word for "not stated"), a value, in a closed set the
 * number of the word, or bad.
 */
#define MEANING_NONE ((uint8_t)0)
#define MEANING_KNOWN ((uint8_t)1)
#define MEANING_BAD ((uint8_t)255)

/* True if words of the column can be bad other than by missing. */
bool word_is_checked(const struct load_plan *plan, size_t column);
/* Returns a MEANING_; for a closed set, the number of the word. */
uint8_t word_meaning_in(const struct load_plan *plan, size_t column, struct text word);

/* Marks claims whose cells contradict each other. `kind_of` has the enum kind
 * of each code of the column of kinds. */
void row_judge_claims(const struct load_plan *plan, const uint8_t *kind_of,
                      const struct batch *batch, size_t row, size_t count, bool *suspect);
/* Adds the problems of a row to the list. Returns false if it has any. */
bool row_check(const struct load_plan *plan, const struct block *block, size_t row,
               struct problem_list *problems);

#endif

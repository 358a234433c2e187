/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What claims are grouped by: columns of which every code has been understood once. Rows that
 * state nothing of the kind are in no group. The caller releases the keys.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_KEYS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_KEYS_H

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_sum.h"

enum { KEY_OF_FIGURE, KEY_OF_TARGET };
/* Figures and targets; events are in no group. */
struct sum_key claim_key_of_kind(const struct dataset *dataset);
/* Groups are the numbers of the words of a closed set; where none is stated, `unstated`. */
struct sum_key claim_key_of_word(const struct dataset *dataset, enum field field, int unstated);
/* Of a closed set only what passes, in one group. */
struct sum_key claim_key_of_some(struct sum_key key, bool (*passes)(uint32_t group));
struct sum_key claim_key_of_country(const struct dataset *dataset,
                                    const struct country_list *countries, enum field field);
/* Units that can be compared are one group. */
struct sum_key claim_key_of_unit(const struct dataset *dataset);

#endif

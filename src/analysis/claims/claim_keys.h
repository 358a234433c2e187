/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys to group claims by, made from columns whose codes are interpreted once. Rows without a value
 * are in no group. The caller releases the keys.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_KEYS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_KEYS_H

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_sum.h"

enum { KEY_OF_FIGURE, KEY_OF_TARGET, KEY_OF_FORECAST };
/* Figures, targets and forecasts; events are in no group. */
struct sum_key claim_key_of_kind(const struct dataset *dataset);
/* The groups are the numbers of the words of a closed set; `unstated` if none is stated. */
struct sum_key claim_key_of_word(const struct dataset *dataset, enum field field, int unstated);
/* Reduces a key to one group of those groups that pass. */
struct sum_key claim_key_of_some(struct sum_key key, bool (*passes)(uint32_t group));
struct sum_key claim_key_of_country(const struct dataset *dataset,
                                    const struct country_list *countries, enum field field);
/* Comparable units are in one group. */
struct sum_key claim_key_of_unit(const struct dataset *dataset);

#endif

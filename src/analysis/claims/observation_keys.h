/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The subject of a row's number, as a key of a few bytes: rows are on the same thing if their keys
 * are equal, as observation_is_same() defines for two claims.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_KEYS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_KEYS_H

#include "base/parallel.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

/*
 * Returns the observation of each row of the list, which must be ascending, numbered in the order
 * of first occurrence; NO_OBSERVATION for a row without a number. The caller frees it. Returns NULL
 * if `doubt` (may be NULL) cancelled it.
 */
#define NO_OBSERVATION UINT32_MAX
uint32_t *observation_numbers(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_list *rows, size_t *count, parallel_doubt *doubt,
                              void *doubt_context);

#endif

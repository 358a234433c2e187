/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the number of a row is about, as a key of few bytes: rows are on the same thing where their
 * keys are equal, as observation_is_same() says of two claims.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_KEYS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_KEYS_H

#include "base/parallel.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

/*
 * The number of the observation of each row of the list, which ascends; observations are numbered
 * in the order in which they are first met. NO_OBSERVATION for a row without a number. The caller
 * frees it. NULL where the doubt (may be NULL) ended it.
 */
#define NO_OBSERVATION UINT32_MAX
uint32_t *observation_numbers(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_list *rows, size_t *count, parallel_doubt *doubt,
                              void *doubt_context);

#endif

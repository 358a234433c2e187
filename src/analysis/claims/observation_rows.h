/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the claims on the same thing as one row by comparing a few codes of each row, which is
 * faster than grouping all rows into observations.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_ROWS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_ROWS_H

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

/*
 * Returns the rows in file order; none for a row without a number, or one that is not included. The
 * caller releases it.
 */
struct row_list observation_rows(const struct dataset *dataset,
                                 const struct country_list *countries, const struct row_list *rows,
                                 size_t row);

#endif

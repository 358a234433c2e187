/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The claims on the same thing as one row: a look at a few codes of each row, where grouping all
 * rows into observations would work out each of them.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_ROWS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_ROWS_H

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

/* In the order of the file; none for a row without a number, or that is not among the rows. The
 * caller releases it. */
struct row_list observation_rows(const struct dataset *dataset,
                                 const struct country_list *countries, const struct row_list *rows,
                                 size_t row);

#endif

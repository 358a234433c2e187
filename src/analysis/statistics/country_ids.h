/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries by number: names are compared once per code, not once per row. */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_COUNTRY_IDS_H
#define TRADESCOPE_ANALYSIS_STATISTICS_COUNTRY_IDS_H

#include <stdint.h>

#include "data/codes/country.h"
#include "data/load/dataset.h"

/*
 * Returns for each code of a country column the least code that names the same country, as
 * country_is_same() defines. `countries` may be NULL. The caller frees it.
 */
uint32_t *country_ids(const struct dataset *dataset, const struct country_list *countries,
                      enum field field);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A reporter and a partner, and what they trade. All balances are seen from the reporter.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_PAIR_H
#define TRADESCOPE_ANALYSIS_CLAIMS_PAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

struct pair {
    struct text reporter, partner; /* borrowed from the data set; empty where there is no pair */
    struct text product;           /* empty for all goods */
};

struct pair_count {
    struct pair pair;
    size_t figures;
    size_t first_row; /* the first of them among the rows */
};

/*
 * The pairs with figures or targets of trade value among the rows, most of them first; among equals
 * the one that is stated first. NULL where there are none. The caller frees it.
 */
struct pair_count *pairs_list(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_list *rows, size_t *count);
/* Those of the rows that are of the pair and its product, decided once a word: what its balance and
 * its path rest on. */
struct row_list pair_rows(const struct pair *pair, const struct dataset *dataset,
                          const struct country_list *countries, const struct row_list *rows);
/* Takes the rows before `end` out of the set that are not of the pair: of any without a reporter, on
 * any product without one. */
void pair_keep_rows(const struct pair *pair, const struct dataset *dataset,
                    const struct country_list *countries, size_t end, struct row_set *rows);
bool pair_is_of_claim(const struct pair *pair, const struct country_list *countries,
                      const struct claim *claim);

#endif

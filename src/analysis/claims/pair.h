/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reporter and a partner, and their trade. All balances are those of the reporter. */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_PAIR_H
#define TRADESCOPE_ANALYSIS_CLAIMS_PAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_set.h"

struct pair {
    struct text reporter, partner; /* borrowed from the data set; empty if there is no pair */
    struct text product;           /* empty for all goods */
};

struct pair_count {
    struct pair pair;
    size_t figures;
    size_t first_row; /* the first one among the rows */
};

/*
 * Returns the pairs with figures or targets of trade value among the rows, most figures first,
 * among equals the one stated first. NULL if there are none. The caller frees it.
 */
struct pair_count *pairs_list(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_set *rows, size_t *count);
/*
 * Returns the rows of the pair and its product, on which its balance and path are based. Decided
 * once per word.
 */
struct row_set pair_rows(const struct pair *pair, const struct dataset *dataset,
                         const struct country_list *countries, const struct row_set *rows);
/*
 * Removes from the set the rows before `end` that are not of the pair. Without a reporter any pair
 * matches, without a product any product.
 */
void pair_keep_rows(const struct pair *pair, const struct dataset *dataset,
                    const struct country_list *countries, size_t end, struct row_set *rows);
bool pair_is_of_claim(const struct pair *pair, const struct country_list *countries,
                      const struct claim *claim);

#endif

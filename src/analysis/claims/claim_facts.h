/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Facts on claims that the filter language can test in addition to columns:
 *
 *     agree:conflict   whether the claims on its observation agree: single, agrees, close, conflict
 *     number:vague     the number as stated: exact, vague (nearly, about, under ...), none
 *
 * Computed once for all rows of a data set, so that a filter does not change the facts it tests.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_FACTS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_FACTS_H

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/language/derived_columns.h"

struct claim_facts {
    uint8_t *agreements, *numbers; /* one code per row */
    struct query_fact items[2];
    struct query_facts facts; /* borrows from this struct, which must not move */
};

/* Makes the names only, which suffices to parse an expression. */
void claim_facts_name(struct claim_facts *facts);
/* Makes the codes too, which evaluation needs. Does nothing if they exist already. */
void claim_facts_make(struct claim_facts *facts, const struct dataset *dataset,
                      const struct country_list *countries);
void claim_facts_release(struct claim_facts *facts);

#endif

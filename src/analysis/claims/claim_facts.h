/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the filter language may ask of a claim beside its columns:
 *
 *     agree:conflict   whether the claims on its observation agree: single, agrees, close, conflict
 *     number:vague     the number as stated: exact, vague (nearly, about, under ...), none
 *
 * Worked out once over all rows of a data set, so that a filter does not change what it asks.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_FACTS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_CLAIM_FACTS_H

#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/language/derived_columns.h"

struct claim_facts {
    uint8_t *agreements, *numbers; /* a code a row */
    struct query_fact items[2];
    struct query_facts facts; /* borrows from this struct, which must not move */
};

/* The names alone, with which an expression can be parsed. */
void claim_facts_name(struct claim_facts *facts);
/* The codes too, with which it can be evaluated; nothing where they are there already. */
void claim_facts_make(struct claim_facts *facts, const struct dataset *dataset,
                      const struct country_list *countries);
void claim_facts_release(struct claim_facts *facts);

#endif

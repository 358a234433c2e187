/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Observations: the claims on the same thing, that is on the same reporter, partner, flow, product,
 * measure, period and base, with comparable values. A target is an observation of its own, separate
 * from what was observed.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_H
#define TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_H

#include <stddef.h>

#include "analysis/claims/agreement.h"
#include "base/effort.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

/* Rows of the table, as a part of a list owned by someone else. */
struct row_span {
    uint32_t *rows;
    size_t count;
};

struct observation {
    /*
     * The claim that panes show: the most exact one, with the narrowest interval relative to its
     * value; among equals one with the qualifier "exact", then the latest stated, then the first in
     * the file.
     */
    size_t shown;
    struct row_span claims;   /* all, `shown` first, then in file order */
    size_t source_count;      /* distinct sources */
    enum agreement agreement; /* the worst agreement of `shown` with the others */
};

struct observation_list {
    struct observation *items; /* in the order of their first claim in the file */
    size_t count;
    uint32_t *rows;   /* of all observations */
    uint32_t *of_row; /* the observation of each row; UINT32_MAX for events */
    size_t row_count;
};

/*
 * Makes observations of the figures and targets among the rows. The base of a target
 * is the day of its announcement and does not separate targets; a growth rate without a base is
 * over the period before. `countries` may be NULL: names are then compared.
 */
struct observation_list observation_list_make(const struct dataset *dataset,
                                              const struct country_list *countries,
                                              const struct row_set *rows);
/* The same. Returns false, without a list, if `effort` (may be NULL) cancelled it. */
bool observation_list_try(struct observation_list *list, const struct dataset *dataset,
                          const struct country_list *countries, const struct row_set *rows,
                          const struct effort *effort);
/*
 * Makes an observation of at least one claim, all on the same thing and in file order. The one to
 * show is moved to the front.
 */
struct observation observation_of_claims(const struct dataset *dataset, struct row_span claims);
/* Returns NULL for an event, or a row that is not included. */
const struct observation *observation_of_row(const struct observation_list *list, size_t row);
/* True if two claims are on the same thing; false if one of them states no number. */
bool observation_is_same(const struct country_list *countries, const struct claim *a,
                         const struct claim *b);
void observation_list_release(struct observation_list *list);

/*
 * Finds the claims on the same thing as one row by comparing a few codes of each row, which is
 * faster than grouping all rows into observations.
 */

/*
 * Returns the rows in file order; none for a row without a number, or one that is not included. The
 * caller releases it.
 */
struct row_list observation_rows(const struct dataset *dataset,
                                 const struct country_list *countries, const struct row_set *rows,
                                 size_t row);

#endif

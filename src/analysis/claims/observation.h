/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Observations: the claims on the same thing, that is of the same reporter, partner, flow, product,
 * measure, period and base, with values that can be compared. A target is an observation of its
 * own, apart from what was observed.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_H
#define TRADESCOPE_ANALYSIS_CLAIMS_OBSERVATION_H

#include <stddef.h>

#include "analysis/claims/agreement.h"
#include "base/parallel.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_list.h"

/* Rows of the table, which lie in a list that somebody else owns. */
struct row_span {
    uint32_t *rows;
    size_t count;
};

struct observation {
    /*
     * The claim that a pane shows: the most exact one stated, which is the one with the narrowest
     * interval relative to its value; among equals one that is qualified "exact", then the latest
     * stated, then the first in the file.
     */
    size_t shown;
    struct row_span claims;   /* all, `shown` first, then in the order of the file */
    size_t source_count;      /* distinct sources */
    enum agreement agreement; /* the worst of `shown` against the others */
};

struct observation_list {
    struct observation *items; /* in the order in which the file first states them */
    size_t count;
    uint32_t *rows;   /* of all observations */
    uint32_t *of_row; /* number of the observation of a row; UINT32_MAX for events */
    size_t row_count;
};

/*
 * Over the figures and targets among the rows, in whatever order these are. The base of a target is
 * the day of its announcement and sets no two targets apart; a growth rate without one is over the
 * period before. `countries` may be NULL: names are then compared.
 */
struct observation_list observation_list_make(const struct dataset *dataset,
                                              const struct country_list *countries,
                                              const struct row_list *rows);
/* The same; false, without a list, where the doubt (may be NULL) ended it. */
bool observation_list_try(struct observation_list *list, const struct dataset *dataset,
                          const struct country_list *countries, const struct row_list *rows,
                          parallel_doubt *doubt, void *doubt_context);
/* The observation that the claims are: at least one, on the same thing and in the order of the
 * file, of which the one to show is moved to the front. */
struct observation observation_of_claims(const struct dataset *dataset, struct row_span claims);
/* NULL for an event, or a row that is not among them. */
const struct observation *observation_of_row(const struct observation_list *list, size_t row);
/* Whether two claims are on the same thing; false where one of them states no number. */
bool observation_is_same(const struct country_list *countries, const struct claim *a,
                         const struct claim *b);
void observation_list_release(struct observation_list *list);

#endif

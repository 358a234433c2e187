/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All that is worked out from the rows that pass the filters. Each part is made when it is first
 * asked for, since a screen shows few of them and rows may be many; so what a function returns
 * lives as long as the analysis. Balance, path and verdict take the rows of the pair alone.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_ANALYSIS_H
#define TRADESCOPE_ANALYSIS_CLAIMS_ANALYSIS_H

#include "analysis/claims/audit.h"
#include "analysis/claims/balance.h"
#include "analysis/claims/observation.h"
#include "analysis/claims/pair.h"
#include "analysis/claims/path.h"
#include "analysis/claims/verdict.h"

struct analysis;

/*
 * Over rows that must outlive it, as data set and countries (may be NULL) must. Where `pair` is
 * NULL or empty, the pair with most figures is taken, with the product of `pair`.
 */
struct analysis *analysis_new(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_list *rows, const struct pair *pair);
/* By which the verdict tells whether a deadline has come; before that is asked for. */
void analysis_set_today(struct analysis *analysis, int32_t today);
void analysis_free(struct analysis *analysis);

const struct pair *analysis_pair(struct analysis *analysis);
const struct balance *analysis_balance(struct analysis *analysis);
const struct path *analysis_path(struct analysis *analysis);
const struct verdict *analysis_verdict(struct analysis *analysis);
const struct audit *analysis_audit(struct analysis *analysis);
const struct observation_list *analysis_observations(struct analysis *analysis);
/* Makes what the balance rests on, and the balance; false where the doubt (may be NULL) ended it:
 * then nothing of it is made that cannot be made again. */
bool analysis_try_balance(struct analysis *analysis, parallel_doubt *doubt, void *doubt_context);
/* Whether they are made already. */
bool analysis_has_observations(const struct analysis *analysis);
/* NULL where the doubt (may be NULL) ended it: nothing is made then. */
const struct observation_list *
analysis_try_observations(struct analysis *analysis, parallel_doubt *doubt, void *doubt_context);
/* The observation of one row, without those of all others; NULL as observation_of_row() says. Lives
 * until another row is asked for. */
const struct observation *analysis_observation(struct analysis *analysis, size_t row);
/* Where derivations go that are to live as long as it does. */
struct arena *analysis_arena(struct analysis *analysis);

/* Every number that the panes show, in their order, each once; owned by the analysis. */
struct number_index {
    const struct derivation **items;
    size_t count, capacity;
};
struct number_index number_index_make(struct analysis *analysis);
void number_index_release(struct number_index *index);

#endif

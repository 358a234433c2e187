/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All results computed from the rows that pass the filters. Each part is computed on first use, as
 * a screen shows few of them and there may be many rows. Results live as long as the analysis.
 * Balance, path and verdict use only the rows of the pair.
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
 * The rows, the data set and the countries (may be NULL) must outlive the analysis. If `pair` is
 * NULL or empty, the pair with the most figures is used, with the product of `pair`.
 */
struct analysis *analysis_new(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_set *rows, const struct pair *pair);
/*
 * Sets the date by which the verdict decides if a deadline has passed. Call it before the verdict
 * is requested.
 */
void analysis_set_today(struct analysis *analysis, int32_t today);
void analysis_free(struct analysis *analysis);

const struct pair *analysis_pair(struct analysis *analysis);
const struct balance *analysis_balance(struct analysis *analysis);
const struct path *analysis_path(struct analysis *analysis);
const struct verdict *analysis_verdict(struct analysis *analysis);
const struct audit *analysis_audit(struct analysis *analysis);
const struct observation_list *analysis_observations(struct analysis *analysis);
/*
 * Computes the balance and what it needs. Returns false if `effort` (may be NULL) cancelled it; the
 * work can be repeated then.
 */
bool analysis_try_balance(struct analysis *analysis, const struct effort *effort);
/* True if the observations are already computed. */
bool analysis_has_observations(const struct analysis *analysis);
/* Returns NULL, without results, if `effort` (may be NULL) cancelled it. */
const struct observation_list *analysis_try_observations(struct analysis *analysis,
                                                         const struct effort *effort);
/*
 * Returns the observation of one row without computing all others, or NULL as observation_of_row().
 * It lives until another row is requested.
 */
const struct observation *analysis_observation(struct analysis *analysis, size_t row);
/* Returns the arena for derivations that live as long as the analysis. */
struct arena *analysis_arena(struct analysis *analysis);

/* Every number shown by the panes, in their order, each once. Owned by the analysis. */
struct number_index {
    const struct derivation **items;
    size_t count, capacity;
};
struct number_index number_index_make(struct analysis *analysis);
void number_index_release(struct number_index *index);

#endif

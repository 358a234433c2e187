/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results computed from the claims that pass the filters. */
#ifndef TRADESCOPE_MODEL_RESULTS_H
#define TRADESCOPE_MODEL_RESULTS_H

#include "analysis/claims/analysis.h"
#include "analysis/claims/scenario.h"

struct results {
    struct analysis *analysis;       /* NULL before model_recompute() */
    struct analysis *partial;        /* the unfinished analysis after it was cancelled; or NULL */
    struct scenario_outlook outlook; /* of the chosen scenario, in the arena of the analysis */
};

void results_release(struct results *results);

#endif

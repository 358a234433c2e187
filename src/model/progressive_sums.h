/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of a file of statistics that is still being loaded: of the rows so far, made again now and
 * then, until the sums of all rows take their place.
 *
 * A key cancels this, and it takes about a twentieth of the time of loading.
 */
#ifndef TRADESCOPE_MODEL_PROGRESSIVE_SUMS_H
#define TRADESCOPE_MODEL_PROGRESSIVE_SUMS_H

#include "model/model.h"

/* Sums the rows so far. True if there is more to see than before. */
bool model_refine(struct model *model);
/* The same if it is time for it. The caller knows that the screen may change. */
bool model_refine_in_time(struct model *model);
/* True if rows are in no sum yet, and the results are few enough to be computed again. */
bool model_awaits_refining(const struct model *model);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of a file of statistics while it is loaded: the rows so far are summed now and then, until
 * the sums of all rows replace them.
 *
 * Any key cancels this, and it takes about a twentieth of the loading time.
 */
#ifndef TRADESCOPE_MODEL_PROGRESSIVE_SUMS_H
#define TRADESCOPE_MODEL_PROGRESSIVE_SUMS_H

#include "model/model.h"

/* Sums the rows so far. Returns true if there is more to show. */
bool model_refine(struct model *model);
/* The same if it is due. The screen may change. */
bool model_refine_in_time(struct model *model);
/* True if some rows are in no sum yet, and few enough results depend on them. */
bool model_awaits_refining(const struct model *model);

#endif

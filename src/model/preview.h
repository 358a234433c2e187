/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preview: while the user types a filter or a search, the model shows its result. What was
 * shown before is kept and restored at the end.
 */
#ifndef TRADESCOPE_MODEL_PREVIEW_H
#define TRADESCOPE_MODEL_PREVIEW_H

#include "model/model.h"

/* Stores what is shown, unless a preview is active already. */
void model_begin_preview(struct model *model);
/*
 * Shows the rows that pass one more filter. Returns false if cancelled: the rows are those before,
 * or the results are missing.
 */
bool model_preview_filter(struct model *model, const char *filter);
/* Searches for this pattern. Takes ownership of it. */
void model_preview_search(struct model *model, struct pattern *pattern);
/* Restores what was shown before. A search changes no rows. */
void model_end_preview(struct model *model);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preview: while a filter or a search is typed, the model shows what it would give. What was
 * shown before is kept and put back at the end.
 */
#ifndef TRADESCOPE_MODEL_PREVIEW_H
#define TRADESCOPE_MODEL_PREVIEW_H

#include "model/model.h"

/* Keeps what is shown, unless a preview is shown already. */
void model_begin_preview(struct model *model);
/* Shows what passes with one more filter. Returns false if cancelled: the rows are those before,
 * or the results are not there. */
bool model_preview_filter(struct model *model, const char *filter);
/* The search is for this pattern, which the model owns then. */
void model_preview_search(struct model *model, struct pattern *pattern);
/* Puts back what was shown before. A search hid no rows, and they stay as they are. */
void model_end_preview(struct model *model);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the rows that pass the filters, of the claims and of each separate file.
 *
 * The rows that passed last are cached, so that a further filter is applied to these only. While a
 * file is loaded, filters are applied to new rows only, unless one depends on all rows together.
 * Sums follow the claims and are treated as new rows.
 */
#ifndef TRADESCOPE_MODEL_FILTERING_H
#define TRADESCOPE_MODEL_FILTERING_H

#include "model/model.h"

/* Appends why no row is left after a filter; never nothing. */
void model_explain_nothing(struct model *model, const char *source, struct buffer *out);

/*
 * Finds the rows that pass the choices, except sums. Returns false, with nothing changed, if
 * cancelled.
 */
bool model_find_rows(struct model *model);
/* The same for rows added since. */
void model_find_new_rows(struct model *model);
void model_find_new_claims(struct model *model);
/* The same for the separate file being loaded. Returns false if cancelled. */
bool model_find_loading_rows(struct model *model);

#endif

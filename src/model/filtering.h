/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which rows pass the filters, of the claims and of every separate file.
 *
 * The rows that passed last are kept, so that one more filter is applied to these alone; and while
 * a file is loaded, filters are applied to the new rows only, unless one depends on all rows
 * together. Sums come behind the claims, and are treated as new rows.
 */
#ifndef TRADESCOPE_MODEL_FILTERING_H
#define TRADESCOPE_MODEL_FILTERING_H

#include "model/model.h"

/* Why no row is left after a filter; never empty. */
void model_explain_nothing(struct model *model, const char *source, struct buffer *out);

/* Finds the rows that pass the choices, except sums. False, with nothing changed, if cancelled. */
bool model_find_rows(struct model *model);
/* The same for rows that were added since. */
void model_find_new_rows(struct model *model);
void model_find_new_claims(struct model *model);
/* The same for the separate file that is being loaded, alone. False if cancelled. */
bool model_find_loading_rows(struct model *model);

#endif

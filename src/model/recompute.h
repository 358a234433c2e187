/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Computes the results of the choices, in two steps. model_apply() finds the rows that pass and
 * drops the results for the rows before; reports of the rows of a file, or of their sums, need no
 * more. model_recompute() makes the sums of statistics and the analysis. Call it before reading
 * results; it does nothing if they exist.
 */
#ifndef TRADESCOPE_MODEL_RECOMPUTE_H
#define TRADESCOPE_MODEL_RECOMPUTE_H

#include "model/model.h"

/* Results for up to this number of rows take a few milliseconds. */
#define FEW_ROWS ((size_t)1 << 15)

/* The first step. Returns false, with only the choices changed, if cancelled. */
bool model_apply(struct model *model, const struct effort *effort);
/* The second step. If it is deferred or cancelled, model->results.analysis stays NULL. */
void model_recompute(struct model *model, const struct effort *effort);
/* Both. */
bool model_refresh(struct model *model, const struct effort *effort);
/* The first step for rows added since; filters are applied to these only. */
void model_show_new_rows(struct model *model);
/* The first step for sums that were made again for the same choices. */
void model_show_new_sums(struct model *model);

/*
 * Makes the sums, unless they exist for the choices, and filters them. Returns false like
 * model_make_sums().
 */
bool model_complete_rows(struct model *model, const struct effort *effort);
/*
 * Returns the rows of model_current_file() that pass the filters and belong to the chosen pair and
 * product, including sums if it is a claims file.
 */
const struct row_set *model_current_rows(struct model *model, const struct effort *effort);
/* True if no row of any file passes the filters and belongs to the chosen pair and product. */
bool model_shows_nothing(struct model *model, const struct effort *effort);
/*
 * Appends "12 of 4,210": the rows that pass and all rows, of the claims or of the current file.
 * Sums that are not made yet are not among them.
 */
void model_write_count(struct model *model, bool is_of_file, struct buffer *out);

#endif

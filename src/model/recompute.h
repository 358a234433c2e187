/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the choices to the results, in two steps. The first, model_apply(), finds the rows that pass
 * and drops what was computed from the rows before. A report of the rows of a file, or their sums,
 * needs no more. The second, model_recompute(), makes the sums of statistics and the analysis. It
 * is called before results are read, and does nothing if they are there.
 */
#ifndef TRADESCOPE_MODEL_RECOMPUTE_H
#define TRADESCOPE_MODEL_RECOMPUTE_H

#include "model/model.h"

/* What is computed from so many rows takes a few milliseconds. */
#define FEW_ROWS ((size_t)1 << 15)

/* The first step. False, with nothing changed but the choices, if cancelled. */
bool model_apply(struct model *model);
/* The second step. Where it is deferred or cancelled, model->results.analysis stays NULL. */
void model_recompute(struct model *model);
/* Both. */
bool model_refresh(struct model *model);
/* The first step for rows that were added since: filters are applied to no others. */
void model_show_new_rows(struct model *model);
/* The first step for sums that were made again, of the same choices. */
void model_show_new_sums(struct model *model);

/* Makes the sums, if they are not those of the choices, and finds those that pass. False as
 * model_make_sums() says. */
bool model_complete_rows(struct model *model);
/* The rows of model_current_file() that pass the filters and are of the pair and product that the
 * user chose, with sums where it is the claims. */
const struct row_list *model_current_rows(struct model *model);
/* True if no row passes the filters and is of the pair and product that the user chose: neither
 * claims nor rows of other files. */
bool model_shows_nothing(struct model *model);
/* "12 of 4,210": the rows that pass and all, of the claims, or of the current file. */
void model_write_count(struct model *model, bool is_of_file, struct buffer *out);

#endif

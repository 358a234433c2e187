/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Official statistics among the claims. For the chosen pair and product, the rows of each file of
 * statistics are summed by period and flow. The sums follow the claims in model->dataset, as
 * figures whose source is the name of the file. When a choice or a filter has changed and claims
 * are needed, they are removed and made again, see model_recompute().
 */
#ifndef TRADESCOPE_MODEL_SUMS_H
#define TRADESCOPE_MODEL_SUMS_H

#include "model/model.h"

/*
 * Makes the sums, unless they exist for the choices. New sums are new rows, to which the filters
 * must be applied, see model_complete_rows(). The claims must be joined; model->files.joined is
 * their end. Returns false if it takes long and is deferred, or a key cancelled it.
 */
bool model_make_sums(struct model *model);
/* True if there are too many rows to sum while a key waits. */
bool model_sums_take_long(const struct model *model);
/*
 * Sums the rows so far of the file being loaded. The file has these sums until the next call, or
 * none after other choices are applied. Returns false, with nothing changed, if a key cancelled it.
 * model_show_new_sums() shows them.
 */
bool model_sum_loading_file(struct model *model);
/*
 * True if the next sums will be for the same pair. A pair that the user did not choose is searched
 * again each time the number of rows has doubled, as the search takes most of the time.
 */
bool model_keeps_pair(const struct model *model);
/*
 * Rebuilds the index of the file being loaded, so that it covers all rows read so far, and shows
 * these. Call this before reading the index.
 */
void model_renew_statistic(struct model *model);
/* Removes the sums from the claims. They are made again when they are needed. */
void model_drop_sums(struct model *model);
/* The same before the claims change. The caller removes their rows from the data set. */
void model_forget_sums(struct model *model);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Official statistics among the claims. For the chosen pair and product, the rows of each file of
 * statistics are summed by period and flow, and the sums stand as figures behind the claims in
 * model->dataset, under the name of their file. When a choice or a filter has changed and claims
 * are needed, they are removed and made again, see model_recompute().
 */
#ifndef TRADESCOPE_MODEL_SUMS_H
#define TRADESCOPE_MODEL_SUMS_H

#include "model/model.h"

/*
 * Makes the sums if they are not those of the choices. New sums are new rows: the filters are to be
 * applied to them, see model_complete_rows(). The claims must be joined; model->files.joined is
 * where they end. False if it takes long and is deferred, or a key cancelled it.
 */
bool model_make_sums(struct model *model);
/* True if so many rows are to be summed that a key would have to wait. */
bool model_sums_take_long(const struct model *model);
/*
 * Sums the rows so far of the file that is being loaded. These stay its sums until this is called
 * again, or other choices are applied, which leave it without any. False, with nothing changed, if
 * a key cancelled it. They are shown by model_show_new_sums().
 */
bool model_sum_loading_file(struct model *model);
/* True if they will be of the pair that is shown. One that the user did not choose is looked for
 * again each time there are twice as many rows, as that takes most of the time. */
bool model_keeps_pair(const struct model *model);
/* Rebuilds the index of the file that is being loaded, so that it covers all rows read so far, and
 * shows these. Call this before reading the index. */
void model_renew_statistic(struct model *model);
/* Removes the sums from the claims; they are made again when they are needed. */
void model_drop_sums(struct model *model);
/* The same before the claims change; the caller takes their rows off the data set. */
void model_forget_sums(struct model *model);

#endif

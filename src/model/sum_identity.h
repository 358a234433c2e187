/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Identifies a sum of official statistics, so that it is found again after all sums were made
 * again. As a row of the data set it only exists until the choices change.
 */
#ifndef TRADESCOPE_MODEL_SUM_IDENTITY_H
#define TRADESCOPE_MODEL_SUM_IDENTITY_H

#include "data/load/dataset.h"

struct sum_identity {
    char *kind; /* owned: source and flow; NULL for none */
    struct period period;
};

struct sum_identity sum_identity_of(const struct dataset *dataset, size_t row);
/*
 * Returns the row of the same sum at or after `first`, or of the one whose period has grown; NO_ROW
 * if there is neither.
 */
size_t sum_identity_find(const struct sum_identity *name, const struct dataset *dataset,
                         size_t first);
void sum_identity_release(struct sum_identity *name);

#endif

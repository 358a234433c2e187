/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * By which a sum of official statistics, which is a row of the data set for as long as the choices
 * stay, is found again when all sums are made anew.
 */
#ifndef TRADESCOPE_MODEL_SUM_IDENTITY_H
#define TRADESCOPE_MODEL_SUM_IDENTITY_H

#include "data/load/dataset.h"

struct sum_identity {
    char *kind; /* owned: source and flow; NULL for none */
    struct period period;
};

struct sum_identity sum_identity_of(const struct dataset *dataset, size_t row);
/* The row of that name from `first` on, or else of the same sum whose period has grown; NO_ROW
 * where there is neither. */
size_t sum_identity_find(const struct sum_identity *name, const struct dataset *dataset,
                         size_t first);
void sum_identity_release(struct sum_identity *name);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * By which a sum of official statistics, which is a row of the data set for as long as the choices
 * stay, is found again when all sums are made anew.
 */
#ifndef TRADESCOPE_VIEW_SUM_NAME_H
#define TRADESCOPE_VIEW_SUM_NAME_H

#include "data/dataset.h"

struct sum_name {
    char *kind; /* owned: source and flow; NULL for none */
    struct period period;
};

struct sum_name sum_name_of(const struct dataset *dataset, size_t row);
/* The row of that name from `first` on, or else of the same sum whose period has grown; NO_ROW
 * where there is neither. */
size_t sum_name_find(const struct sum_name *name, const struct dataset *dataset, size_t first);
void sum_name_release(struct sum_name *name);

#endif

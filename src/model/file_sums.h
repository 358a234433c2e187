/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is computed from one file of statistics, and which sums of all files are shown.
 */
#ifndef TRADESCOPE_MODEL_FILE_SUMS_H
#define TRADESCOPE_MODEL_FILE_SUMS_H

#include <stddef.h>

#include "analysis/statistics/series.h"

struct file_sums {
    struct statistic *statistic; /* NULL for a file of another form */
    struct arena arena;          /* of the series */
    struct series series;        /* of the chosen trade; empty where the file has none */
    char *reason;                /* owned: why it has none; NULL where it has */
    /* Of a file that is still being loaded, else NULL and 0: the choices that the series is of
     * (owned), and how many rows there were when its pair was chosen. */
    char *choices;
    size_t pair_rows;
};

struct sums {
    size_t count; /* rows of sums behind the claims */
    char *key;    /* owned: the choices that they are of; NULL before they are made */
    struct {
        char *reporter, *partner, *product; /* owned: that they are of; NULL without sums */
    } trade;
};

void file_sums_release(struct file_sums *sums);
void sums_release(struct sums *sums);

#endif

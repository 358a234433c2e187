/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results computed from one file of statistics, and the sums of all files that are shown. */
#ifndef TRADESCOPE_MODEL_FILE_SUMS_H
#define TRADESCOPE_MODEL_FILE_SUMS_H

#include <stddef.h>

#include "analysis/statistics/series.h"

struct file_sums {
    struct statistic *statistic; /* NULL for a file of another form */
    struct arena arena;          /* of the series */
    struct series series;        /* of the chosen trade; empty if the file lacks it */
    char *reason;                /* owned: why there is none; NULL if there is one */
    /*
     * While the file is being loaded, else NULL and 0: the choices for which the series was made
     * (owned), and the number of rows when its pair was chosen.
     */
    char *choices;
    size_t pair_rows;
};

struct sums {
    size_t count; /* number of sums, which follow the claims */
    char *key;    /* owned: the choices for which they were made; NULL before */
    struct {
        char *reporter, *partner,
            *product; /* owned: the trade for which they were made; NULL without sums */
    } trade;
};

void file_sums_release(struct file_sums *sums);
void sums_release(struct sums *sums);

#endif

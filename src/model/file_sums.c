/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/file_sums.h"

#include <stdlib.h>

void file_sums_release(struct file_sums *sums)
{
    statistic_free(sums->statistic);
    arena_release(&sums->arena);
    free(sums->reason);
    free(sums->choices);
    *sums = (struct file_sums){0};
}

void sums_release(struct sums *sums)
{
    free(sums->key);
    free(sums->trade.reporter);
    free(sums->trade.partner);
    free(sums->trade.product);
    *sums = (struct sums){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/results.h"

void results_release(struct results *results)
{
    analysis_free(results->analysis);
    analysis_free(results->partial);
    *results = (struct results){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/analysis.h"

#include <stdlib.h>

/* The pair that is asked for, else the one with most figures, else none. */
static struct pair choose_pair(const struct dataset *dataset, const struct country_list *countries,
                               const struct row_list *rows, const struct pair *pair)
{
    if (pair && (pair->reporter.length || pair->partner.length))
        return *pair;
    size_t count;
    struct pair_count *pairs = pairs_list(dataset, countries, rows, &count);
    struct pair best = count ? pairs[0].pair : (struct pair){{"", 0}, {"", 0}};
    free(pairs);
    return best;
}

void analysis_make(struct analysis *analysis, const struct dataset *dataset,
                   const struct country_list *countries, const struct row_list *rows,
                   const struct pair *pair)
{
    *analysis = (struct analysis){
        .pair = choose_pair(dataset, countries, rows, pair),
        .observations = observation_list_make(dataset, countries, rows),
    };
    analysis->balance = balance_make(&analysis->arena, dataset, countries, &analysis->observations,
                                     &analysis->pair);
    analysis->path =
        path_make(&analysis->arena, dataset, countries, &analysis->observations, &analysis->pair);
}

void analysis_release(struct analysis *analysis)
{
    observation_list_release(&analysis->observations);
    arena_release(&analysis->arena);
    *analysis = (struct analysis){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search: one pattern over all columns of the rows that are shown.
 */
#ifndef TRADESCOPE_MODEL_SEARCH_H
#define TRADESCOPE_MODEL_SEARCH_H

#include "base/parallel.h"
#include "data/load/dataset.h"
#include "query/match/pattern.h"
#include "query/rows/row_list.h"

struct search {
    struct pattern *pattern;       /* owned; NULL while nothing is searched for */
    struct row_set found;          /* among all rows that are shown, where `dataset` is not NULL */
    const struct dataset *dataset; /* whose rows were searched last, all that are shown */
    struct row_list claims;        /* in the order of the search; empty before that is asked for */
    bool awaits_count;             /* the message names a match before all are counted */
};

/* Takes out of `rows` those without the pattern in any column; false, with the rows as they were,
 * where the doubt (may be NULL) ended it. */
bool search_select(const struct search *search, const struct dataset *dataset, struct row_set *rows,
                   parallel_doubt *doubt, void *doubt_context);
/* The rows changed: what was found is to be found anew. */
void search_forget(struct search *search);
void search_release(struct search *search);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search: one pattern over all columns of the rows that are shown. */
#ifndef TRADESCOPE_MODEL_SEARCH_H
#define TRADESCOPE_MODEL_SEARCH_H

#include "base/effort.h"
#include "data/load/dataset.h"
#include "query/match/pattern.h"
#include "query/rows/row_list.h"

struct search {
    struct pattern *pattern; /* owned; NULL without a search */
    struct row_set found;    /* the matching rows of all rows shown, if `dataset` is not NULL */
    const struct dataset *dataset; /* the data set that was searched */
    struct row_list claims;        /* in the order of the search; empty before it is requested */
    bool has_wrapped;              /* the last step went round the end */
    bool has_moved;                /* ... to another pane */
    bool awaits_count;             /* the message names a match before all are counted */
};

/*
 * Removes rows without a match in any column from `rows`. Returns false, leaving the rows
 * unchanged, if `effort` (may be NULL) cancelled it.
 */
bool search_select(const struct search *search, const struct dataset *dataset, struct row_set *rows,
                   const struct effort *effort);
/* Forgets the matches after the rows changed. */
void search_forget(struct search *search);
void search_release(struct search *search);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search: one pattern over all columns of the rows that are shown.
 */
#ifndef TRADESCOPE_VIEW_SEARCH_H
#define TRADESCOPE_VIEW_SEARCH_H

#include "data/dataset.h"
#include "query/pattern.h"
#include "query/row_list.h"
#include "view/line.h"

struct search {
    struct pattern *pattern; /* owned; NULL while nothing is searched for */
    struct row_list matches; /* in the order in which `n` walks through them */
    bool has_run;            /* the matches are those of the pattern and the rows shown */
};

/* The rows of `order` with the pattern in any column, in that order. */
void search_run(struct search *search, const struct dataset *dataset, const struct row_list *order);
/* The rows changed: the matches are to be found anew. */
void search_forget_matches(struct search *search);
/* Marks what the pattern finds in a line. */
void search_mark(const struct search *search, struct line *line);
void search_release(struct search *search);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Official statistics among the claims. For the pair and product that are chosen, the rows of each
 * file of statistics are summed by period and flow, and the sums stand as figures behind the claims
 * in workspace->dataset, under the name of their file. They are taken off and made anew when a
 * choice or a filter has changed and something asks for claims, see workspace_settle().
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_SUMS_H
#define TRADESCOPE_VIEW_WORKSPACE_SUMS_H

#include "analysis/series.h"
#include "view/workspace.h"

/* What is worked out of a file of statistics. */
struct file_sums {
    struct statistic *statistic; /* NULL for a file of another form */
    struct arena arena;          /* of the series */
    struct series series;        /* of the trade that is chosen; empty where the file has none */
    char *reason;                /* owned: why it has none; NULL where it has */
    /* Of a file that is still loaded, else NULL and 0: what the series is of (owned), and how many
     * rows there were when its pair was chosen. */
    char *choices;
    size_t pair_rows;
};

void file_sums_release(struct file_sums *sums);
/* Rows of `workspace->dataset` that stand in claims files. */
size_t workspace_claim_count(const struct workspace *workspace);
bool workspace_has_statistics(const struct workspace *workspace);
/*
 * Sees to it that the sums are those of the choices, of the rows that pass. Where others took their
 * place, they are rows that have come since: workspace_complete_rows() asks the filters about them.
 * The claims must be joined; `workspace->joined` is where they end. False where that takes long and
 * is put off, or a key ended it.
 */
bool workspace_make_sums(struct workspace *workspace);
/* Whether so many rows are to be summed that a key would have to wait. */
bool workspace_sums_take_long(const struct workspace *workspace);
/*
 * The sums of the file that is loaded just now, of the rows of it that are shown: they stay its
 * sums until this is called again, or other choices are applied, which leave it without any. False
 * where a key ended it; all is as it was then. To be shown, they have to take the place of the
 * others: workspace_show_new_sums().
 */
bool workspace_sum_coming(struct workspace *workspace);
/* Whether they will be on the pair that is shown: one that nobody chose is looked for again each
 * time when the rows are twice as many, as that takes most of the time. */
bool workspace_keeps_pair(const struct workspace *workspace);
/* Whether that file has no sums. */
bool workspace_has_due_sums(const struct workspace *workspace);
/* The statistic of that file knows the rows that are there now, and they are shown: before anything
 * is asked of it. */
void workspace_renew_statistic(struct workspace *workspace);
/* They are made at the next call, whatever was chosen; and until then are no claims any more. */
void workspace_take_off_sums(struct workspace *workspace);
/* The same before the claims change; the caller takes their rows off the data set. */
void workspace_forget_sums(struct workspace *workspace);
/* "India_2019_TOTAL" of India_2019_TOTAL.csv.gz, by which its sums are named. */
struct text workspace_file_source(const struct workspace *workspace, size_t file);

#endif

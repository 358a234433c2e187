/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The breakdown of the chosen trade in one file of statistics, for a page and for panes. */
#ifndef TRADESCOPE_VIEW_FILE_BREAKDOWN_H
#define TRADESCOPE_VIEW_FILE_BREAKDOWN_H

#include "analysis/statistics/breakdown.h"
#include "view/workspace.h"

/* What is broken down. */
struct breakdown_scope {
    enum breakdown_by by;
    struct text product;  /* in place of the chosen product; empty for that */
    struct period period; /* as Balance shows it: the period of a sum, or its whole */
};

/*
 * Breaks down the flow of the file's trade, FLOW_BALANCE for both. Returns false if the file has
 * none in the period. Results are in the arena. Call model_renew_statistic() before it.
 */
bool file_breakdown_make(struct arena *arena, const struct workspace *workspace, size_t file,
                         const struct breakdown_scope *scope, enum flow flow,
                         struct breakdown *breakdown);
/* Returns the only flow that the file states in the period, or FLOW_BALANCE if it states both. */
enum flow file_breakdown_flow(const struct workspace *workspace, size_t file, struct period period);
/* True if the breakdown says more than its whole does. */
bool file_breakdown_has_parts(const struct breakdown *breakdown,
                              const struct breakdown_scope *scope);
/* Appends "27 Mineral fuels, oils", or the word of a partner. */
void file_breakdown_write_name(struct line *line, const struct workspace *workspace,
                               struct text word);
/*
 * Appends ", lines 5, 7": where the first rows of the item are in the file. A line with several
 * values has as many rows, and is named once.
 */
void file_breakdown_write_lines(struct buffer *out, const struct dataset *dataset,
                                const struct breakdown_item *item);

#endif

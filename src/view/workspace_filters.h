/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a filter means to each of the files that are open. Claims, statistics and plain tables have
 * different columns: a filter that no file can answer is refused, and of a file that cannot answer
 * one no row passes it.
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_FILTERS_H
#define TRADESCOPE_VIEW_WORKSPACE_FILTERS_H

#include "view/workspace.h"

/* The filter for the rows of one data set, that of the claims or one beside them; NULL, with the
 * reason, where these have not what it asks for. */
struct expression *workspace_filter_of(struct workspace *workspace, const struct dataset *dataset,
                                       const char *source, struct query_error *error);
/* False, with the reason, where no file that is open can answer it. */
bool workspace_is_filter(struct workspace *workspace, const char *source, struct error *error);
/* It asks for what is worked out from all figures together, sums among them: `agree`, say. */
bool workspace_filter_asks_facts(struct workspace *workspace, const char *source);
/* What of it sums are asked too, though their rows passed it: their pair, flow and period. NULL for
 * nothing. */
struct expression *workspace_filter_of_sums(struct workspace *workspace, const char *source);
/* Appends which files cannot answer it, so that none of their rows is shown; nothing for none. */
void workspace_write_unanswered(struct workspace *workspace, const char *source,
                                struct buffer *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with both sides' reports on the current trade, and why files on the same trade differ. */
#ifndef TRADESCOPE_VIEW_MIRROR_PAGE_H
#define TRADESCOPE_VIEW_MIRROR_PAGE_H

#include "analysis/statistics/series.h"
#include "view/workspace.h"

/* Returns what the partner reports in a file on the trade that is shown; empty if nothing. */
struct series mirror_other_side(struct arena *arena, const struct workspace *workspace, size_t file,
                                struct text product);
/* Returns false, with the reason, if no file of statistics is open. */
bool mirror_page_open(struct workspace *workspace, struct error *error);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The panes and their table. To add one: a file, a declaration here, a name in enum pane, an entry
 * in the table of panes.c, and a place in layout.c.
 */
#ifndef TRADESCOPE_VIEW_PANES_H
#define TRADESCOPE_VIEW_PANES_H

#include "analysis/claims/agreement.h"
#include "view/workspace.h"

/* The panes of tradescope, for workspace_init(). */
extern const struct pane_set pane_set;

extern const struct view_ops balance_view_ops;
extern const struct view_ops path_view_ops;
extern const struct view_ops figures_view_ops;
extern const struct view_ops events_view_ops;
extern const struct view_ops source_view_ops;
extern const struct view_ops problems_view_ops;
extern const struct view_ops checks_view_ops;
extern const struct view_ops rows_view_ops;
extern const struct view_ops partners_view_ops;
extern const struct view_ops products_view_ops;

/* Returns the numbers below the chart of Path, which must not be stale. */
struct number_list;
const struct number_list *path_numbers(const struct view *view);

/* Good, warn or bad. */
enum role agreement_role(enum agreement agreement);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Functions that initialise the views. To add one: a file, a declaration here, an entry in the
 * table of panes in workspace.c.
 */
#ifndef TRADESCOPE_VIEW_PANES_H
#define TRADESCOPE_VIEW_PANES_H

#include "analysis/claims/agreement.h"
#include "view/view.h"

void balance_view_init(struct view *view);
void path_view_init(struct view *view);
void figures_view_init(struct view *view);
void events_view_init(struct view *view);
void source_view_init(struct view *view);
void problems_view_init(struct view *view);
void checks_view_init(struct view *view);
void rows_view_init(struct view *view);

/* Returns the period whose numbers Balance shows; PERIOD_NONE if there is none. */
struct period balance_view_period(struct workspace *workspace);

/* Good, warn or bad. */
enum role agreement_role(enum agreement agreement);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The panes that the data call for, and their numbers. Claims have figures, events and a path;
 * statistics alone have breakdowns by partner and by product, and a trend, in their places.
 */
#ifndef TRADESCOPE_VIEW_ARRANGEMENT_H
#define TRADESCOPE_VIEW_ARRANGEMENT_H

#include "view/workspace.h"

/* True if files of statistics are open and no claims. */
bool arrangement_is_of_statistics(const struct workspace *workspace);
/* Returns the set of panes that a large screen shows beside each other. */
unsigned arrangement_panes(struct workspace *workspace, const struct effort *effort);
/* Returns the number of the pane, from 1; 0 if it has none. */
int arrangement_number(const struct workspace *workspace, enum pane pane);
/* Returns the pane with the number; PANE_COUNT if there is none. */
enum pane arrangement_pane(const struct workspace *workspace, int number);
/* Returns the pane that is `by` steps on in the order of the numbers, round the ends. */
enum pane arrangement_step(const struct workspace *workspace, enum pane from, int by);
const char *arrangement_title(const struct workspace *workspace, enum pane pane);

#endif

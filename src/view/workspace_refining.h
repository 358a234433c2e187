/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sums of a file of statistics that is still loaded: of the rows that are there, made anew now and
 * then, so that all panes refine until the end, when the sums of all rows take their place.
 *
 * Refining is given up for any key, and takes about a twentieth of the time of loading.
 */
#ifndef TRADESCOPE_VIEW_WORKSPACE_REFINING_H
#define TRADESCOPE_VIEW_WORKSPACE_REFINING_H

#include "view/workspace.h"

/* Now. True where there is more to see than before. */
bool workspace_refine(struct workspace *workspace);
/* Whether there are rows that are in no sum as yet: it will be time for them. */
bool workspace_awaits_refining(const struct workspace *workspace);
/* Where it is time for it, and nothing on the screen would change under the eyes of a reader. */
bool workspace_refine_in_time(struct workspace *workspace);

#endif

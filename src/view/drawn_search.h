/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Search in what a pane draws: the numbers that Balance and Path work out, the checks, the
 * problems. Lists of rows are searched by their rows (workspace_search.c), pages by their lines.
 */
#ifndef TRADESCOPE_VIEW_DRAWN_SEARCH_H
#define TRADESCOPE_VIEW_DRAWN_SEARCH_H

#include <stdbool.h>

#include "view/view.h"

/* What a search in one view found. */
struct drawn_match {
    size_t item;          /* where the cursor goes */
    size_t number, count; /* of the match, from 1; of all items that match */
};

/*
 * Finds the next item behind (or before) the cursor that is drawn with a match; with `is_round`,
 * the first (or last) of all. Returns false if there is none up to the end of the view, or the view
 * is not searched in this way.
 */
bool drawn_search(struct view *view, bool is_backward, bool is_round, struct drawn_match *match,
                  const struct effort *effort);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_VIEW_HIGHLIGHT_H
#define TRADESCOPE_VIEW_HIGHLIGHT_H

#include "model/search.h"
#include "view/line.h"

/* Marks what the pattern of the search finds in a line. */
void highlight_matches(const struct search *search, struct line *line);

#endif

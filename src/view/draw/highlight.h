/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRADESCOPE_VIEW_DRAW_HIGHLIGHT_H
#define TRADESCOPE_VIEW_DRAW_HIGHLIGHT_H

#include "model/search.h"
#include "view/draw/line.h"

/* Marks the matches of the search in a line. */
void highlight_matches(const struct search *search, struct line *line);

#endif

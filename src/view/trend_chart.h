/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trend of statistics: exports, imports and balance as lines over the periods of Balance. */
#ifndef TRADESCOPE_VIEW_TREND_CHART_H
#define TRADESCOPE_VIEW_TREND_CHART_H

#include "view/draw/canvas.h"
#include "view/workspace.h"

/* True if there are at least two periods of a kind to draw. */
bool trend_chart_has_points(const struct workspace *workspace);
/* Draws the first `height` rows of the canvas. `shown` is the period to mark. */
void trend_chart_draw(const struct workspace *workspace, struct canvas *canvas, int height,
                      struct period shown);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The chart of Path: the observed values with their intervals, the required growth to each reading
 * of the deadline, and the scenario.
 */
#ifndef TRADESCOPE_VIEW_PATH_CHART_H
#define TRADESCOPE_VIEW_PATH_CHART_H

#include "view/draw/canvas.h"
#include "view/workspace.h"

/* Draws the first `height` rows of the canvas. The path must have at least one point. */
void path_chart_draw(const struct workspace *workspace, struct canvas *canvas, int height);

#endif

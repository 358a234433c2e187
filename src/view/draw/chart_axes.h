/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axes of a chart, with as many labels as fit without touching. */
#ifndef TRADESCOPE_VIEW_DRAW_CHART_AXES_H
#define TRADESCOPE_VIEW_DRAW_CHART_AXES_H

#include "view/draw/plot.h"

/* Returns the width of the longest label of the y axis. */
int chart_tick_cells(const struct scale *scale);
/*
 * Draws the y axis from `top` down, the x axis with its ticks, and a line at zero if values lie on
 * both sides of it.
 */
void chart_axes_draw(struct plot *plot, int top);

#endif

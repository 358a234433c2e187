/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The axes of a chart, with as many labels as do not touch each other.
 */
#ifndef TRADESCOPE_VIEW_DRAW_CHART_AXES_H
#define TRADESCOPE_VIEW_DRAW_CHART_AXES_H

#include "view/draw/plot.h"

/* Cells of the longest label of the y axis. */
int chart_tick_cells(const struct scale *scale);
/* The y axis from `top` down to its row, the x axis with its ticks, and a line at zero where values
 * lie on both sides of it. */
void chart_axes_draw(struct plot *plot, int top);

#endif

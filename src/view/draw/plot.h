/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The position of chart values in the cells of a dot canvas. For chart.c and chart_axes.c only. */
#ifndef TRADESCOPE_VIEW_DRAW_PLOT_H
#define TRADESCOPE_VIEW_DRAW_PLOT_H

#include "view/draw/chart.h"
#include "view/draw/dot_canvas.h"
#include "view/draw/scale.h"

struct plot {
    const struct chart *chart;
    struct dot_canvas dots;
    double unit;
    struct range x;
    struct scale y;
    int left, right; /* columns of the lowest and the highest x */
    int axis_row, axis_column;
};

/* True if the value is finite, and small enough that sums of two values cannot overflow. */
bool plot_is_drawable(double value);
bool plot_has_room_for(const struct plot *plot, const struct chart_point *point);
/* Finds the ranges of the axes: sets x in the plot, and `y` in the unit of the axis. */
void plot_find_ranges(struct plot *plot, struct range *y);
struct place plot_place(const struct plot *plot, const struct chart_point *point);

/* Returns `utf8` or `ascii`, as the canvas requires. */
const char *plot_sign(const struct plot *plot, const char *utf8, const char *ascii);
void plot_put(struct plot *plot, int row, int column, enum role role, const char *string);

#endif

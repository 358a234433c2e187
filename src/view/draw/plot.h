/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the values of a chart lie in the cells of its raster. For chart.c and chart_axes.c alone.
 */
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

/* Finite, and not so far out that sums of two values could overflow. */
bool plot_is_drawable(double value);
bool plot_has_room_for(const struct plot *plot, const struct chart_point *point);
/* What the axes cover: x in the plot, y in its unit in `y`. */
void plot_find_ranges(struct plot *plot, struct range *y);
struct place plot_place(const struct plot *plot, const struct chart_point *point);

/* `utf8` or `ascii`, as the raster allows. */
const char *plot_sign(const struct plot *plot, const char *utf8, const char *ascii);
void plot_put(struct plot *plot, int row, int column, enum role role, const char *string);

#endif

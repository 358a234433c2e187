/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts in cells: curves over time in braille dots, with axes, ticks and labels, in plain ASCII
 * where the canvas asks for it. Pure: values in, lines out. Bars are in bar.h.
 */
#ifndef TRADESCOPE_VIEW_DRAW_CHART_H
#define TRADESCOPE_VIEW_DRAW_CHART_H

#include <stddef.h>

#include "view/draw/bar.h"
#include "view/draw/canvas.h"

enum chart_style {
    CHART_MARKS,  /* the marks alone */
    CHART_SOLID,  /* joined by a line */
    CHART_DOTTED, /* joined by a dotted line: required, supposed */
};

struct chart_point {
    double x, y;
    const char *mark, *ascii_mark; /* one cell each; NULL for none: a corner of the curve only */
    enum role role;                /* of the mark */
    const char *label;             /* beside the mark where there is room; NULL for none */
    bool is_selected;              /* the mark is drawn with ROLE_CURSOR */
};

struct chart_curve {
    const struct chart_point *points; /* by x */
    size_t count;
    enum chart_style style;
    enum role role; /* of the line */
};

struct chart_tick {
    double x;
    const char *label; /* "FY2023-24" */
};

struct chart {
    const struct chart_curve *curves;
    size_t curve_count;
    const struct chart_tick *ticks; /* of the x axis, by x; labels that would touch are left out,
                                       the first and the last are kept longest */
    size_t tick_count;
    double x_low, x_high;
    double y_low, y_high; /* the axis covers at least these and all the points; set both 0 for
                             "from zero to what the points need" */
    double y_unit;        /* y values are divided by it for the labels (1e9 for US$ bn) */
    const char *y_title;  /* "US$ bn", above the axis */
};

/*
 * Draws into rows [top, top + height) of the canvas, over its whole width. Under 4 rows or 20 cells
 * nothing but the y title is drawn. y ticks are at round numbers (1, 2, 2.5 or 5 times a power of
 * ten), at least 2 and not closer than 2 rows (1 where the lowest charts show both signs). The x
 * axis covers at least x_low to x_high and all the points. A point whose x or y is not finite, or
 * beyond 1e100, is a gap in its curve.
 */
void chart_draw(struct canvas *canvas, int top, int height, const struct chart *chart);

#endif

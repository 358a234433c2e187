/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts in cells: curves over time in braille dots, with axes, ticks and labels, in ASCII if the
 * canvas requires it. Pure functions from values to lines. Bars are in bar.h.
 */
#ifndef TRADESCOPE_VIEW_DRAW_CHART_H
#define TRADESCOPE_VIEW_DRAW_CHART_H

#include <stddef.h>

#include "view/draw/bar.h"
#include "view/draw/canvas.h"

enum chart_style {
    CHART_MARKS,  /* marks only */
    CHART_SOLID,  /* joined by a line */
    CHART_DOTTED, /* joined by a dotted line: required, assumed */
};

struct chart_point {
    double x, y;
    const char *mark, *ascii_mark; /* one cell each; NULL for a point without a mark */
    enum role role;                /* of the mark */
    const char *label;             /* shown next to the mark if there is room; NULL for none */
    bool is_selected;              /* the mark is drawn with ROLE_CURSOR */
};

struct chart_curve {
    const struct chart_point *points; /* sorted by x */
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
    const struct chart_tick *ticks; /* of the x axis, sorted by x; labels that would touch are
                                       dropped, the first and the last are kept longest */
    size_t tick_count;
    double x_low, x_high;
    double y_low, y_high; /* the axis covers at least these and all points; 0 and 0 for a range from
                             zero to the points */
    double y_unit;        /* divisor of the labels (1e9 for US$ bn) */
    const char *y_title;  /* "US$ bn", above the axis */
};

/*
 * Draws into rows [top, top + height) of the canvas, over its whole width. Under 4 rows or 20 cells
 * only the y title is drawn. y ticks are at round numbers (1, 2, 2.5 or 5 times a power of ten);
 * there are at least 2, not closer than 2 rows (1 if the lowest charts show both signs). The x axis
 * covers x_low to x_high and all points. A point whose x or y is not finite, or beyond 1e100, is a
 * gap in its curve.
 */
void chart_draw(struct canvas *canvas, int top, int height, const struct chart *chart);

#endif

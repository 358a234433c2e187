/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/plot.h"

#include <float.h>
#include <math.h>

#define LARGEST 1e100

bool plot_is_drawable(double value)
{
    return fabs(value) <= LARGEST;
}

static void cover(struct range *range, double value)
{
    if (!plot_is_drawable(value))
        return;
    range->low = fmin(range->low, value);
    range->high = fmax(range->high, value);
}

bool plot_has_room_for(const struct plot *plot, const struct chart_point *point)
{
    return plot_is_drawable(point->x) && plot_is_drawable(point->y / plot->unit);
}

/* Widens the range until the labels of its ends differ. */
static struct range widened_y(struct range range)
{
    double least = fmax(fabs(range.low), fabs(range.high)) * 1e-3;
    if (range.low > range.high)
        return (struct range){0, 1};
    if (range.high - range.low < least)
        range.high = range.low + least;
    if (range.high - range.low < DBL_MIN * 1e6)
        range.high = range.low + 1;
    return range;
}

/* Widens the range so that a single x is in the middle. */
static struct range widened_x(struct range range)
{
    double least = fmax(fabs(range.low), fabs(range.high)) * 1e-9;
    if (range.low > range.high)
        return (struct range){0, 1};
    if (range.high - range.low <= least) {
        range.low -= fmax(least, 0.5);
        range.high += fmax(least, 0.5);
    }
    return range;
}

void plot_find_ranges(struct plot *plot, struct range *y)
{
    const struct chart *chart = plot->chart;
    plot->x = *y = (struct range){INFINITY, -INFINITY};
    cover(&plot->x, chart->x_low);
    cover(&plot->x, chart->x_high);
    cover(y, chart->y_low / plot->unit);
    cover(y, chart->y_high / plot->unit);
    for (size_t i = 0; i < chart->curve_count; i++)
        for (size_t j = 0; j < chart->curves[i].count; j++) {
            const struct chart_point *point = &chart->curves[i].points[j];
            if (plot_has_room_for(plot, point)) {
                cover(&plot->x, point->x);
                cover(y, point->y / plot->unit);
            }
        }
    plot->x = widened_x(plot->x);
    *y = widened_y(*y);
}

struct place plot_place(const struct plot *plot, const struct chart_point *point)
{
    double part = (point->x - plot->x.low) / (plot->x.high - plot->x.low);
    double steps = (point->y / plot->unit - plot->y.low) / plot->y.step;
    return (struct place){plot->left + part * (plot->right - plot->left),
                          plot->axis_row - steps * plot->y.rows_per_step};
}

const char *plot_sign(const struct plot *plot, const char *utf8, const char *ascii)
{
    return plot->dots.ascii ? ascii : utf8;
}

void plot_put(struct plot *plot, int row, int column, enum role role, const char *string)
{
    dot_canvas_put(&plot->dots, row, column, role, dot_canvas_text(&plot->dots, text_of(string)));
}

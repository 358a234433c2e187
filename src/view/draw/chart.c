/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart is composed on a dot canvas: axes, curves, marks, then labels where they fit. The scale
 * of the y axis is chosen so that each tick lies exactly on a row. The room that this leaves at the
 * top is used for labels.
 */
#include "config.h"

#include "view/draw/chart.h"

#include "base/array.h"
#include "view/draw/chart_axes.h"
#include "view/draw/plot.h"

#include <math.h>

#define LEAST_HEIGHT 4
#define LEAST_WIDTH 20
/* From this height the title has a row of its own; below, it shares that of the highest values. */
#define LEAST_HEIGHT_FOR_TITLE 7

/* ---- curves, marks and labels ---- */

static void draw_curve(struct plot *plot, const struct chart_curve *curve)
{
    const struct chart_point *before = NULL;
    int phase = 0;
    if (curve->style == CHART_MARKS)
        return;
    for (size_t i = 0; i < curve->count; i++) {
        const struct chart_point *point = &curve->points[i];
        bool is_drawn = plot_has_room_for(plot, point);
        if (before && is_drawn)
            dot_canvas_stroke(&plot->dots, plot_place(plot, before), plot_place(plot, point),
                              curve->role, curve->style == CHART_DOTTED, &phase);
        before = is_drawn ? point : NULL;
    }
}

static const char *mark_of(const struct plot *plot, const struct chart_point *point)
{
    const char *mark = plot->dots.ascii ? point->ascii_mark : point->mark;
    return mark && text_cells(text_of(mark)) == 1 ? mark : "*";
}

static void draw_mark(struct plot *plot, const struct chart_point *point)
{
    if (!point->mark && !point->ascii_mark)
        return;
    struct place place = plot_place(plot, point);
    dot_canvas_put(&plot->dots, (int)lround(place.y), (int)lround(place.x),
                   point->is_selected ? ROLE_CURSOR : point->role,
                   dot_canvas_text(&plot->dots, text_of(mark_of(plot, point))));
}

/* Positions of a label, best first: rows below the mark, and alignment with the mark's column. */
enum label_side { SIDE_LEFT, SIDE_END, SIDE_MIDDLE, SIDE_START, SIDE_RIGHT };
static const struct spot {
    int row;
    enum label_side side;
} spots[] = {
    {0, SIDE_LEFT},   {-1, SIDE_MIDDLE}, {0, SIDE_RIGHT}, {-1, SIDE_END},  {1, SIDE_START},
    {1, SIDE_MIDDLE}, {-1, SIDE_START},  {1, SIDE_RIGHT}, {-1, SIDE_LEFT}, {1, SIDE_END},
};

static int label_column(int column, int cells, enum label_side side)
{
    const int starts[] = {[SIDE_LEFT] = column - 1 - cells,
                          [SIDE_END] = column - cells + 1,
                          [SIDE_MIDDLE] = column - cells / 2,
                          [SIDE_START] = column,
                          [SIDE_RIGHT] = column + 2};
    return starts[side];
}

/* A label needs a blank at both ends, except at the edges of the chart. */
static bool is_room(const struct plot *plot, int row, int column, int cells, bool over_dots)
{
    int first = column > plot->left ? column - 1 : column;
    int end = column + cells + (column + cells < plot->dots.width ? 1 : 0);
    return column >= plot->left && row < plot->axis_row &&
           dot_canvas_is_free(&plot->dots, row, first, end - first, over_dots);
}

static void draw_label(struct plot *plot, const struct chart_point *point)
{
    struct place place = plot_place(plot, point);
    struct text label = dot_canvas_text(&plot->dots, text_of(point->label));
    int cells = text_cells(label);
    for (int over_dots = 0; over_dots <= 1; over_dots++)
        for (size_t i = 0; i < ARRAY_LENGTH(spots); i++) {
            int row = (int)lround(place.y) + spots[i].row;
            int column = label_column((int)lround(place.x), cells, spots[i].side);
            if (is_room(plot, row, column, cells, over_dots)) {
                dot_canvas_put(&plot->dots, row, column, ROLE_PLAIN, label);
                return;
            }
        }
}

static void draw_points(struct plot *plot)
{
    enum { MARKS, SELECTED_LABEL, LABELS, PASSES };
    for (int pass = MARKS; pass < PASSES; pass++)
        for (size_t i = 0; i < plot->chart->curve_count; i++)
            for (size_t j = 0; j < plot->chart->curves[i].count; j++) {
                const struct chart_point *point = &plot->chart->curves[i].points[j];
                if (!plot_has_room_for(plot, point))
                    continue;
                if (pass == MARKS)
                    draw_mark(plot, point);
                else if (point->label && point->is_selected == (pass == SELECTED_LABEL))
                    draw_label(plot, point);
            }
}

/* ---- the whole ---- */

static void draw_title(struct plot *plot, int row, int column)
{
    if (plot->chart->y_title)
        dot_canvas_put(&plot->dots, row, column, ROLE_DIM,
                       dot_canvas_text(&plot->dots, text_of(plot->chart->y_title)));
}

/* Leaves room at the right for the last tick's label. */
static int right_margin(const struct chart *chart, int width)
{
    const char *last = chart->tick_count ? chart->ticks[chart->tick_count - 1].label : NULL;
    int margin = last ? text_cells(text_of(last)) / 2 : 0;
    return margin < width / 10 ? margin : width / 10;
}

static void draw_plot(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    bool has_title_row = chart->y_title && plot->dots.height >= LEAST_HEIGHT_FOR_TITLE;
    int top = has_title_row ? 1 : 0;
    struct range y;
    plot_find_ranges(plot, &y);
    plot->axis_row = plot->dots.height - 1 - (chart->tick_count ? 1 : 0);
    /* Ticks are two rows apart, except zero in the lowest charts. */
    int rows = plot->axis_row - top;
    if (!scale_find(&plot->y, y, rows, 2) && !scale_find(&plot->y, y, rows, 1))
        return;
    plot->axis_column = chart_tick_cells(&plot->y) + 1;
    plot->left = plot->axis_column + 2;
    plot->right = plot->dots.width - 1 - right_margin(chart, plot->dots.width);
    chart_axes_draw(plot, top);
    draw_title(plot, 0, has_title_row ? 0 : plot->left);
    for (size_t i = 0; i < chart->curve_count; i++)
        draw_curve(plot, &chart->curves[i]);
    draw_points(plot);
}

void chart_draw(struct canvas *canvas, int top, int height, const struct chart *chart)
{
    struct plot plot = {.chart = chart, .unit = 1};
    if (canvas->width <= 0 || height <= 0)
        return;
    if (chart->y_unit > 0 && plot_is_drawable(chart->y_unit))
        plot.unit = chart->y_unit;
    dot_canvas_init(&plot.dots, canvas->width, height, canvas->ascii);
    if (height < LEAST_HEIGHT || canvas->width < LEAST_WIDTH)
        draw_title(&plot, 0, 0);
    else
        draw_plot(&plot);
    dot_canvas_write(&plot.dots, canvas, top);
    dot_canvas_release(&plot.dots);
}

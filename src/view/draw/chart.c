/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart is composed on a dot canvas: axes, curves, marks, then labels where they fit. The scale
 * of the y axis is chosen so that each tick lies exactly on a row. The room that this leaves at the
 * top is used for labels.
 */
#include "config.h"

#include "view/draw/chart.h"

#include "base/array.h"
#include "base/memory.h"
#include "view/draw/dot_canvas.h"
#include "view/draw/scale.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_HEIGHT 4
#define LEAST_WIDTH 20
/* From this height the title has a row of its own; below, it shares that of the highest values. */
#define LEAST_HEIGHT_FOR_TITLE 7

/* ---- where values lie ---- */

struct plot {
    const struct chart *chart;
    struct dot_canvas dots;
    double unit;
    struct range x;
    struct scale y;
    int left, right; /* columns of the lowest and the highest x */
    int axis_row, axis_column;
};

#define LARGEST 1e100

/* True if the value is finite, and small enough that sums of two values cannot overflow. */
static bool plot_is_drawable(double value)
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

static bool plot_has_room_for(const struct plot *plot, const struct chart_point *point)
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

/* Finds the ranges of the axes: sets x in the plot, and `y` in the unit of the axis. */
static void plot_find_ranges(struct plot *plot, struct range *y)
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

static struct place plot_place(const struct plot *plot, const struct chart_point *point)
{
    double part = (point->x - plot->x.low) / (plot->x.high - plot->x.low);
    double steps = (point->y / plot->unit - plot->y.low) / plot->y.step;
    return (struct place){plot->left + part * (plot->right - plot->left),
                          plot->axis_row - steps * plot->y.rows_per_step};
}

/* Returns `utf8` or `ascii`, as the canvas requires. */
static const char *plot_sign(const struct plot *plot, const char *utf8, const char *ascii)
{
    return plot->dots.ascii ? ascii : utf8;
}

static void plot_put(struct plot *plot, int row, int column, enum role role, const char *string)
{
    dot_canvas_put(&plot->dots, row, column, role, dot_canvas_text(&plot->dots, text_of(string)));
}

/* ---- axes ---- */

/* Returns the width of the longest label of the y axis. */
static int chart_tick_cells(const struct scale *scale)
{
    int most = 0;
    for (int n = 0; n <= scale->step_count; n++) {
        char label[SCALE_LABEL_SIZE];
        scale_write_label(scale, n, label);
        int cells = (int)strlen(label);
        most = cells > most ? cells : most;
    }
    return most;
}

static void draw_y_axis(struct plot *plot, int top)
{
    int column = plot->axis_column;
    for (int row = top; row < plot->axis_row; row++)
        plot_put(plot, row, column, ROLE_DIM, plot_sign(plot, "│", "|"));
    for (int n = 0; n <= plot->y.step_count; n++) {
        char label[SCALE_LABEL_SIZE];
        int row = plot->axis_row - n * plot->y.rows_per_step;
        scale_write_label(&plot->y, n, label);
        plot_put(plot, row, column - 1 - (int)strlen(label), ROLE_DIM, label);
        plot_put(plot, row, column, ROLE_DIM,
                 n ? plot_sign(plot, "┤", "+") : plot_sign(plot, "┴", "+"));
    }
}

/* If there are values on both sides of zero, a line separates them. */
static void draw_zero(struct plot *plot)
{
    double steps = round(-plot->y.low / plot->y.step);
    if (steps < 1 || steps > plot->y.step_count)
        return;
    double row = plot->axis_row - steps * plot->y.rows_per_step;
    int phase = 0;
    dot_canvas_stroke(&plot->dots, (struct place){plot->axis_column + 1, row},
                      (struct place){plot->dots.width - 1, row}, ROLE_DIM, true, &phase);
}

struct x_label {
    struct text text;
    int tick, column, cells; /* columns of the tick and of the start of the label */
    bool is_shown;
};

static bool do_touch(const struct x_label *a, const struct x_label *b)
{
    return a->column <= b->column + b->cells && b->column <= a->column + a->cells;
}

/*
 * Shows the first label, every `stride`th and the last. Returns false if neighbours touch. Those
 * that touch the last one are dropped.
 */
static bool choose_labels(struct x_label *labels, size_t count, size_t stride)
{
    struct x_label *last = &labels[count - 1], *before = &labels[0];
    for (size_t i = 0; i < count; i++)
        labels[i].is_shown = false;
    last->is_shown = count == 1 || !do_touch(last, &labels[0]);
    labels[0].is_shown = true;
    for (size_t i = stride; i < count - 1; i += stride) {
        if (do_touch(&labels[i], last))
            continue;
        if (do_touch(&labels[i], before))
            return false;
        before = &labels[i];
        before->is_shown = true;
    }
    return true;
}

static size_t place_x_labels(struct plot *plot, struct x_label *labels)
{
    const struct chart *chart = plot->chart;
    size_t count = 0;
    for (size_t i = 0; i < chart->tick_count; i++) {
        const struct chart_tick *tick = &chart->ticks[i];
        if (!(tick->x >= plot->x.low && tick->x <= plot->x.high))
            continue;
        struct chart_point foot = {.x = tick->x, .y = plot->y.low * plot->unit};
        struct x_label *label = &labels[count++];
        label->tick = (int)lround(plot_place(plot, &foot).x);
        label->text = dot_canvas_text(&plot->dots, text_of(tick->label ? tick->label : ""));
        label->cells = text_cells(label->text);
        label->column = label->tick - label->cells / 2;
        if (label->column > plot->dots.width - label->cells)
            label->column = plot->dots.width - label->cells;
        if (label->column < 0)
            label->column = 0;
    }
    return count;
}

static void draw_x_axis(struct plot *plot)
{
    for (int column = plot->axis_column + 1; column < plot->dots.width; column++)
        plot_put(plot, plot->axis_row, column, ROLE_DIM, plot_sign(plot, "─", "-"));
    if (!plot->chart->tick_count)
        return;
    struct x_label *labels = xcalloc(plot->chart->tick_count, sizeof *labels);
    size_t count = place_x_labels(plot, labels);
    for (size_t stride = 1; count && !choose_labels(labels, count, stride);)
        stride++;
    for (size_t i = 0; i < count; i++) {
        const char *utf8 = labels[i].is_shown ? "┬" : "┴";
        plot_put(plot, plot->axis_row, labels[i].tick, ROLE_DIM, plot_sign(plot, utf8, "+"));
        if (labels[i].is_shown)
            dot_canvas_put(&plot->dots, plot->axis_row + 1, labels[i].column, ROLE_DIM,
                           labels[i].text);
    }
    free(labels);
}

/*
 * Draws the y axis from `top` down, the x axis with its ticks, and a line at zero if values lie on
 * both sides of it.
 */
static void chart_axes_draw(struct plot *plot, int top)
{
    draw_y_axis(plot, top);
    draw_x_axis(plot);
    draw_zero(plot);
}

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/chart_axes.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int chart_tick_cells(const struct scale *scale)
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

void chart_axes_draw(struct plot *plot, int top)
{
    draw_y_axis(plot, top);
    draw_x_axis(plot);
    draw_zero(plot);
}

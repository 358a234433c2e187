/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/path_chart.h"

#include "base/array.h"
#include "base/memory.h"
#include "view/draw/chart.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_LEGEND_HEIGHT 8
#define LEAST_RANGE 0.01       /* relative to the value */
#define CURVES_BESIDE_RANGES 6 /* the observed curve, a ray per reading, the scenario */
#define MOST_TICKS 200         /* more than fit on any screen; each stands for a year or more */

/* Returns the end of the period, in years. */
static double year_of(struct period period)
{
    return 1970 + (period.last + 1) / 365.2425;
}

struct path_chart {
    struct chart chart;
    struct unit unit; /* of the axis */
    struct arena arena;
    struct chart_point *observed;
    struct chart_point *rays[3]; /* from the last point to the target, one per reading */
    struct chart_curve *curves;
    struct chart_tick *ticks;
};

static struct chart_point observed_point(const struct path_point *point, size_t selected_row)
{
    bool is_implied = point->value->method == METHOD_IMPLIED_EARLIER;
    return (struct chart_point){
        .x = year_of(point->period),
        .y = point->value->value,
        .mark = is_implied ? "○" : "●",
        .ascii_mark = is_implied ? "o" : "*",
        .role = is_implied ? ROLE_DERIVED : ROLE_STRONG,
        .is_selected = point->value->row != NO_ROW && point->value->row == selected_row,
    };
}

static void label_point(struct path_chart *plan, struct chart_point *point,
                        const struct derivation *value)
{
    struct buffer text = {0};
    derivation_format_number(&text, value, plan->unit);
    point->label = arena_copy(&plan->arena, text.data, text.length);
    buffer_release(&text);
}

/* Shows the interval of a value if it is wide enough to be seen. */
static void plan_range(struct path_chart *plan, double x, const struct derivation *value)
{
    struct interval range = value->range;
    if (!isfinite(range.low) || !isfinite(range.high) ||
        range.high - range.low < LEAST_RANGE * fabs(value->value))
        return;
    struct chart_point *ends = arena_alloc(&plan->arena, 2 * sizeof *ends);
    ends[0] = (struct chart_point){.x = x, .y = range.low};
    ends[1] = (struct chart_point){.x = x, .y = range.high};
    plan->curves[plan->chart.curve_count++] = (struct chart_curve){ends, 2, CHART_SOLID, ROLE_WARN};
}

static void plan_observed(struct path_chart *plan, const struct workspace *workspace)
{
    const struct path *path = analysis_path(workspace->model->results.analysis);
    plan->observed = arena_alloc(&plan->arena, (path->count + 1) * sizeof *plan->observed);
    for (size_t i = 0; i < path->count; i++) {
        plan->observed[i] = observed_point(&path->points[i], workspace->model->selection.row);
        label_point(plan, &plan->observed[i], path->points[i].value);
        plan_range(plan, plan->observed[i].x, path->points[i].value);
    }
    plan->curves[plan->chart.curve_count++] =
        (struct chart_curve){plan->observed, path->count, CHART_SOLID, ROLE_STRONG};
}

/*
 * Plans the marks at each reading of the deadline. Constant growth is a curve, drawn year by year.
 */
static void plan_ray(struct path_chart *plan, const struct path *path, size_t reading)
{
    enum { STEPS = 24 };
    const struct path_reading *to = &path->readings[reading];
    struct chart_point *ray = arena_alloc(&plan->arena, (STEPS + 1) * sizeof *ray);
    double x0 = year_of(path->latest->period), x1 = year_of(to->deadline);
    double y0 = path->latest->value->value, rate = 1 + to->required->value / 100;
    double years = to->required->inputs[2]->value;
    for (int i = 0; i <= STEPS; i++) {
        double part = (double)i / STEPS;
        ray[i].x = x0 + (x1 - x0) * part;
        ray[i].y = y0 * pow(rate, years * part);
        ray[i].role = ROLE_TARGET;
    }
    ray[STEPS].mark = "◎";
    ray[STEPS].ascii_mark = "O";
    ray[STEPS].is_selected = false;
    if (reading + 1 == path->reading_count)
        label_point(plan, &ray[STEPS], path->target);
    plan->curves[plan->chart.curve_count++] =
        (struct chart_curve){ray, STEPS + 1, CHART_DOTTED, ROLE_TARGET};
}

static void plan_scenario(struct path_chart *plan, const struct scenario_outlook *outlook)
{
    struct chart_point *points = arena_alloc(&plan->arena, (outlook->count + 1) * sizeof *points);
    size_t count = 0;
    for (size_t i = 0; i < outlook->count; i++) {
        const struct derivation *total = outlook->points[i].total;
        if (total)
            points[count++] = (struct chart_point){
                .x = year_of(outlook->points[i].period), .y = total->value, .role = ROLE_DERIVED};
    }
    if (!count)
        return;
    points[count - 1].mark = "◆";
    points[count - 1].ascii_mark = "#";
    label_point(plan, &points[count - 1], outlook->points[count - 1].total);
    plan->curves[plan->chart.curve_count++] =
        (struct chart_curve){points, count, CHART_SOLID, ROLE_DERIVED};
}

/* Plans a tick at the end of each year, from the first point to the last deadline. */
static void plan_ticks(struct path_chart *plan, const struct path *path)
{
    struct period period = path->points[0].period;
    struct period last = path->points[path->count - 1].period;
    if (path->target && path->latest)
        for (size_t i = 0; i < path->reading_count; i++)
            if (path->readings[i].deadline.last > last.last)
                last = path->readings[i].deadline;
    size_t capacity = 0;
    double years = period_years_between(period, last);
    int stride = years > MOST_TICKS ? (int)(years / MOST_TICKS) + 1 : 1;
    while (period.kind && period.last <= last.last) {
        ARRAY_RESERVE(plan->ticks, plan->chart.tick_count + 1, capacity);
        plan->ticks[plan->chart.tick_count++] =
            (struct chart_tick){year_of(period), period_string(&plan->arena, period)};
        for (int i = 0; i < stride; i++)
            period = period_next(period);
    }
    plan->chart.ticks = plan->ticks;
    plan->chart.x_low = year_of(path->points[0].period);
    plan->chart.x_high = year_of(last);
}

/* Explains the marks that occur, as far as the width allows. */
static void write_legend(struct buffer *title, const struct workspace *workspace,
                         const struct canvas *canvas)
{
    const struct path *path = analysis_path(workspace->model->results.analysis);
    bool has_implied = false;
    for (size_t i = 0; i < path->count; i++)
        has_implied |= path->points[i].value->method == METHOD_IMPLIED_EARLIER;
    const struct {
        const char *utf8, *ascii, *meaning;
        bool is_there;
    } marks[] = {
        {"●", "*", "stated", true},
        {"○", "o", "implied", has_implied},
        {"◎", "O", "target", path->target && path->latest},
        {"◆", "#", "scenario", workspace->model->results.outlook.count > 0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(marks); i++) {
        struct buffer entry = {0};
        buffer_printf(&entry, "   %s %s", canvas_sign(canvas, marks[i].utf8, marks[i].ascii),
                      marks[i].meaning);
        if (marks[i].is_there &&
            text_cells(buffer_text(title)) + text_cells(buffer_text(&entry)) < canvas->width)
            buffer_append_text(title, buffer_text(&entry));
        buffer_release(&entry);
    }
}

static struct unit unit_of(const struct path *path)
{
    double largest = path->target ? path->target->value : 0;
    for (size_t i = 0; i < path->count; i++)
        largest = fmax(largest, path->points[i].value->value);
    return unit_for_reading(path->points[path->count - 1].value->unit, largest, 1e4);
}

void path_chart_draw(const struct workspace *workspace, struct canvas *canvas, int height)
{
    const struct path *path = analysis_path(workspace->model->results.analysis);
    struct path_chart plan = {.unit = unit_of(path)};
    struct buffer title = {0};
    plan.curves =
        arena_alloc(&plan.arena, (path->count + CURVES_BESIDE_RANGES) * sizeof *plan.curves);
    plan.chart.curves = plan.curves;
    plan_observed(&plan, workspace);
    if (path->target && path->latest)
        for (size_t i = 0; i < path->reading_count; i++)
            if (path->readings[i].required)
                plan_ray(&plan, path, i);
    plan_scenario(&plan, &workspace->model->results.outlook);
    plan_ticks(&plan, path);
    unit_format_name(&title, plan.unit);
    plan.chart.y_unit = plan.unit.scale;
    if (height >= LEAST_LEGEND_HEIGHT)
        write_legend(&title, workspace, canvas);
    plan.chart.y_title = title.data;
    chart_draw(canvas, 0, height, &plan.chart);
    buffer_release(&title);
    free(plan.ticks);
    arena_release(&plan.arena);
}

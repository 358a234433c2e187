/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Path: what was observed, the target, and the growth that each reading of its deadline asks for,
 * as a chart and as numbers. The chart stands above the numbers where the pane is high enough, and
 * beside them where it is not.
 */
#include "config.h"

#include "view/panes.h"

#include "base/array.h"
#include "base/memory.h"
#include "view/chart.h"
#include "view/foot.h"
#include "view/number_list.h"
#include "view/verdict_lines.h"
#include "view/workspace.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_CHART_HEIGHT 6
#define MOST_CHART_HEIGHT 20
#define LEAST_LEGEND_HEIGHT 8
#define LEAST_RANGE 0.01       /* of the value */
#define CURVES_BESIDE_RANGES 6 /* the observed, a ray a reading, the scenario */
#define MOST_TICKS 200 /* more than any screen has room for; each stands for a year or more */
#define LEAST_CHART_WIDTH 28
#define REMARK_CELLS 8 /* "a year", behind two blanks */

struct path_state {
    struct number_list numbers;
};

static struct path_state *state_of(const struct view *view)
{
    return view->state;
}

static const struct path *path_of(const struct view *view)
{
    return &view->workspace->analysis.path;
}

/* "target 2030": what stands there, and its period. */
static void add_at(struct view *view, const char *what, struct period period,
                   const struct derivation *derivation, enum role role)
{
    struct arena scratch = {0};
    const char *label = arena_printf(&scratch, "%s%s", what, period_string(&scratch, period));
    number_list_add(&state_of(view)->numbers, view->workspace, label, derivation, role);
    arena_release(&scratch);
}

static const struct scenario_outlook *outlook_of(const struct view *view)
{
    return &view->workspace->outlook;
}

/* The growth rates that the user set, each the second input of what it leads to. */
static void list_rates(struct view *view)
{
    const struct scenario_outlook *outlook = outlook_of(view);
    struct number_list *numbers = &state_of(view)->numbers;
    const struct scenario_point *last = &outlook->points[outlook->count - 1];
    bool is_missed = outlook->has_target && !outlook->reached.total;
    const char *remark = is_missed ? "a year: the target is not reached" : "a year";
    if (!last->exports || !last->imports)
        return;
    number_list_add(numbers, view->workspace, "if exports grow", last->exports->inputs[1],
                    ROLE_EXPORT);
    number_list_remark(numbers, ROLE_DIM, remark);
    number_list_add(numbers, view->workspace, "if imports grow", last->imports->inputs[1],
                    ROLE_IMPORT);
    number_list_remark(numbers, ROLE_DIM, remark);
}

static void list_scenario(struct view *view)
{
    const struct scenario_outlook *outlook = outlook_of(view);
    if (!outlook->count)
        return;
    list_rates(view);
    if (outlook->reached.total)
        add_at(view, "reached ", outlook->reached.period, outlook->reached.total, ROLE_GOOD);
    for (size_t i = 0; i < outlook->deadline_count; i++) {
        const struct scenario_point *point = &outlook->deadlines[i];
        if (!point->total || !point->balance)
            continue;
        add_at(view, "then total ", point->period, point->total, ROLE_DERIVED);
        add_at(view, "then balance ", point->period, point->balance, ROLE_DERIVED);
    }
}

static void add_rate(struct view *view, const char *what, struct period period,
                     const struct derivation *rate)
{
    if (!rate)
        return;
    add_at(view, what, period, rate, ROLE_DERIVED);
    number_list_remark(&state_of(view)->numbers, ROLE_DIM, "a year");
}

/* The numbers behind the verdict for the first reading; the others are explained from Path too. */
static void add_verdict(struct view *view)
{
    const struct verdict_reading *reading = &view->workspace->analysis.verdict.readings[0];
    const struct verdict_base *base = reading->chosen;
    add_rate(view, "linear to ", reading->deadline, reading->linear);
    if (!base || !base->ratio)
        return;
    struct period from = base->from->period;
    add_rate(view, "seen from ", from, base->observed);
    add_rate(view, "required from ", from, base->required);
    add_at(view, "ratio R from ", from, base->ratio, verdict_role(base->word));
    number_list_remark(&state_of(view)->numbers, verdict_role(base->word),
                       verdict_phrase(base->word));
}

static void list_numbers(struct view *view)
{
    const struct path *path = path_of(view);
    struct number_list *numbers = &state_of(view)->numbers;
    number_list_clear(numbers);
    list_scenario(view);
    if (path->target) {
        add_at(view, "target ", path->target->period, path->target, ROLE_TARGET);
        for (size_t i = 0; i < path->reading_count; i++)
            add_rate(view, "needed to ", path->readings[i].deadline, path->readings[i].required);
        add_verdict(view);
    }
    if (path->last_growth)
        add_at(view, "last growth ", path->last_growth->period, path->last_growth, ROLE_STRONG);
    for (size_t i = path->count; i-- > 0;) {
        bool is_implied = path->points[i].value->method == METHOD_IMPLIED_EARLIER;
        add_at(view, "", path->points[i].period, path->points[i].value,
               is_implied ? ROLE_DERIVED : ROLE_STRONG);
        if (is_implied)
            number_list_remark(numbers, ROLE_DERIVED, "implied: y1 / (1 + growth)");
    }
}

static void refresh(struct view *view)
{
    list_numbers(view);
    list_set_count(&view->list, state_of(view)->numbers.count);
}

/* Fractions of years, at the end of the period. */
static double year_of(struct period period)
{
    return 1970 + (period.last + 1) / 365.2425;
}

struct path_chart {
    struct chart chart;
    struct unit unit; /* of the axis */
    struct arena arena;
    struct chart_point *observed;
    struct chart_point *rays[3]; /* from the last point to the target, one a reading */
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

/* What rounding and qualifiers leave open, where it is wide enough to be seen. */
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

static void plan_observed(struct path_chart *plan, const struct view *view)
{
    const struct path *path = path_of(view);
    plan->observed = arena_alloc(&plan->arena, (path->count + 1) * sizeof *plan->observed);
    for (size_t i = 0; i < path->count; i++) {
        plan->observed[i] = observed_point(&path->points[i], view->workspace->selected_row);
        label_point(plan, &plan->observed[i], path->points[i].value);
        plan_range(plan, plan->observed[i].x, path->points[i].value);
    }
    plan->curves[plan->chart.curve_count++] =
        (struct chart_curve){plan->observed, path->count, CHART_SOLID, ROLE_STRONG};
}

/* Marks where each reading puts the deadline; constant growth is a curve, drawn by years. */
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

/* A tick at the end of every year of the series, from its first point to the last deadline. */
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

/* What the marks mean, those that are there, as far as the width allows. */
static void write_legend(struct buffer *title, const struct view *view, const struct canvas *canvas)
{
    const struct path *path = path_of(view);
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
        {"◆", "#", "scenario", outlook_of(view)->count > 0},
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

static void draw_chart(const struct view *view, struct canvas *canvas, int height)
{
    const struct path *path = path_of(view);
    struct path_chart plan = {.unit = path->points[path->count - 1].value->unit};
    struct buffer title = {0};
    plan.curves =
        arena_alloc(&plan.arena, (path->count + CURVES_BESIDE_RANGES) * sizeof *plan.curves);
    plan.chart.curves = plan.curves;
    plan_observed(&plan, view);
    if (path->target && path->latest)
        for (size_t i = 0; i < path->reading_count; i++)
            if (path->readings[i].required)
                plan_ray(&plan, path, i);
    plan_scenario(&plan, outlook_of(view));
    plan_ticks(&plan, path);
    unit_format_name(&title, plan.unit);
    plan.chart.y_unit = plan.unit.scale;
    if (height >= LEAST_LEGEND_HEIGHT)
        write_legend(&title, view, canvas);
    plan.chart.y_title = title.data;
    chart_draw(canvas, 0, height, &plan.chart);
    buffer_release(&title);
    free(plan.ticks);
    arena_release(&plan.arena);
}

static void draw_numbers(struct view *view, struct canvas *canvas, int top, bool is_focused)
{
    const struct number_list *numbers = &state_of(view)->numbers;
    list_set_height(&view->list, (size_t)(canvas->height > top ? canvas->height - top : 1));
    struct number_columns columns = number_list_measure(numbers);
    for (int row = top; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)(row - top);
        if (item >= numbers->count)
            break;
        bool is_cursor = item == view->list.cursor;
        struct line *line = canvas_item_line(canvas, row, is_cursor);
        view_note_item(view, row, item);
        number_write(line, &numbers->items[item], columns, canvas->width - 2, canvas);
        if (is_cursor)
            canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    }
    if (view->list.top + view->list.height < numbers->count)
        canvas_mark_more(canvas, canvas->height - 1);
}

/* The list beside a chart shows labels, values and the shortest remarks. */
static int list_width(const struct view *view)
{
    struct number_columns columns = number_list_measure(&state_of(view)->numbers);
    return 2 + columns.label + 1 + columns.value + REMARK_CELLS;
}

static void draw_beside(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct canvas chart, list;
    int width = list_width(view);
    canvas_init(&chart, canvas->width - width - 1, canvas->height, canvas->ascii);
    canvas_init(&list, width, canvas->height, canvas->ascii);
    draw_chart(view, &chart, chart.height);
    draw_numbers(view, &list, 0, is_focused);
    for (int row = 0; row < canvas->height; row++) {
        struct line *line = canvas_line(canvas, row);
        line_join(line, canvas_line(&chart, row));
        line_pad(line, chart.width + 1);
        line_join(line, canvas_line(&list, row));
    }
    canvas_release(&chart);
    canvas_release(&list);
}

static void draw_empty(const struct view *view, struct canvas *canvas)
{
    const struct path *path = path_of(view);
    struct line *line = canvas_line(canvas, 0);
    line_printf(line, ROLE_DIM, "%s %s",
                path->target ? "the target stands alone: no observations"
                             : "no target and no series",
                workspace_scope(view->workspace));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

static void draw_path(struct view *view, struct canvas *canvas, bool is_focused)
{
    int numbers = (int)state_of(view)->numbers.count;
    if (!path_of(view)->count) {
        if (!numbers)
            draw_empty(view, canvas);
        draw_numbers(view, canvas, 0, is_focused);
        return;
    }
    int least_numbers = numbers < 5 ? numbers : 5;
    if (canvas->height >= LEAST_CHART_HEIGHT + numbers ||
        (canvas->width < LEAST_CHART_WIDTH + list_width(view) &&
         canvas->height >= LEAST_CHART_HEIGHT + least_numbers)) {
        int chart = canvas->height - numbers;
        chart = chart < LEAST_CHART_HEIGHT  ? LEAST_CHART_HEIGHT
                : chart > MOST_CHART_HEIGHT ? MOST_CHART_HEIGHT
                                            : chart;
        draw_chart(view, canvas, chart);
        draw_numbers(view, canvas, chart, is_focused);
    } else if (canvas->width >= LEAST_CHART_WIDTH + list_width(view)) {
        draw_beside(view, canvas, is_focused);
    } else {
        draw_numbers(view, canvas, 0, is_focused);
    }
}

/* The verdict stands below all else, and takes at most a third of the pane. */
static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct wrapping verdict = {0};
    verdict_lines_add(&verdict, &view->workspace->analysis.verdict, canvas->width);
    int rows =
        foot_draw(canvas, &verdict, canvas->is_printed ? canvas->height : canvas->height / 3);
    wrapping_release(&verdict);
    canvas->height -= rows;
    draw_path(view, canvas, is_focused);
    canvas->height += rows;
}

static int full_height(struct view *view, int width)
{
    struct wrapping verdict = {0};
    verdict_lines_add(&verdict, &view->workspace->analysis.verdict, width);
    int rows = (int)verdict.count;
    wrapping_release(&verdict);
    rows += (int)state_of(view)->numbers.count;
    return path_of(view)->count ? 14 + rows : rows > 0 ? rows : 1;
}

static struct item item(const struct view *view)
{
    const struct number_list *numbers = &state_of(view)->numbers;
    if (view->list.cursor >= numbers->count)
        return (struct item){.row = NO_ROW};
    const struct derivation *derivation = numbers->items[view->list.cursor].derivation;
    return (struct item){.row = derivation->row, .derivation = derivation};
}

static void select_row(struct view *view, size_t row)
{
    const struct number_list *numbers = &state_of(view)->numbers;
    const struct observation *observation =
        observation_of_row(&view->workspace->analysis.observations, row);
    for (size_t i = 0; observation && i < numbers->count; i++)
        if (numbers->items[i].derivation->row == observation->shown)
            list_move_to(&view->list, i);
}

/* The rate at the cursor goes up or down by a point; elsewhere that of exports does. */
static bool change_rate(struct view *view, double points)
{
    struct scenario scenario = {0};
    struct error error = {0};
    struct buffer text = {0};
    const char *current = view->workspace->choices.scenario;
    size_t cursor = view->list.cursor;
    bool is_set = current && scenario_parse(&scenario, text_of(current), &error);
    const struct number_list *numbers = &state_of(view)->numbers;
    bool is_imports =
        is_set && cursor < numbers->count && numbers->items[cursor].role == ROLE_IMPORT;
    *(is_imports ? &scenario.imports : &scenario.exports) += points;
    scenario_write(&text, &scenario);
    if (!workspace_set_scenario(view->workspace, text.data, &error))
        workspace_say(view->workspace, ROLE_WARN, "%s", error.text);
    buffer_release(&text);
    error_release(&error);
    list_move_to(&view->list, is_set ? cursor : 0);
    return true;
}

static bool request(struct view *view, enum request request)
{
    if (request == REQUEST_MORE || request == REQUEST_LESS)
        return change_rate(view, request == REQUEST_MORE ? 1 : -1);
    return false;
}

static void write_title(const struct view *view, struct line *line)
{
    const struct path *path = path_of(view);
    if (!path->target)
        return;
    struct buffer text = {0};
    buffer_puts(&text, "to ");
    derivation_format(&text, path->target);
    buffer_puts(&text, " by ");
    period_format(&text, path->target->period);
    line_add(line, ROLE_TARGET, buffer_text(&text));
    buffer_release(&text);
}

static void release(struct view *view)
{
    number_list_release(&state_of(view)->numbers);
    free(view->state);
}

static const struct view_ops path_ops = {
    .name = "path",
    .title = "Path",
    .help = "what was observed, the target, and the growth it takes to get there",
    .keys = "open scenario goal",
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .select = select_row,
    .request = request,
    .release = release,
};

void path_view_init(struct view *view)
{
    view->ops = &path_ops;
    view->state = xcalloc(1, sizeof(struct path_state));
}

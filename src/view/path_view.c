/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Path: the observed values, the target, and the growth that each reading of its deadline requires,
 * as a chart and as numbers. The chart is above the numbers if the pane is high enough, else beside
 * them.
 */
#include "config.h"

#include "base/memory.h"
#include "model/choice_changes.h"
#include "view/arrangement.h"
#include "view/draw/footer.h"
#include "view/number_list.h"
#include "view/panes.h"
#include "view/path_chart.h"
#include "view/trend_chart.h"
#include "view/verdict_lines.h"
#include "view/workspace.h"

#include <stdlib.h>

#define LEAST_CHART_HEIGHT 6
#define MOST_CHART_HEIGHT 20
#define GOOD_CHART_HEIGHT 12 /* with fewer rows the chart of a pane without focus takes all */
#define LEAST_CHART_WIDTH 28
#define LEAST_NUMBERS 3
#define REMARK_CELLS 10 /* "on track" and the sign that there is more */

struct path_state {
    struct number_list numbers;
};

static struct path_state *state_of(const struct view *view)
{
    return view->state;
}

static const struct path *path_of(const struct view *view)
{
    return analysis_path(view->workspace->model->results.analysis);
}

/* Adds "target 2030": a value with its period. */
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
    return &view->workspace->model->results.outlook;
}

/* Lists the growth rates set by the user, each the second input of its results. */
static void list_rates(struct view *view)
{
    const struct scenario_outlook *outlook = outlook_of(view);
    struct number_list *numbers = &state_of(view)->numbers;
    const struct scenario_point *last = &outlook->points[outlook->count - 1];
    bool is_missed =
        outlook->has_target && !outlook->reached.total && !view->workspace->model->queue.loading;
    const char *remark = is_missed ? "a year: the target is not reached" : "a year";
    if (!last->exports || !last->imports)
        return;
    number_list_add(numbers, view->workspace, "if exports grow", last->exports->inputs[1],
                    ROLE_EXPORT);
    number_list_remark(numbers, ROLE_DIM, remark, "a year");
    number_list_add(numbers, view->workspace, "if imports grow", last->imports->inputs[1],
                    ROLE_IMPORT);
    number_list_remark(numbers, ROLE_DIM, remark, "a year");
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
    number_list_remark(&state_of(view)->numbers, ROLE_DIM, "a year", NULL);
}

/*
 * Adds the numbers of the verdict for the first reading; those of other readings are explained from
 * Path.
 */
static void add_verdict(struct view *view)
{
    const struct verdict_reading *reading =
        &analysis_verdict(view->workspace->model->results.analysis)->readings[0];
    const struct verdict_base *base = reading->chosen;
    add_rate(view, "linear to ", reading->deadline, reading->linear);
    if (!base || !base->ratio)
        return;
    struct period from = base->from->period;
    add_rate(view, "seen from ", from, base->observed);
    add_rate(view, "required from ", from, base->required);
    add_at(view, "ratio R from ", from, base->ratio, verdict_role(base->word));
    number_list_remark(&state_of(view)->numbers, verdict_role(base->word),
                       verdict_phrase(base->word), NULL);
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
        if (!view->workspace->model->queue.loading)
            add_verdict(view);
    }
    if (path->last_growth)
        add_at(view, "last growth ", path->last_growth->period, path->last_growth, ROLE_STRONG);
    for (size_t i = path->count; i-- > 0;) {
        bool is_implied = path->points[i].value->method == METHOD_IMPLIED_EARLIER;
        add_at(view, "", path->points[i].period, path->points[i].value,
               is_implied ? ROLE_DERIVED : ROLE_STRONG);
        if (is_implied)
            number_list_remark(numbers, ROLE_DERIVED, "implied: y1 / (1 + growth)", "implied");
    }
}

static void refresh(struct view *view)
{
    list_numbers(view);
    list_set_count(&view->list, state_of(view)->numbers.count);
}

static void draw_numbers(struct view *view, struct canvas *canvas, int top, bool is_focused)
{
    const struct number_list *numbers = &state_of(view)->numbers;
    list_set_height(&view->list, (size_t)(canvas->height > top ? canvas->height - top : 1));
    struct number_columns columns = number_list_measure(numbers);
    bool has_more = view->list.top + view->list.height < numbers->count;
    for (int row = top; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)(row - top);
        if (item >= numbers->count)
            break;
        bool is_cursor = item == view->list.cursor;
        struct line *line = canvas_item_line(canvas, row, is_cursor);
        view_note_item(view, row, item);
        bool is_cut = has_more && row == canvas->height - 1;
        number_write(line, &numbers->items[item], columns,
                     canvas->width - 2 - (is_cut ? canvas_more_cells(canvas) : 0), canvas);
        if (is_cursor)
            canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    }
    if (has_more)
        canvas_mark_more(canvas, canvas->height - 1);
}

/*
 * Next to a chart the list shows its full remarks if they leave half of the width, else the
 * shortest.
 */
static int list_width(const struct view *view, int width)
{
    struct number_columns columns = number_list_measure(&state_of(view)->numbers);
    int numbers = 2 + columns.label + 1 + columns.value + 2;
    int full = numbers + columns.remark + 2;
    return full <= width / 2 ? full : numbers + REMARK_CELLS;
}

/* Statistics without a target or a scenario have a trend in place of a path. */
static bool is_trend(const struct view *view)
{
    return arrangement_is_of_statistics(view->workspace) && !path_of(view)->target &&
           !outlook_of(view)->count && trend_chart_has_points(view->workspace);
}

static void draw_chart(const struct view *view, struct canvas *canvas, int height)
{
    struct view *balance = &view->workspace->views[PANE_BALANCE];
    struct period shown = {0};
    if (!is_trend(view)) {
        path_chart_draw(view->workspace, canvas, height);
        return;
    }
    if (!view_is_stale(balance))
        shown = balance->ops->period(balance);
    trend_chart_draw(view->workspace, canvas, height, shown);
}

static void draw_beside(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct canvas chart, list;
    int width = list_width(view, canvas->width);
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
                model_scope(view->workspace->model));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

static void draw_path(struct view *view, struct canvas *canvas, bool is_focused)
{
    int numbers = (int)state_of(view)->numbers.count;
    bool gives_way = !is_focused && !canvas->is_printed && canvas->height >= LEAST_CHART_HEIGHT &&
                     canvas->height < GOOD_CHART_HEIGHT + numbers;
    if (path_of(view)->count || is_trend(view)) {
        if (gives_way) {
            draw_chart(view, canvas, canvas->height);
            return;
        }
    } else {
        if (!numbers)
            draw_empty(view, canvas);
        draw_numbers(view, canvas, 0, is_focused);
        return;
    }
    int least_numbers = numbers < LEAST_NUMBERS ? numbers : LEAST_NUMBERS;
    bool is_wide = canvas->width >= LEAST_CHART_WIDTH + list_width(view, canvas->width);
    if (canvas->height >= LEAST_CHART_HEIGHT + numbers ||
        (!is_wide && canvas->height >= LEAST_CHART_HEIGHT + least_numbers)) {
        int chart = canvas->height - numbers;
        chart = chart < LEAST_CHART_HEIGHT  ? LEAST_CHART_HEIGHT
                : chart > MOST_CHART_HEIGHT ? MOST_CHART_HEIGHT
                                            : chart;
        draw_chart(view, canvas, chart);
        draw_numbers(view, canvas, chart, is_focused);
    } else if (is_wide) {
        draw_beside(view, canvas, is_focused);
    } else {
        draw_numbers(view, canvas, 0, is_focused);
    }
}

static void add_scenario_verdict(const struct view *view, struct wrapping *wrapping, int width)
{
    enum role role = outlook_of(view)->is_met ? ROLE_GOOD : ROLE_WARN;
    struct buffer text = {0};
    struct line line = {0};
    scenario_write_verdict(&text, outlook_of(view), path_of(view));
    if (text.length) {
        line_puts(&line, role, "Scenario: ");
        line_add(&line, role, buffer_text(&text));
        line_puts(&line, role, ".");
        wrapping_add(wrapping, &line, NO_ROW, width, 2);
    }
    buffer_release(&text);
    line_release(&line);
}

/*
 * As verdict_lines_add(). While a year is partly loaded there is no verdict, as it would look like
 * a collapse.
 */
static size_t add_verdict_lines(const struct view *view, struct wrapping *wrapping, int width)
{
    const struct verdict *verdict = analysis_verdict(view->workspace->model->results.analysis);
    if (!view->workspace->model->queue.loading)
        add_scenario_verdict(view, wrapping, width);
    if (!view->workspace->model->queue.loading)
        return verdict_lines_add(wrapping, verdict, width);
    struct line line = {0};
    line_puts(&line, ROLE_WARN, "Verdict: none before all rows are read.");
    if (verdict->reading_count)
        wrapping_add(wrapping, &line, NO_ROW, width, 2);
    line_release(&line);
    return wrapping->count;
}

/*
 * The verdict is at the bottom and takes at most a third of the pane, or its essential lines, so
 * that some numbers remain visible.
 */
static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct wrapping verdict = {0};
    int needed = (int)add_verdict_lines(view, &verdict, canvas->width);
    int least = canvas->height - LEAST_NUMBERS, most = needed < least ? needed : least;
    most = most < canvas->height / 3 ? canvas->height / 3 : most;
    int rows = footer_draw(canvas, &verdict, canvas->is_printed ? canvas->height : most);
    wrapping_release(&verdict);
    canvas->height -= rows;
    draw_path(view, canvas, is_focused);
    canvas->height += rows;
}

static int full_height(struct view *view, int width)
{
    struct wrapping verdict = {0};
    add_verdict_lines(view, &verdict, width);
    int rows = (int)verdict.count;
    wrapping_release(&verdict);
    rows += (int)state_of(view)->numbers.count;
    return path_of(view)->count || is_trend(view) ? 14 + rows : rows > 0 ? rows : 1;
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
        analysis_observation(view->workspace->model->results.analysis, row);
    for (size_t i = 0; observation && i < numbers->count; i++)
        if (numbers->items[i].derivation->row == observation->shown)
            list_move_to(&view->list, i);
}

/* Changes the rate at the cursor by a point; elsewhere that of exports. */
static bool change_rate(struct view *view, double points)
{
    struct scenario scenario = {0};
    struct error error = {0};
    struct buffer text = {0};
    const char *current = view->workspace->model->choices.scenario;
    size_t cursor = view->list.cursor;
    bool is_set = current && scenario_parse(&scenario, text_of(current), &error);
    const struct number_list *numbers = &state_of(view)->numbers;
    bool is_imports =
        is_set && cursor < numbers->count && numbers->items[cursor].role == ROLE_IMPORT;
    *(is_imports ? &scenario.imports : &scenario.exports) += points;
    scenario_write(&text, &scenario);
    if (!model_set_scenario(view->workspace->model, text.data, &error))
        model_set_message(view->workspace->model, MESSAGE_WARNING, "%s", error.text);
    buffer_release(&text);
    error_release(&error);
    view_update(view, view->workspace->model->user); /* its list is longer with a scenario */
    list_move_to(&view->list, is_set ? cursor : 0);
    return true;
}

static bool request(struct view *view, enum request request)
{
    if (request == REQUEST_MORE || request == REQUEST_LESS)
        return change_rate(view, request == REQUEST_MORE ? 1 : -1);
    return false;
}

const struct number_list *path_numbers(const struct view *view)
{
    return &state_of(view)->numbers;
}

static void write_title(const struct view *view, struct line *line)
{
    const struct path *path = path_of(view);
    if (!path->target) {
        if (path->count && !is_trend(view))
            line_printf(line, ROLE_DIM, "of %s", flow_vocabulary.words[path->flow]);
        return;
    }
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

static void init(struct view *view)
{
    view->state = xcalloc(1, sizeof(struct path_state));
}

const struct view_ops path_view_ops = {
    .name = "path",
    .title = "Path",
    .help = "what was observed, the target, and the growth it takes to get there",
    .keys = "open scenario goal",
    .behind = PANE_FIGURES,
    .init = init,
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .select = select_row,
    .request = request,
    .release = release,
};

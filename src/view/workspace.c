/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choices go in, and everything that is shown follows from them: filter, analyse, search, refresh
 * the views, keep the selection. There is one way through, workspace_refresh().
 */
#include "config.h"

#include "view/workspace.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "query/evaluate.h"
#include "view/explain.h"
#include "view/grid.h"
#include "view/panes.h"

#include <stdlib.h>
#include <string.h>

static void (*const pane_init[PANE_COUNT])(struct view *view) = {
    [PANE_BALANCE] = balance_view_init, [PANE_PATH] = path_view_init,
    [PANE_FIGURES] = figures_view_init, [PANE_EVENTS] = events_view_init,
    [PANE_SOURCE] = source_view_init,   [PANE_PROBLEMS] = problems_view_init,
    [PANE_CHECKS] = checks_view_init,
};

static void read_countries(struct workspace *workspace)
{
    struct error error = {0};
    char *path = path_of_data("countries.csv");
    workspace->countries = country_list_read(path, &error);
    if (!workspace->countries)
        workspace_say(workspace, ROLE_WARN, "%s", error.text);
    error_release(&error);
    free(path);
}

void workspace_open(struct workspace *workspace, const char *path, struct look look)
{
    *workspace = (struct workspace){.look = look, .selected_row = NO_ROW};
    read_countries(workspace);
    char *shipped = path ? NULL : path_of_data("india-russia.csv");
    dataset_load(&workspace->dataset, path ? path : shipped, NULL);
    free(shipped);
    for (size_t i = 0; i < PANE_COUNT; i++) {
        workspace->views[i].workspace = workspace;
        pane_init[i](&workspace->views[i]);
    }
    workspace_refresh(workspace);
    if (!workspace->shown.count && workspace->dataset.problems.count)
        workspace->focus = PANE_PROBLEMS;
}

void workspace_release(struct workspace *workspace)
{
    workspace_end_preview(workspace); /* it refreshes the views */
    while (workspace->overlay_count)
        workspace_close(workspace);
    free(workspace->overlays);
    for (size_t i = 0; i < PANE_COUNT; i++)
        view_release(&workspace->views[i]);
    workspace_silence(workspace);
    workspace_grant(workspace);
    free(workspace->trail);
    search_release(&workspace->search);
    analysis_release(&workspace->analysis);
    row_list_release(&workspace->shown);
    history_release(&workspace->history);
    choices_release(&workspace->choices);
    claim_facts_release(&workspace->facts);
    country_list_free(workspace->countries);
    dataset_release(&workspace->dataset);
}

void workspace_say(struct workspace *workspace, enum role role, const char *format, ...)
{
    struct buffer text = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&text, format, arguments);
    va_end(arguments);
    free(workspace->message.text);
    workspace->message = (struct message){buffer_take(&text), role};
}

void workspace_silence(struct workspace *workspace)
{
    free(workspace->message.text);
    workspace->message = (struct message){0};
}

void workspace_wish(struct workspace *workspace, enum wish_kind kind, const char *command,
                    const char *text)
{
    workspace_grant(workspace);
    workspace->wish =
        (struct wish){kind, xstrdup(command ? command : ""), xstrdup(text ? text : "")};
}

void workspace_grant(struct workspace *workspace)
{
    free(workspace->wish.command);
    free(workspace->wish.text);
    workspace->wish = (struct wish){0};
}

struct view *workspace_view(struct workspace *workspace)
{
    return workspace->overlay_count ? &workspace->overlays[workspace->overlay_count - 1]
                                    : &workspace->views[workspace->focus];
}

const struct query_facts *workspace_facts(struct workspace *workspace)
{
    if (!workspace->facts.facts.count)
        claim_facts_name(&workspace->facts);
    return &workspace->facts.facts;
}

struct expression *workspace_parse(struct workspace *workspace, const char *source,
                                   struct query_error *error)
{
    struct expression *expression = expression_parse_with_facts(
        text_of(source), &workspace->dataset, workspace_facts(workspace), error);
    if (expression && expression_asks_facts(expression))
        claim_facts_make(&workspace->facts, &workspace->dataset, workspace->countries);
    return expression;
}

static void narrow(struct workspace *workspace, const char *source)
{
    struct query_error error = {0};
    struct expression *expression = workspace_parse(workspace, source, &error);
    if (expression) {
        struct row_list passed =
            expression_select(expression, &workspace->dataset, &workspace->shown);
        row_list_release(&workspace->shown);
        workspace->shown = passed;
    }
    expression_free(expression);
    query_error_release(&error);
}

static void apply_filters(struct workspace *workspace)
{
    row_list_release(&workspace->shown);
    workspace->shown = row_list_all(table_row_count(workspace->dataset.table));
    for (size_t i = 0; i < workspace->choices.filter_count; i++)
        if (!workspace->choices.filters[i].is_off)
            narrow(workspace, workspace->choices.filters[i].source);
}

/* The scenario stands on the analysis, and is gone with it. */
static void suppose(struct workspace *workspace)
{
    struct analysis *analysis = &workspace->analysis;
    struct scenario scenario = {0};
    struct error error = {0};
    workspace->outlook = (struct scenario_outlook){0};
    if (workspace->choices.scenario &&
        scenario_parse(&scenario, text_of(workspace->choices.scenario), &error))
        workspace->outlook =
            scenario_make(&analysis->arena, &analysis->balance, &analysis->path, &scenario);
    error_release(&error);
}

static void analyse(struct workspace *workspace)
{
    const struct choices *choices = &workspace->choices;
    struct pair pair = {{0}, {0}};
    if (choices->reporter)
        pair = (struct pair){text_of(choices->reporter), text_of(choices->partner)};
    analysis_release(&workspace->analysis);
    analysis_make(&workspace->analysis, &workspace->dataset, workspace->countries,
                  &workspace->shown, choices->reporter ? &pair : NULL);
    suppose(workspace);
}

/* What a newcomer should see first: the exports of the latest balance, else the first figure. */
static size_t first_selection(const struct workspace *workspace)
{
    const struct balance_entry *latest = balance_latest(&workspace->analysis.balance);
    const struct row_list *figures = grid_rows(&workspace->views[PANE_FIGURES]);
    const struct row_list *events = grid_rows(&workspace->views[PANE_EVENTS]);
    if (latest && latest->exports)
        return latest->exports->row;
    if (latest && latest->imports)
        return latest->imports->row;
    return figures->count ? figures->rows[0] : events->count ? events->rows[0] : NO_ROW;
}

static void count_kinds(struct workspace *workspace)
{
    memset(workspace->shown_of_kind, 0, sizeof workspace->shown_of_kind);
    for (size_t i = 0; i < workspace->shown.count; i++)
        workspace
            ->shown_of_kind[dataset_claim(&workspace->dataset, workspace->shown.rows[i]).kind]++;
}

/* What stands at the cursor is the selected claim, or another on the same observation. */
static bool shows_selection(const struct workspace *workspace, size_t row)
{
    const struct observation_list *observations = &workspace->analysis.observations;
    size_t selected = workspace->selected_row;
    if (row == selected || row == NO_ROW || selected == NO_ROW)
        return row == selected;
    const struct observation *observation = observation_of_row(observations, row);
    return observation && observation == observation_of_row(observations, selected);
}

/* Below a pane stands the quote of what is at its cursor, and Enter opens that: a pane that does
 * not show the selection brings its own. */
static void enter_pane(struct workspace *workspace, enum pane pane)
{
    workspace->focus = pane;
    const struct view *view = &workspace->views[pane];
    if (!shows_selection(workspace, view->ops->item(view).row))
        workspace_follow_cursor(workspace);
}

void workspace_refresh(struct workspace *workspace)
{
    apply_filters(workspace);
    count_kinds(workspace);
    analyse(workspace);
    for (size_t i = 0; i < PANE_COUNT; i++)
        workspace->views[i].ops->refresh(&workspace->views[i]);
    for (size_t i = 0; i < workspace->overlay_count; i++)
        workspace->overlays[i].ops->refresh(&workspace->overlays[i]);
    workspace_run_search(workspace);
    size_t row = workspace->selected_row;
    if (row == NO_ROW || !row_list_contains(&workspace->shown, row))
        row = first_selection(workspace);
    workspace_select(workspace, row);
    enter_pane(workspace, workspace->focus); /* of another pair, say: the panes show other claims */
}

static void select_in_others(struct workspace *workspace, const struct view *current)
{
    for (size_t i = 0; i < PANE_COUNT; i++) {
        struct view *view = &workspace->views[i];
        if (view != current && view->ops->select && workspace->selected_row != NO_ROW)
            view->ops->select(view, workspace->selected_row);
    }
}

void workspace_select(struct workspace *workspace, size_t row)
{
    workspace->selected_row = row;
    select_in_others(workspace, NULL);
}

void workspace_follow_cursor(struct workspace *workspace)
{
    struct view *view = workspace_view(workspace);
    struct item item = view->ops->item(view);
    if (item.row == NO_ROW || item.row == workspace->selected_row || workspace->overlay_count)
        return;
    workspace->selected_row = item.row;
    select_in_others(workspace, view);
}

static void leave_trail(struct workspace *workspace)
{
    ARRAY_RESERVE(workspace->trail, workspace->trail_count + 1, workspace->trail_capacity);
    workspace->trail[workspace->trail_count++] = workspace->focus;
}

void workspace_focus(struct workspace *workspace, enum pane pane)
{
    if (pane == workspace->focus)
        return;
    leave_trail(workspace);
    enter_pane(workspace, pane);
}

/* From a bar to its figure, from a figure to its quote; from an event to its quote. */
static void open_item(struct workspace *workspace)
{
    static const enum pane behind[PANE_COUNT] = {
        [PANE_BALANCE] = PANE_FIGURES, [PANE_PATH] = PANE_FIGURES,  [PANE_FIGURES] = PANE_SOURCE,
        [PANE_EVENTS] = PANE_SOURCE,   [PANE_SOURCE] = PANE_SOURCE, [PANE_PROBLEMS] = PANE_PROBLEMS,
        [PANE_CHECKS] = PANE_SOURCE,
    };
    struct view *view = workspace_view(workspace);
    struct item item = view->ops->item(view);
    if (item.derivation && derivation_is_derived(item.derivation))
        explain_open(workspace, item.derivation);
    else if (item.row != NO_ROW)
        workspace_focus(workspace, behind[workspace->focus]);
}

void workspace_request(struct workspace *workspace, enum request request)
{
    struct view *view = workspace_view(workspace);
    bool is_answered = view->ops->request && view->ops->request(view, request);
    if (!is_answered && request == REQUEST_OPEN)
        open_item(workspace);
    if (is_answered && workspace_view(workspace) == view)
        workspace_follow_cursor(workspace);
}

void workspace_push_overlay(struct workspace *workspace, struct view view)
{
    ARRAY_RESERVE(workspace->overlays, workspace->overlay_count + 1, workspace->overlay_capacity);
    view.workspace = workspace;
    workspace->overlays[workspace->overlay_count] = view;
    struct view *pushed = &workspace->overlays[workspace->overlay_count++];
    pushed->ops->refresh(pushed);
}

bool workspace_close(struct workspace *workspace)
{
    if (workspace->overlay_count) {
        struct view *view = &workspace->overlays[--workspace->overlay_count];
        view_release(view);
        return true;
    }
    bool was_zoomed = workspace->is_zoomed;
    workspace->is_zoomed = false;
    return was_zoomed;
}

bool workspace_back(struct workspace *workspace)
{
    if (workspace_close(workspace))
        return true;
    if (!workspace->shown.count && workspace_undo(workspace))
        return true;
    if (workspace->search.pattern) {
        search_release(&workspace->search);
        return true;
    }
    if (!workspace->trail_count)
        return false;
    enter_pane(workspace, workspace->trail[--workspace->trail_count]);
    return true;
}

const char *workspace_scope(const struct workspace *workspace)
{
    return choices_has_filters(&workspace->choices) ? "pass the filters" : "in the file";
}

void workspace_format_count(const struct workspace *workspace, struct buffer *out)
{
    decimal_format(out, (double)workspace->shown.count, 0);
    buffer_puts(out, " of ");
    decimal_format(out, (double)table_row_count(workspace->dataset.table), 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the panes up to date with the model. Each view stores the version of what it last showed,
 * and is refreshed when it is next used, so that views that are not on the screen cost nothing.
 * Long work is done after the screen is drawn.
 */
#include "config.h"

#include "base/array.h"
#include "base/memory.h"
#include "model/file_loading.h"
#include "model/recompute.h"
#include "model/sums.h"
#include "view/workspace.h"

/*
 * After this many keys have cancelled the results, the next key waits for them, as they might never
 * be finished.
 */
#define MOST_ATTEMPTS 4

bool view_shows_claims(const struct view *view)
{
    const struct workspace *workspace = view->workspace;
    const struct model *model = workspace->model;
    bool is_of_file =
        view == &workspace->views[PANE_ROWS] && model_current_file(model) != &model->dataset;
    return !is_of_file && view != &workspace->views[PANE_PROBLEMS];
}

/* A number that differs between periods, and when a pane that adds up many rows gets the focus. */
static unsigned version_of_period(const struct view *view)
{
    struct workspace *workspace = view->workspace;
    struct view *balance = &workspace->views[PANE_BALANCE];
    if (!workspace->model->results.analysis || view_is_stale(balance))
        return 0;
    struct period period = balance->ops->period(balance);
    bool is_focused =
        view == &workspace->views[workspace->focus] && model_sums_take_long(workspace->model);
    return 1000003U * ((unsigned)period.first * 31U + (unsigned)period.last * 2U + is_focused + 1U);
}

/* Returns the version of what the view shows; it differs after each change. */
static unsigned version_for(const struct view *view)
{
    const struct workspace *workspace = view->workspace;
    const struct model_versions *versions = &workspace->model->versions;
    if (view == &workspace->views[PANE_ROWS])
        return versions->results + versions->rows;
    if (view == &workspace->views[PANE_PROBLEMS])
        return versions->results + versions->problems;
    if (view->ops->follows_period)
        return versions->results + version_of_period(view);
    return versions->results;
}

bool view_is_stale(const struct view *view)
{
    return view->is_stale || view->version != version_for(view);
}

/* --- the selection --- */

/* Cursors follow when their views are next used, even if they were moved away. */
void workspace_select(struct workspace *workspace, size_t row)
{
    struct selection *selection = &workspace->model->selection;
    selection->row = row;
    selection->is_by_user = true;
    selection->is_settled = workspace->model->results.analysis != NULL;
    if (row != NO_ROW)
        sum_identity_release(&selection->sum);
    for (size_t i = 0; i < PANE_COUNT; i++)
        workspace->views[i].followed = NO_ROW;
}

/* Selects the claim at the cursor of a view that is up to date. */
static void follow_cursor(struct view *view, const struct effort *effort)
{
    struct workspace *workspace = view->workspace;
    struct selection *selection = &workspace->model->selection;
    if (!view_shows_claims(view))
        return;
    struct item item = view_item(view, effort);
    if (item.row == NO_ROW || item.row == selection->row || workspace->overlay_count)
        return;
    selection->row = item.row;
    selection->is_by_user = true;
    sum_identity_release(&selection->sum);
    view->followed = item.row; /* its cursor is there */
}

void workspace_follow_cursor(struct workspace *workspace)
{
    const struct effort *user = workspace->model->user;
    follow_cursor(workspace_view(workspace, user), user);
}

/* See workspace_focus(). */
static void enter(struct view *view, const struct effort *effort)
{
    struct workspace *workspace = view->workspace;
    if (!workspace->is_entering || view != &workspace->views[workspace->focus])
        return;
    workspace->is_entering = false;
    if (!workspace_shows_selection(workspace, view_item(view, effort).row))
        follow_cursor(view, effort);
}

/* --- refreshing --- */

/* The rows of a grid may have to be sorted before one of them is found. */
static void select_in(struct view *view, size_t row, const struct effort *effort)
{
    bool was_stale = view->is_stale;
    view->ops->select(view, row);
    if (was_stale || !view->is_stale || !view->ops->finish)
        return;
    view->is_stale = false;
    if (view->ops->finish(view, effort))
        view->ops->select(view, row);
    else
        view->is_stale = true;
}

/* Refreshes a view whose results exist; computes only what the view itself needs. */
static void refresh(struct view *view, const struct effort *effort)
{
    size_t selected = view->workspace->model->selection.row;
    bool was_stale = view_is_stale(view);
    if (view->version != version_for(view) && view->ops->forget)
        view->ops->forget(view);
    view->version = version_for(view);
    view->is_stale = false;
    if (was_stale && view->ops->collect)
        view->is_stale = !view->ops->collect(view, effort);
    else if (was_stale)
        view->ops->refresh(view);
    if ((was_stale || view->followed != selected) && selected != NO_ROW && view->ops->select)
        select_in(view, selected, effort);
    view->followed = selected;
    if (!view->is_stale)
        enter(view, effort);
}

/*
 * Returns what a new user should see first: the exports of the latest balance, else the first
 * figure.
 */
static size_t first_selection(struct workspace *workspace)
{
    static const enum pane lists[] = {PANE_FIGURES, PANE_EVENTS};
    const struct balance_entry *latest =
        balance_latest(analysis_balance(workspace->model->results.analysis));
    if (latest && latest->exports)
        return latest->exports->row;
    if (latest && latest->imports)
        return latest->imports->row;
    for (size_t i = 0; i < ARRAY_LENGTH(lists); i++) {
        struct view *view = &workspace->views[lists[i]];
        refresh(view, workspace->model->user);
        const struct row_list *rows = view_rows(view, workspace->model->user);
        if (rows && rows->count)
            return row_list_at(rows, 0);
    }
    return NO_ROW;
}

static void enter_pane(struct workspace *workspace, enum pane pane)
{
    workspace->focus = pane;
    if (pane == PANE_PROBLEMS)
        workspace->problems_seen = problem_list_total(&workspace->model->dataset.problems);
    workspace->is_entering = true;
}

/* The selection must be correct, so nothing is deferred here. */
static void choose_selection(struct workspace *workspace)
{
    struct model *model = workspace->model;
    struct effort screen = effort_for_screen(model->user);
    bool was_by_user = model->selection.is_by_user;
    size_t row = model->selection.row;
    bool keeps_it = row != NO_ROW && model->selection.is_kept;
    keeps_it =
        keeps_it && row < model->rows.shown.row_count && row_set_contains(&model->rows.shown, row);
    if (!keeps_it)
        row = first_selection(workspace);
    workspace_select(workspace, row);
    model->selection.is_by_user = was_by_user;
    /* The panes may show other claims, such as those of another pair. */
    enter_pane(workspace, workspace->focus);
    refresh(&workspace->views[workspace->focus], &screen);
    model->selection.is_by_user = was_by_user;
}

/* Called after a file was loaded: focuses a pane that has content from it. */
void workspace_choose_focus(struct workspace *workspace, const struct effort *effort)
{
    struct model *model = workspace->model;
    if (workspace->loaded_files == model->queue.finished)
        return;
    workspace->loaded_files = model->queue.finished;
    if (model_shows_nothing(model, effort) && model->dataset.problems.count)
        workspace->focus = PANE_PROBLEMS;
    else if (model_current_file(model)->form == FORM_PLAIN)
        workspace->focus = PANE_ROWS; /* the meaning of its columns is unknown */
}

void workspace_update(struct workspace *workspace, const struct effort *effort)
{
    struct model *model = workspace->model;
    workspace_choose_focus(workspace, effort);
    model_recompute(model, effort);
    if (model->results.analysis && !model->selection.is_settled)
        choose_selection(workspace);
}

void view_update(struct view *view, const struct effort *effort)
{
    if (view_shows_claims(view)) {
        workspace_update(view->workspace, effort);
        if (!view->workspace->model->results.analysis)
            return; /* it is deferred, and the view is stale again */
    }
    if (view->ops->follows_period)
        view_update(&view->workspace->views[PANE_BALANCE], effort);
    refresh(view, effort);
    if (view->ops->reach)
        view->ops->reach(view, effort);
}

struct view *workspace_view(struct workspace *workspace, const struct effort *effort)
{
    workspace_choose_focus(workspace, effort);
    struct view *view = workspace->overlay_count
                            ? &workspace->overlays[workspace->overlay_count - 1]
                            : &workspace->views[workspace->focus];
    view_update(view, effort);
    return view;
}

struct view *workspace_pane(struct workspace *workspace, enum pane pane,
                            const struct effort *effort)
{
    view_update(&workspace->views[pane], effort);
    return &workspace->views[pane];
}

void workspace_enter_pane(struct workspace *workspace, enum pane pane)
{
    struct effort screen = effort_for_screen(workspace->model->user);
    workspace_choose_focus(workspace, workspace->model->user);
    enter_pane(workspace, pane);
    view_update(&workspace->views[pane], &screen);
}

/* --- what was deferred --- */

bool view_finish(struct view *view, const struct effort *effort)
{
    if (view->is_drawn && view_is_stale(view))
        view_update(view, effort);
    bool is_done = !view_is_stale(view) && (!view->ops->finish || view->ops->finish(view, effort));
    bool has_news = view->is_awaited && is_done;
    view->is_awaited = view->is_awaited && !is_done;
    return has_news;
}

/* A page stays unchanged while the user reads it. */
static bool may_change(const struct workspace *workspace)
{
    return !workspace->overlay_count && workspace->views[workspace->focus].is_drawn;
}

bool workspace_awaits_refining(const struct workspace *workspace)
{
    return may_change(workspace) && model_awaits_refining(workspace->model);
}

bool workspace_refine_in_time(struct workspace *workspace, const struct effort *idle)
{
    bool is_refined = may_change(workspace) && model_refine_in_time(workspace->model, idle);
    if (is_refined)
        workspace_update(workspace, workspace->model->user);
    return is_refined;
}

bool workspace_finish(struct workspace *workspace, const struct effort *idle)
{
    struct model *model = workspace->model;
    bool has_news = workspace_refine_in_time(workspace, idle) || !model->results.analysis;
    workspace_update(workspace, workspace->attempts < MOST_ATTEMPTS ? idle : model->user);
    has_news = has_news && model->results.analysis;
    workspace->attempts = model->results.analysis ? 0 : workspace->attempts + 1;
    for (size_t i = 0; i < PANE_COUNT; i++)
        has_news = view_finish(&workspace->views[i], idle) || has_news;
    has_news = workspace_finish_search(workspace, idle) || has_news;
    return has_news;
}

void view_draw(struct view *view, struct canvas *canvas, bool is_focused,
               const struct effort *effort)
{
    view_update(view, effort);
    if (!effort_defers_slow(effort) && view->ops->finish)
        view->ops->finish(view, effort);
    view->drawn_rows = canvas->height;
    view->drawn = xreallocarray(view->drawn, (size_t)canvas->height, sizeof *view->drawn);
    for (int row = 0; row < canvas->height; row++)
        view->drawn[row] = VIEW_NO_ITEM;
    view->is_drawn = true;
    view->is_awaited = false;
    if (view_is_stale(view))
        view_draw_later(view, canvas);
    else
        view->ops->draw(view, canvas, is_focused);
}

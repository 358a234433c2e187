/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "model/choice_changes.h"
#include "model/opening.h"
#include "model/recompute.h"

#include <stdlib.h>
#include <string.h>

void workspace_init(struct workspace *workspace, const struct pane_set *panes, struct model *model,
                    struct look look)
{
    *workspace = (struct workspace){.panes = panes, .model = model, .look = look};
    settings_init(&workspace->settings);
    for (size_t i = 0; i < PANE_COUNT; i++) {
        workspace->views[i].workspace = workspace;
        workspace->views[i].is_stale = true;
        workspace->views[i].ops = panes->ops[i];
        if (panes->ops[i]->init)
            panes->ops[i]->init(&workspace->views[i]);
    }
}

static void release_only(struct only_rows *only)
{
    row_list_release(&only->rows);
    free(only->label);
    *only = (struct only_rows){0};
}

void workspace_release(struct workspace *workspace)
{
    while (workspace->overlay_count)
        workspace_close(workspace);
    free(workspace->overlays);
    release_only(&workspace->only);
    for (size_t i = 0; i < PANE_COUNT; i++)
        view_release(&workspace->views[i]);
    workspace_grant(workspace);
    settings_release(&workspace->settings);
    free(workspace->trail);
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

struct period workspace_shown_period(struct workspace *workspace)
{
    struct view *view = workspace_pane(workspace, PANE_BALANCE, workspace->model->user);
    return view->ops->period(view);
}

void workspace_show_file(struct workspace *workspace, size_t file)
{
    if (file >= workspace->model->files.count || !model_say_why_empty(workspace->model, file))
        return;
    workspace->model->files.current = file;
    workspace->views[PANE_ROWS].is_stale = true;
    workspace_focus(workspace, PANE_ROWS);
}

void workspace_show_only(struct workspace *workspace, size_t file, struct row_list rows,
                         const char *label, size_t row)
{
    release_only(&workspace->only);
    workspace->only =
        (struct only_rows){file, rows, xstrdup(label), workspace->model->versions.results};
    workspace_show_file(workspace, file);
    workspace->views[PANE_ROWS].is_stale = true;
    struct view *view = workspace_pane(workspace, PANE_ROWS, workspace->model->user);
    if (view_rows(view, workspace->model->user))
        view_move_to_row(view, row);
}

const struct only_rows *workspace_only_rows(const struct workspace *workspace)
{
    const struct only_rows *only = &workspace->only;
    bool is_shown = only->label && only->file == workspace->model->files.current &&
                    only->version == workspace->model->versions.results;
    return is_shown ? only : NULL;
}

bool workspace_show_all(struct workspace *workspace)
{
    if (!workspace->only.label)
        return false;
    release_only(&workspace->only);
    workspace->views[PANE_ROWS].is_stale = true;
    return true;
}

void workspace_show_row(struct workspace *workspace, size_t row)
{
    const struct row_set *shown = model_current_rows(workspace->model, NULL);
    size_t next = row_set_next(shown, row);
    if (next == shown->row_count)
        next = row_set_previous(shown, row);
    else if (next != row)
        model_set_message(workspace->model, MESSAGE_WARNING,
                          "row %zu does not pass the filters; the next one is", row + 1);
    workspace_focus(workspace, PANE_ROWS);
    struct view *rows = workspace_pane(workspace, PANE_ROWS, workspace->model->user);
    if (next < shown->row_count && view_rows(rows, workspace->model->user))
        view_move_to_row(rows, next);
    workspace_follow_cursor(workspace);
}

/* True if the row is the selected claim, or another on the same observation. */
bool workspace_shows_selection(const struct workspace *workspace, size_t row)
{
    size_t selected = workspace->model->selection.row;
    if (row == selected || row == NO_ROW || selected == NO_ROW)
        return row == selected;
    struct claim here = dataset_claim(&workspace->model->dataset, row);
    struct claim there = dataset_claim(&workspace->model->dataset, selected);
    return observation_is_same(workspace->model->countries, &here, &there);
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
    workspace_enter_pane(workspace, pane);
}

/* Leads from a bar to its figure, from a figure or event to its quote. */
static void open_item(struct workspace *workspace)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    struct item item = view_item(view, workspace->model->user);
    if (item.derivation && derivation_is_derived(item.derivation))
        workspace->panes->explain(workspace, item.derivation);
    else if (item.row != NO_ROW && workspace->panes->open_sum(workspace, item.row))
        return;
    else if (item.row != NO_ROW)
        workspace_focus(workspace, workspace->panes->ops[workspace->focus]->behind);
}

void workspace_request(struct workspace *workspace, enum request request)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    bool is_answered = view->ops->request && view->ops->request(view, request);
    if (!is_answered && request == REQUEST_OPEN)
        open_item(workspace);
    if (is_answered && workspace_view(workspace, workspace->model->user) == view)
        workspace_follow_cursor(workspace);
}

void workspace_push_overlay(struct workspace *workspace, struct view view)
{
    ARRAY_RESERVE(workspace->overlays, workspace->overlay_count + 1, workspace->overlay_capacity);
    view.workspace = workspace;
    view.version = workspace->model->versions.results;
    workspace->overlays[workspace->overlay_count] = view;
    workspace->overlays[workspace->overlay_count++].is_stale = true;
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
    if (workspace->focus == PANE_ROWS && workspace_only_rows(workspace))
        return workspace_show_all(workspace);
    if (model_shows_nothing(workspace->model, NULL) && model_undo(workspace->model))
        return true;
    if (workspace->model->search.pattern) {
        search_release(&workspace->model->search);
        return true;
    }
    if (!workspace->trail_count)
        return false;
    workspace_enter_pane(workspace, workspace->trail[--workspace->trail_count]);
    return true;
}

void workspace_format_count(struct workspace *workspace, struct buffer *out)
{
    model_write_count(workspace->model, workspace->focus == PANE_ROWS, out);
}

bool workspace_unread_is_known(const struct workspace *workspace)
{
    return problem_list_total(&workspace->model->dataset.problems) <= workspace->problems_seen;
}

bool workspace_close_file(struct workspace *workspace, const char *name, struct error *error)
{
    bool is_closed = model_close_file(workspace->model, name, error);
    if (is_closed)
        workspace_show_all(workspace);            /* files have other numbers now */
    while (is_closed && workspace->overlay_count) /* pages refer to rows by number */
        workspace_close(workspace);
    return is_closed;
}

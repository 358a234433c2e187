/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/array.h"
#include "model/choice_changes.h"
#include "model/file_filters.h"
#include "model/recompute.h"
#include "view/workspace.h"

/* A pane that takes long to compute is not empty. */
static bool is_empty(struct workspace *workspace, enum pane pane)
{
    bool was_hasty = workspace->model->is_hasty;
    workspace->model->is_hasty = true;
    const struct view *view = workspace_pane(workspace, pane);
    workspace->model->is_hasty = was_hasty;
    return !view_is_stale(view) && !view->list.count;
}

/* Leaves a pane without rows for one that has some. */
static void leave_empty_pane(struct workspace *workspace)
{
    static const enum pane others[] = {PANE_FIGURES, PANE_EVENTS};
    bool may_fill = model_lacks_sums(workspace->model);
    if (may_fill || !is_empty(workspace, workspace->focus) || workspace->focus == PANE_SOURCE)
        return;
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        if (!is_empty(workspace, others[i])) {
            workspace_focus(workspace, others[i]);
            return;
        }
    }
}

void workspace_add_filter(struct workspace *workspace, const char *source)
{
    struct model *model = workspace->model;
    workspace_update(workspace);
    if (!model_add_filter(model, source))
        return;
    leave_empty_pane(workspace);
    if (model_shows_nothing(model))
        model_set_nothing_message(model, source);
    else
        model_set_count_message(model, workspace->focus == PANE_ROWS);
}

bool workspace_filter(struct workspace *workspace, const char *source, struct error *error)
{
    bool is_filter = model_check_filter(workspace->model, source, error);
    if (is_filter)
        workspace_add_filter(workspace, source);
    return is_filter;
}

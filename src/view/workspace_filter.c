/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/array.h"
#include "model/choice_changes.h"
#include "model/file_filters.h"
#include "model/recompute.h"
#include "view/workspace.h"
#include "model/preview.h"

#include <string.h>

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

/* Previews of filters and searches while they are typed at a prompt. */

static bool preview_filter(struct workspace *workspace, const char *text, struct buffer *remark)
{
    struct query_error error = {0};
    struct model *model = workspace->model;
    struct expression *expression = model_parse(model, text, &error);
    bool is_done = true;
    if (expression) {
        is_done = model_preview_filter(model, text);
        if (is_done) {
            model->yields_to_keys = true;
            workspace_update(workspace);
            model->yields_to_keys = false;
            is_done = model->results.analysis != NULL;
        }
    } else if (!error.is_unfinished) {
        buffer_puts(remark, error.text);
    }
    if (expression && is_done)
        workspace_format_count(workspace, remark);
    expression_free(expression);
    query_error_release(&error);
    return is_done;
}

static bool preview_search(struct workspace *workspace, const char *text, struct buffer *remark)
{
    struct error error = {0};
    bool is_done = true;
    struct pattern *pattern =
        *text ? pattern_compile(text_of(text), PATTERN_REGULAR, PATTERN_SMART_CASE, &error) : NULL;
    if (pattern) {
        model_preview_search(workspace->model, pattern);
        size_t count;
        is_done = workspace_count_matches(workspace, &count);
        if (is_done)
            buffer_printf(remark, "%zu %s", count, count == 1 ? "match" : "matches");
    }
    error_release(&error);
    return is_done;
}

bool workspace_preview(struct workspace *workspace, const char *command, const char *text,
                       struct buffer *remark)
{
    static const struct {
        const char *command;
        bool (*preview)(struct workspace *workspace, const char *text, struct buffer *remark);
    } previews[] = {
        {"filter", preview_filter}, {"quick", preview_filter}, {"search", preview_search}};
    for (size_t i = 0; i < ARRAY_LENGTH(previews); i++)
        if (strcmp(previews[i].command, command) == 0)
            return previews[i].preview(workspace, text, remark);
    return true;
}

void workspace_end_preview(struct workspace *workspace)
{
    model_end_preview(workspace->model);
    workspace_update(workspace);
}

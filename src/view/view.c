/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/view.h"

#include "base/memory.h"

#include "view/workspace.h"

#include <stdlib.h>

bool view_rests_on_claims(const struct view *view)
{
    const struct workspace *workspace = view->workspace;
    bool is_of_file = view == &workspace->views[PANE_ROWS] &&
                      workspace_current_file(workspace) != &workspace->dataset;
    return !is_of_file && view != &workspace->views[PANE_PROBLEMS];
}

/* See workspace_focus(). */
static void enter(struct view *view)
{
    struct workspace *workspace = view->workspace;
    if (!workspace->is_entering || view != &workspace->views[workspace->focus])
        return;
    workspace->is_entering = false;
    if (!workspace_shows_selection(workspace, view->ops->item(view).row))
        workspace_follow_cursor(workspace);
}

void view_freshen(struct view *view)
{
    if (view_rests_on_claims(view))
        workspace_settle(view->workspace);
    if (view_rests_on_claims(view) && !view->workspace->analysis)
        return; /* it is put off, and the view is stale since */
    size_t selected = view->workspace->selected_row;
    bool was_stale = view->is_stale;
    view->is_stale = false;
    if (was_stale)
        view->ops->refresh(view);
    if ((was_stale || view->followed != selected) && selected != NO_ROW && view->ops->select)
        view->ops->select(view, selected);
    view->followed = selected;
    if (!view->is_stale)
        enter(view);
}

bool view_finish(struct view *view)
{
    if (view->is_drawn && view->is_stale)
        view_freshen(view);
    bool is_done = !view->is_stale && (!view->ops->finish || view->ops->finish(view));
    bool has_news = view->is_awaited && is_done;
    view->is_awaited = view->is_awaited && !is_done;
    return has_news;
}

void view_draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    view_freshen(view);
    view->drawn_rows = canvas->height;
    view->drawn = xreallocarray(view->drawn, (size_t)canvas->height, sizeof *view->drawn);
    for (int row = 0; row < canvas->height; row++)
        view->drawn[row] = VIEW_NO_ITEM;
    view->is_drawn = true;
    view->is_awaited = false;
    if (view->is_stale)
        view_draw_later(view, canvas);
    else
        view->ops->draw(view, canvas, is_focused);
}

void view_draw_later(struct view *view, struct canvas *canvas)
{
    view->is_awaited = true;
    if (canvas->height > 0)
        line_puts(canvas_line(canvas, 0), ROLE_DIM, canvas_sign(canvas, "…", "..."));
}

void view_note_item(struct view *view, int row, size_t item)
{
    if (row >= 0 && row < view->drawn_rows)
        view->drawn[row] = item;
}

void view_click(struct view *view, int row)
{
    if (row >= 0 && row < view->drawn_rows && view->drawn[row] != VIEW_NO_ITEM)
        list_move_to(&view->list, view->drawn[row]);
}

void view_release(struct view *view)
{
    if (view->ops->release)
        view->ops->release(view);
    free(view->drawn);
    *view = (struct view){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/tabs.h"

static bool is_offered(const struct workspace *workspace, enum pane pane)
{
    return pane != PANE_PROBLEMS || workspace->model->dataset.problems.count ||
           workspace->focus == PANE_PROBLEMS;
}

/* Appends the title of the view; it may be empty. */
static void add_view_title(const struct view *view, struct line *line)
{
    struct line title = {0};
    if (view->ops->write_title && !view_is_stale(view))
        view->ops->write_title(view, &title);
    if (title.text.length && view->ops->title)
        line_puts(line, ROLE_PLAIN, " ");
    line_join(line, &title);
    if (model_is_partly_loaded(view->workspace->model) && view->ops->title)
        line_puts(line, ROLE_WARN, " partial");
    line_release(&title);
}

/*
 * Appends "1 Balance", or "[1 Balance US$ bn]" for the current tab; without the name if `is_short`.
 */
static void add_tab(const struct workspace *workspace, struct line *line, enum pane pane,
                    bool is_short)
{
    const struct view *view = &workspace->views[pane];
    bool is_focused = workspace->focus == pane;
    bool is_named = is_focused || !is_short;
    line_puts(line, is_focused ? ROLE_FOCUS : ROLE_FRAME, is_focused ? "[" : " ");
    line_printf(line, is_focused ? ROLE_FOCUS : ROLE_TITLE, "%d%s%s", (int)pane + 1,
                is_named ? " " : "", is_named ? view->ops->title : "");
    if (is_focused)
        add_view_title(view, line);
    else if (pane == PANE_PROBLEMS)
        line_printf(line, ROLE_BAD, " %zu",
                    problem_list_total(&workspace->model->dataset.problems));
    line_puts(line, is_focused ? ROLE_FOCUS : ROLE_FRAME, is_focused ? "]" : " ");
}

/* Appends the tabs up to that of `last`. */
static void add_tabs(const struct workspace *workspace, struct line *line, enum pane last,
                     bool is_short)
{
    for (size_t pane = 0; pane <= (size_t)last; pane++)
        if (is_offered(workspace, (enum pane)pane))
            add_tab(workspace, line, (enum pane)pane, is_short);
}

/* The names of other panes are dropped if the title of the current one would be cut. */
static bool has_short_tabs(const struct workspace *workspace, int width)
{
    struct line line = {0};
    add_tabs(workspace, &line, PANE_COUNT - 1, false);
    bool is_short = line_cells(&line) > width;
    line_release(&line);
    return is_short;
}

void tabs_draw(struct workspace *workspace, const struct effort *effort, struct canvas *canvas,
               int row)
{
    struct line *line = canvas_line(canvas, row);
    view_update(&workspace->views[workspace->focus], effort);
    add_tabs(workspace, line, PANE_COUNT - 1, has_short_tabs(workspace, canvas->width));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

enum pane tabs_find(struct workspace *workspace, int width, int column)
{
    bool is_short = has_short_tabs(workspace, width);
    enum pane found = PANE_COUNT;
    for (size_t pane = 0; pane < PANE_COUNT && found == PANE_COUNT; pane++) {
        struct line line = {0};
        add_tabs(workspace, &line, (enum pane)pane, is_short);
        if (column < line_cells(&line))
            found = (enum pane)pane;
        line_release(&line);
    }
    return found;
}

void bar_fill(struct line *line, enum role role, int width, const struct canvas *canvas)
{
    struct buffer rule = {0};
    int left = width - line_cells(line);
    buffer_repeat(&rule, canvas_sign(canvas, "─", "-"), left > 0 ? (size_t)left : 0);
    line_add(line, role, buffer_text(&rule));
    line_cut(line, width, canvas_sign(canvas, "…", ">"));
    buffer_release(&rule);
}

/* "── 3 Figures ─ 4 of 17 ─────" */
void bar_write(const struct view *view, const char *number, bool is_focused, int width,
               const struct canvas *canvas, struct line *line)
{
    enum role role = is_focused ? ROLE_FOCUS : ROLE_FRAME;
    const char *dash = canvas_sign(canvas, "─", "-");
    line_puts(line, role, dash);
    line_puts(line, role, is_focused ? "[" : " ");
    if (view->ops->title)
        line_printf(line, is_focused ? ROLE_FOCUS : ROLE_TITLE, "%s%s", number, view->ops->title);
    add_view_title(view, line);
    line_puts(line, role, is_focused ? "]" : " ");
    bar_fill(line, role, width, canvas);
}

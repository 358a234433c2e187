/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/tabs.h"

#include "base/array.h"
#include "model/recompute.h"
#include "view/arrangement.h"

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

/* Names that are dropped if the title of the current tab would be cut. */
enum tab_names { TABS_NAMED, TABS_NUMBERED, TABS_COUNTED, TAB_NAMES_COUNT };

#define ASIDE_LEAST_WIDTH 80
#define ASIDE_BESIDE_FILTERS 110

static bool is_counted(enum pane pane)
{
    return pane == PANE_PROBLEMS || pane == PANE_CHECKS;
}

static void add_problem_count(const struct workspace *workspace, struct line *line)
{
    size_t count = problem_list_total(&workspace->model->dataset.problems);
    line_printf(line, count ? ROLE_BAD : ROLE_DIM, "%zu", count);
}

/* Appends the number of conflicts, else of close numbers, once it is known. */
static void add_check_count(const struct workspace *workspace, struct line *line, bool is_brief)
{
    struct model *model = workspace->model;
    bool is_cheap = row_set_count(&model->rows.shown) <= FEW_ROWS ||
                    !view_is_stale(&workspace->views[PANE_CHECKS]);
    if (model->queue.loading || !model->results.analysis || !is_cheap)
        return;
    const struct audit *audit = analysis_audit(model->results.analysis);
    size_t conflicts = audit->count_of[AUDIT_CONFLICT], close = audit->count_of[AUDIT_CLOSE];
    if (conflicts || close)
        line_printf(line, ROLE_WARN, "%zu", conflicts ? conflicts : close);
    else
        line_puts(line, ROLE_DIM, "0");
    if (conflicts && !is_brief)
        line_printf(line, ROLE_WARN, " conflict%s", conflicts == 1 ? "" : "s");
    else if (close && !is_brief)
        line_puts(line, ROLE_WARN, " close");
}

static void add_count(const struct workspace *workspace, struct line *line, enum pane pane,
                      bool is_brief)
{
    struct line count = {0};
    if (pane == PANE_PROBLEMS)
        add_problem_count(workspace, &count);
    else if (pane == PANE_CHECKS)
        add_check_count(workspace, &count, is_brief);
    if (count.text.length)
        line_puts(line, ROLE_PLAIN, is_brief ? ":" : " ");
    line_join(line, &count);
    line_release(&count);
}

/* Appends "1 Balance", or "[1 Balance US$ bn]" for the current tab. */
static void add_tab(const struct workspace *workspace, struct line *line, enum pane pane,
                    enum tab_names names)
{
    bool is_focused = workspace->focus == pane;
    bool is_named =
        is_focused || names == TABS_NAMED || (names == TABS_NUMBERED && is_counted(pane));
    int number = arrangement_number(workspace, pane);
    enum role role = is_focused ? ROLE_FOCUS : ROLE_TITLE;
    line_puts(line, is_focused ? ROLE_FOCUS : ROLE_FRAME, is_focused ? "[" : " ");
    if (number)
        line_printf(line, role, "%d%s", number, is_named ? " " : "");
    if (is_named)
        line_puts(line, role, arrangement_title(workspace, pane));
    if (is_focused)
        add_view_title(&workspace->views[pane], line);
    else
        add_count(workspace, line, pane, names == TABS_COUNTED);
    if (is_focused || names != TABS_COUNTED)
        line_puts(line, is_focused ? ROLE_FOCUS : ROLE_FRAME, is_focused ? "]" : " ");
}

/* Returns the pane of a tab, in order; a pane without number that has the focus is the last. */
static enum pane pane_of_tab(const struct workspace *workspace, int tab)
{
    enum pane pane = arrangement_pane(workspace, tab);
    bool is_behind_last = pane == PANE_COUNT && arrangement_pane(workspace, tab - 1) != PANE_COUNT;
    return is_behind_last && !arrangement_number(workspace, workspace->focus) ? workspace->focus
                                                                              : pane;
}

/* True if the first row has the tabs of the counted panes; filters need it on small screens. */
static bool has_aside(const struct workspace *workspace, int width)
{
    return width >= (choices_has_filters(&workspace->model->choices) ? ASIDE_BESIDE_FILTERS
                                                                     : ASIDE_LEAST_WIDTH);
}

/* Appends the tabs up to a number, in a screen of that width. */
static void add_tabs(const struct workspace *workspace, struct line *line, int width, int last,
                     enum tab_names names)
{
    enum pane pane;
    for (int tab = 1; tab <= last && (pane = pane_of_tab(workspace, tab)) != PANE_COUNT; tab++)
        if (!is_counted(pane) || !has_aside(workspace, width) || pane == workspace->focus)
            add_tab(workspace, line, pane, names);
}

static enum tab_names fitting_names(const struct workspace *workspace, int width)
{
    enum tab_names names = TABS_NAMED;
    for (bool fits = false; !fits && names + 1 < TAB_NAMES_COUNT;) {
        struct line line = {0};
        add_tabs(workspace, &line, width, PANE_COUNT, names);
        fits = line_cells(&line) <= width;
        names += !fits;
        line_release(&line);
    }
    return names;
}

void tabs_draw(struct workspace *workspace, const struct effort *effort, struct canvas *canvas,
               int row)
{
    struct line *line = canvas_line(canvas, row);
    view_update(&workspace->views[workspace->focus], effort);
    add_tabs(workspace, line, canvas->width, PANE_COUNT, fitting_names(workspace, canvas->width));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

enum pane tabs_find(struct workspace *workspace, int width, int column)
{
    enum tab_names names = fitting_names(workspace, width);
    enum pane found = PANE_COUNT;
    for (int tab = 1; tab <= PANE_COUNT && found == PANE_COUNT; tab++) {
        struct line line = {0};
        add_tabs(workspace, &line, width, tab, names);
        if (column < line_cells(&line))
            found = pane_of_tab(workspace, tab);
        line_release(&line);
    }
    return found;
}

static const enum pane aside[] = {PANE_PROBLEMS, PANE_CHECKS, PANE_ROWS};

/* Appends those up to one of `aside`; Rows has a tab of its own on screens with tabs. */
static void add_tabs_aside(const struct workspace *workspace, struct line *line, bool has_tabs,
                           size_t count)
{
    line_puts(line, ROLE_PLAIN, " ");
    for (size_t i = 0; i < count - has_tabs; i++) {
        line_printf(line, ROLE_TITLE, " %d %s", arrangement_number(workspace, aside[i]),
                    arrangement_title(workspace, aside[i]));
        add_count(workspace, line, aside[i], false);
        line_puts(line, ROLE_PLAIN, " ");
    }
}

int tabs_aside_cells(const struct workspace *workspace, bool has_tabs, int width)
{
    struct line tabs = {0};
    if (!has_aside(workspace, width))
        return 0;
    add_tabs_aside(workspace, &tabs, has_tabs, ARRAY_LENGTH(aside));
    int cells = line_cells(&tabs);
    line_release(&tabs);
    return cells;
}

void tabs_draw_aside(const struct workspace *workspace, bool has_tabs, struct canvas *canvas)
{
    struct line *line = canvas_line(canvas, 0);
    int cells = tabs_aside_cells(workspace, has_tabs, canvas->width);
    if (!cells)
        return;
    line_cut(line, canvas->width - cells, canvas_sign(canvas, "…", ">"));
    line_pad(line, canvas->width - cells);
    add_tabs_aside(workspace, line, has_tabs, ARRAY_LENGTH(aside));
}

enum pane tabs_find_aside(const struct workspace *workspace, bool has_tabs, int width, int column)
{
    int start = width - tabs_aside_cells(workspace, has_tabs, width);
    enum pane found = PANE_COUNT;
    size_t count = ARRAY_LENGTH(aside) - has_tabs;
    for (size_t i = 1; i <= count && column >= start && found == PANE_COUNT; i++) {
        struct line tabs = {0};
        add_tabs_aside(workspace, &tabs, false, i);
        if (column < start + line_cells(&tabs))
            found = aside[i - 1];
        line_release(&tabs);
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
static void write_bar(const struct view *view, const char *name, bool is_focused, int width,
                      const struct canvas *canvas, struct line *line)
{
    enum role role = is_focused ? ROLE_FOCUS : ROLE_FRAME;
    const char *dash = canvas_sign(canvas, "─", "-");
    line_puts(line, role, dash);
    line_puts(line, role, is_focused ? "[" : " ");
    line_puts(line, is_focused ? ROLE_FOCUS : ROLE_TITLE, name);
    add_view_title(view, line);
    line_puts(line, role, is_focused ? "]" : " ");
    bar_fill(line, role, width, canvas);
}

void bar_write_page(const struct view *view, int width, const struct canvas *canvas,
                    struct line *line)
{
    write_bar(view, "", true, width, canvas, line);
}

void bar_write_pane(const struct workspace *workspace, enum pane pane, bool is_focused, int width,
                    const struct canvas *canvas, struct line *line)
{
    struct buffer name = {0};
    int number = arrangement_number(workspace, pane);
    if (number)
        buffer_printf(&name, "%d ", number);
    buffer_puts(&name, arrangement_title(workspace, pane));
    write_bar(&workspace->views[pane], name.data, is_focused, width, canvas, line);
    buffer_release(&name);
}

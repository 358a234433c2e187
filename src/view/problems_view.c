/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problems: the rows that could not be read, with reasons, followed by notes on decisions made in
 * reading.
 */
#include "config.h"

#include "view/panes.h"

#include "base/memory.h"
#include "base/paths.h"
#include "view/draw/footer.h"
#include "view/draw/highlight.h"
#include "view/workspace.h"

#include <stdlib.h>

static const struct problem_list *problems_of(const struct view *view)
{
    return &view->workspace->model->dataset.problems;
}

static const struct problem_list *notes_of(const struct view *view)
{
    return &view->workspace->model->dataset.notes;
}

static size_t count_items(const struct view *view)
{
    return problems_of(view)->count + notes_of(view)->count;
}

static bool is_note(const struct view *view, size_t item)
{
    return item >= problems_of(view)->count;
}

static void refresh(struct view *view)
{
    list_set_count(&view->list, count_items(view));
}

/* On a screen the title names the file; its directory would leave no room for the reason. */
static void format_problem(struct buffer *out, const struct view *view, size_t item,
                           bool is_printed)
{
    struct problem problem = is_note(view, item)
                                 ? notes_of(view)->items[item - problems_of(view)->count]
                                 : problems_of(view)->items[item];
    char *name = xstrdup(is_printed ? problem.file : path_name(problem.file));
    problem.file = name;
    if (is_note(view, item))
        problem_format_note(out, &problem);
    else
        problem_format(out, &problem);
    free(name);
}

static void write_problem(struct view *view, struct canvas *canvas, int row, size_t item,
                          bool is_focused)
{
    bool is_cursor = item == view->list.cursor;
    struct line *line = canvas_item_line(canvas, row, is_cursor);
    struct buffer text = {0};
    format_problem(&text, view, item, canvas->is_printed);
    view_note_item(view, row, item);
    line_add(line, is_note(view, item) ? ROLE_PLAIN : ROLE_BAD, buffer_text(&text));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
    if (is_cursor)
        canvas_mark_row(canvas, row, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    highlight_matches(&view->workspace->model->search, line);
    buffer_release(&text);
}

/* Draws the problem at the cursor in full, over several rows, at the bottom of the pane. */
static int draw_foot(const struct view *view, struct canvas *canvas)
{
    struct buffer text = {0};
    format_problem(&text, view, view->list.cursor, false);
    int rows = footer_draw_long(canvas, ROLE_PLAIN, buffer_text(&text), canvas->width - 2);
    buffer_release(&text);
    return rows;
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    size_t count = count_items(view);
    if (!count) {
        line_puts(canvas_line(canvas, 0), ROLE_GOOD, "no problems: every row was read");
        line_cut(canvas_line(canvas, 0), canvas->width, "");
        return;
    }
    int foot = canvas->is_printed ? 0 : draw_foot(view, canvas);
    int height = canvas->height - foot;
    list_set_height(&view->list, (size_t)(height > 0 ? height : 1));
    for (int row = 0; row < height; row++) {
        size_t item = view->list.top + (size_t)row;
        if (item < count)
            write_problem(view, canvas, row, item, is_focused);
    }
}

static int full_height(struct view *view, int width)
{
    (void)width;
    size_t count = count_items(view);
    return count ? (int)count : 1;
}

static struct item item(const struct view *view)
{
    (void)view;
    return (struct item){.row = NO_ROW};
}

static void write_title(const struct view *view, struct line *line)
{
    size_t total = problem_list_total(problems_of(view));
    line_printf(line, total ? ROLE_BAD : ROLE_DIM, "%zu", total);
}

const struct view_ops problems_view_ops = {
    .name = "problems",
    .title = "Problems",
    .help = "what could not be read, with line, column and reason",
    .keys = "back",
    .behind = PANE_PROBLEMS,
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/filters.h"

#include "base/array.h"
#include "model/choice_changes.h"

static void refresh(struct view *view)
{
    list_set_count(&view->list, view->workspace->model->choices.filter_count);
}

static void write_title(const struct view *view, struct line *line)
{
    line_puts(line, ROLE_FOCUS, "Filters");
    struct buffer count = {0};
    workspace_format_count(view->workspace, &count);
    line_printf(line, ROLE_DIM, "  all that are on must hold: %s rows", count.data);
    buffer_release(&count);
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    const struct choices *choices = &view->workspace->model->choices;
    list_set_height(&view->list, (size_t)(canvas->height > 0 ? canvas->height : 1));
    if (!choices->filter_count)
        line_puts(canvas_line(canvas, 0), ROLE_DIM,
                  "no filters: every row is shown; f or & adds one");
    for (int row = 0; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)row;
        if (item >= choices->filter_count)
            break;
        const struct filter *filter = &choices->filters[item];
        struct line *line = canvas_item_line(canvas, row, item == view->list.cursor);
        view_note_item(view, row, item);
        line_puts(line, filter->is_off ? ROLE_DIM : ROLE_GOOD, filter->is_off ? "off " : "on  ");
        line_puts(line, filter->is_off ? ROLE_DIM : ROLE_PLAIN, filter->source);
        if (is_focused && item == view->list.cursor)
            canvas_mark_row(canvas, row, ROLE_CURSOR);
    }
    for (int row = 0; row < canvas->height; row++)
        line_cut(canvas_line(canvas, row), canvas->width, canvas_sign(canvas, "…", ">"));
}

static int full_height(struct view *view, int width)
{
    (void)width;
    return (int)view->workspace->model->choices.filter_count + 1;
}

static struct item item(const struct view *view)
{
    (void)view;
    return (struct item){.row = NO_ROW};
}

static void toggle(struct workspace *workspace, size_t index)
{
    model_toggle_filter(workspace->model, index);
}

static void edit(struct workspace *workspace, size_t index)
{
    struct buffer command = {0};
    buffer_printf(&command, "edit-filter %zu", index + 1);
    workspace_wish(workspace, WISH_PROMPT, command.data,
                   workspace->model->choices.filters[index].source);
    buffer_release(&command);
}

static void raise(struct workspace *workspace, size_t index)
{
    model_move_filter(workspace->model, index, true);
}

static void lower(struct workspace *workspace, size_t index)
{
    model_move_filter(workspace->model, index, false);
}

static void remove_filter(struct workspace *workspace, size_t index)
{
    model_remove_filter(workspace->model, index);
}

static bool request(struct view *view, enum request request)
{
    static const struct {
        enum request request;
        void (*answer)(struct workspace *workspace, size_t index);
        int cursor_moves;
    } answers[] = {
        {REQUEST_OPEN, toggle, 0},          {REQUEST_TOGGLE, toggle, 0}, {REQUEST_EDIT, edit, 0},
        {REQUEST_DELETE, remove_filter, 0}, {REQUEST_RAISE, raise, -1},  {REQUEST_LOWER, lower, 1},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(answers); i++) {
        if (answers[i].request != request)
            continue;
        if (view->list.cursor < view->workspace->model->choices.filter_count) {
            answers[i].answer(view->workspace, view->list.cursor);
            list_move_by(&view->list, answers[i].cursor_moves);
        }
        return true;
    }
    return false;
}

static const struct view_ops filters_ops = {
    .name = "filters",
    .help = "the filters, to switch, edit, remove and move",
    .keys = "toggle delete edit raise lower close",
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .request = request,
};

void filters_open(struct workspace *workspace)
{
    workspace_push_overlay(workspace, (struct view){.ops = &filters_ops});
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/actions.h"

static bool move_by(struct workspace *workspace, ptrdiff_t items)
{
    list_move_by(&workspace_view(workspace, workspace->model->user)->list, items);
    workspace_follow_cursor(workspace);
    return true;
}

static ptrdiff_t page(struct workspace *workspace)
{
    size_t height = workspace_view(workspace, workspace->model->user)->list.height;
    return height > 2 ? (ptrdiff_t)height - 1 : 1;
}

ACTION(up)
{
    (void)argument, (void)error;
    return move_by(workspace, -1);
}

ACTION(down)
{
    (void)argument, (void)error;
    return move_by(workspace, 1);
}

ACTION(left)
{
    (void)argument, (void)error;
    workspace_request(workspace, REQUEST_LEFT);
    return true;
}

ACTION(right)
{
    (void)argument, (void)error;
    workspace_request(workspace, REQUEST_RIGHT);
    return true;
}

ACTION(first_column)
{
    (void)argument, (void)error;
    workspace_request(workspace, REQUEST_FIRST);
    return true;
}

ACTION(last_column)
{
    (void)argument, (void)error;
    workspace_request(workspace, REQUEST_LAST);
    return true;
}

ACTION(narrower)
{
    (void)argument, (void)error;
    workspace_request(workspace, REQUEST_NARROWER);
    return true;
}

ACTION(wider)
{
    (void)argument, (void)error;
    workspace_request(workspace, REQUEST_WIDER);
    return true;
}

ACTION(page_up)
{
    (void)argument, (void)error;
    return move_by(workspace, -page(workspace));
}

ACTION(page_down)
{
    (void)argument, (void)error;
    return move_by(workspace, page(workspace));
}

ACTION(half_page_up)
{
    (void)argument, (void)error;
    return move_by(workspace, -(page(workspace) + 1) / 2);
}

ACTION(half_page_down)
{
    (void)argument, (void)error;
    return move_by(workspace, (page(workspace) + 1) / 2);
}

/* Returns the number of a row from 1, with or without commas; 0 if it is not one. */
static size_t read_row(const char *argument)
{
    size_t row = 0;
    for (; *argument; argument++) {
        if (*argument == ',')
            continue;
        if (*argument < '0' || *argument > '9' || row > SIZE_MAX / 10 - 1)
            return 0;
        row = row * 10 + (size_t)(*argument - '0');
    }
    return row;
}

ACTION(goto)
{
    size_t count = table_row_count(model_current_file(workspace->model)->table);
    size_t row = read_row(argument);
    if (row < 1 || row > count) {
        struct buffer text = {0};
        decimal_format(&text, (double)count, 0);
        error_set_misuse(error, "there is no row %s; the last one is %s", argument, text.data);
        buffer_release(&text);
        return false;
    }
    workspace_show_row(workspace, row - 1);
    return true;
}

ACTION(top)
{
    (void)argument, (void)error;
    return move_by(workspace, PTRDIFF_MIN);
}

ACTION(bottom)
{
    (void)argument, (void)error;
    return move_by(workspace, PTRDIFF_MAX);
}

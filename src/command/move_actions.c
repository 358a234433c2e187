/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/actions.h"

static bool move_by(struct workspace *workspace, ptrdiff_t items)
{
    list_move_by(&workspace_view(workspace)->list, items);
    workspace_follow_cursor(workspace);
    return true;
}

static ptrdiff_t page(struct workspace *workspace)
{
    size_t height = workspace_view(workspace)->list.height;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/view.h"

#include <stdlib.h>

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

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

void view_move_to_row(struct view *view, size_t row)
{
    const struct row_list *rows = view->ops->rows(view);
    view->is_stale = !rows;
    if (!rows)
        return;
    size_t place = row_list_find(rows, row); /* where they are in the order of the file */
    if (place >= rows->count || row_list_at(rows, place) != row)
        for (place = 0; place < rows->count && row_list_at(rows, place) != row;)
            place++;
    if (place < rows->count)
        list_move_to(&view->list, place);
}

void view_release(struct view *view)
{
    if (view->ops->release)
        view->ops->release(view);
    free(view->drawn);
    *view = (struct view){0};
}

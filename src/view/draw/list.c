/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/list.h"

static size_t last_top(const struct list *list)
{
    return list->count > list->height ? list->count - list->height : 0;
}

/* Returns `from` moved by `steps`, limited to 0 and `last`. */
static size_t move(size_t from, ptrdiff_t steps, size_t last)
{
    if (steps < 0) {
        size_t back = (size_t) - (steps + 1) + 1;
        from = from > back ? from - back : 0;
    } else {
        from = from < last && last - from > (size_t)steps ? from + (size_t)steps : last;
    }
    return from < last ? from : last;
}

static void show_cursor(struct list *list)
{
    if (list->top > last_top(list))
        list->top = last_top(list);
    if (list->cursor < list->top)
        list->top = list->cursor;
    else if (list->height && list->cursor - list->top >= list->height)
        list->top = list->cursor - list->height + 1;
}

void list_move_to(struct list *list, size_t item)
{
    if (item >= list->count)
        item = list->count ? list->count - 1 : 0;
    list->cursor = item;
    show_cursor(list);
}

void list_move_by(struct list *list, ptrdiff_t items)
{
    list_move_to(list, move(list->cursor, items, list->count ? list->count - 1 : 0));
}

void list_set_count(struct list *list, size_t count)
{
    list->count = count;
    list_move_to(list, list->cursor);
}

void list_set_height(struct list *list, size_t height)
{
    list->height = height;
    list_move_to(list, list->cursor);
}

void list_scroll_by(struct list *list, ptrdiff_t rows)
{
    if (list->height == 0)
        return;
    list->top = move(list->top, rows, last_top(list));
    if (list->cursor < list->top)
        list->cursor = list->top;
    else if (list->cursor - list->top >= list->height)
        list->cursor = list->top + list->height - 1;
    list_move_to(list, list->cursor);
}

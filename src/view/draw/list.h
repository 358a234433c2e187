/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cursor and scroll arithmetic of a list, apart from what it lists and how it is drawn. The cursor
 * is on an item while there are any, and in the window while the window has a row.
 */
#ifndef TRADESCOPE_VIEW_DRAW_LIST_H
#define TRADESCOPE_VIEW_DRAW_LIST_H

#include <stddef.h>

struct list {
    size_t count;  /* items */
    size_t cursor; /* item; 0 when there are none */
    size_t top;    /* first item in the window */
    size_t height; /* rows of the window */
};

/* The number of items changed; the cursor stays where it can. */
void list_set_count(struct list *list, size_t count);
/* The window changed; the cursor stays in it. */
void list_set_height(struct list *list, size_t height);
void list_move_to(struct list *list, size_t item);
/* By so many items, stopping at the ends. */
void list_move_by(struct list *list, ptrdiff_t items);
/* Scrolls by so many rows; the cursor moves only as far as it must to stay in the window. */
void list_scroll_by(struct list *list, ptrdiff_t rows);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cursor and scrolling of a list, independent of its content and drawing. The cursor is on an
 * item if there are any, and in the window if it has rows.
 */
#ifndef TRADESCOPE_VIEW_DRAW_LIST_H
#define TRADESCOPE_VIEW_DRAW_LIST_H

#include <stddef.h>

struct list {
    size_t count;  /* number of items */
    size_t cursor; /* index of an item; 0 if there are none */
    size_t top;    /* first item in the window */
    size_t height; /* number of rows of the window */
};

/* Sets the number of items. The cursor keeps its item if possible. */
void list_set_count(struct list *list, size_t count);
/* Sets the height of the window. The cursor stays inside. */
void list_set_height(struct list *list, size_t height);
void list_move_to(struct list *list, size_t item);
/* Moves the cursor, stopping at the ends. */
void list_move_by(struct list *list, ptrdiff_t items);
/* Scrolls. The cursor moves only if it would leave the window. */
void list_scroll_by(struct list *list, ptrdiff_t rows);

#endif

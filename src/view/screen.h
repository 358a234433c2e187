/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole screen as styled lines: title, headline, panes, message, function line. The outside
 * paints it and adds nothing but the prompt, which takes the last row.
 */
#ifndef TRADESCOPE_VIEW_SCREEN_H
#define TRADESCOPE_VIEW_SCREEN_H

#include "view/draw/canvas.h"
#include "view/workspace.h"

/* One entry of the function line: a key and what it does. */
struct hint {
    char *key;
    char *label;
};

/*
 * Draws the workspace into the canvas. `hints` belong to the current view, most needed first; as
 * many as fit are drawn in the last row, or the message if there is one.
 */
void screen_compose(struct workspace *workspace, struct canvas *canvas, const struct hint *hints,
                    size_t hint_count);

/* A click on a cell: focuses the pane, puts its cursor there; a double click also opens. */
void screen_click(struct workspace *workspace, int width, int height, int row, int column,
                  bool is_double);
/* The wheel over a cell: scrolls the list there by so many rows. */
void screen_scroll(struct workspace *workspace, int width, int height, int row, int column,
                   int rows);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole screen as styled lines: title, headline, panes, message, function line. src/ui paints
 * it and adds only the prompt, which uses the last row.
 */
#ifndef TRADESCOPE_VIEW_SCREEN_H
#define TRADESCOPE_VIEW_SCREEN_H

#include "view/draw/canvas.h"
#include "view/hint_line.h"
#include "view/workspace.h"

/*
 * Draws the workspace. `hints` belong to the current view, most important first; as many as fit are
 * drawn in the last row, or the message if there is one.
 */
void screen_compose(struct workspace *workspace, const struct effort *effort, struct canvas *canvas,
                    const struct hint *hints, size_t hint_count);

/* Handles a click: focuses the pane and moves its cursor; a double click also opens. */
void screen_click(struct workspace *workspace, int width, int height, int row, int column,
                  bool is_double);
/* Handles the wheel: scrolls the list at that cell by `rows`. */
void screen_scroll(struct workspace *workspace, int width, int height, int row, int column,
                   int rows);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names of panes, with what each says of itself: as tabs in one line, where one pane has the
 * screen, or as the bar above each of several.
 */
#ifndef TRADESCOPE_VIEW_TABS_H
#define TRADESCOPE_VIEW_TABS_H

#include "view/draw/canvas.h"
#include "view/workspace.h"

void tabs_draw(struct workspace *workspace, struct canvas *canvas, int row);
/* The pane whose tab is at a column of a screen so wide; PANE_COUNT for none. */
enum pane tabs_find(struct workspace *workspace, int width, int column);

/* "── 3 Figures 4 of 17 ─────", so wide; `number` is "3 ", or empty for a page. */
void bar_write(const struct view *view, const char *number, bool is_focused, int width,
               const struct canvas *canvas, struct line *line);
/* The rule behind what the line has, up to the width. */
void bar_fill(struct line *line, enum role role, int width, const struct canvas *canvas);

#endif

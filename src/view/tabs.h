/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names of panes with their titles: as tabs in one line if one pane fills the screen, or as
 * bars above several panes.
 */
#ifndef TRADESCOPE_VIEW_TABS_H
#define TRADESCOPE_VIEW_TABS_H

#include "view/draw/canvas.h"
#include "view/workspace.h"

void tabs_draw(struct workspace *workspace, struct canvas *canvas, int row);
/* Returns the pane whose tab is at a column; PANE_COUNT for none. */
enum pane tabs_find(struct workspace *workspace, int width, int column);

/* Appends "── 3 Figures 4 of 17 ─────", in `width` cells; `number` is "3 ", or empty for a page. */
void bar_write(const struct view *view, const char *number, bool is_focused, int width,
               const struct canvas *canvas, struct line *line);
/* Appends the rule behind the content of the line, up to the width. */
void bar_fill(struct line *line, enum role role, int width, const struct canvas *canvas);

#endif

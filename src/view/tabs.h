/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names of panes with their titles: as tabs in one line if one pane fills the screen, or as
 * bars above several panes.
 */
#ifndef TRADESCOPE_VIEW_TABS_H
#define TRADESCOPE_VIEW_TABS_H

#include "view/draw/canvas.h"
#include "view/workspace.h"

void tabs_draw(struct workspace *workspace, const struct effort *effort, struct canvas *canvas,
               int row);
/* Returns the pane whose tab is at a column; PANE_COUNT for none. */
enum pane tabs_find(struct workspace *workspace, int width, int column);

/*
 * The tabs at the end of the first row, of the panes that are often not on the screen: Problems and
 * Checks with their counts, and Rows if there is no row of tabs (`has_tabs`). Narrow screens have
 * them among the others. tabs_aside_cells() returns their width, or 0.
 */
int tabs_aside_cells(const struct workspace *workspace, bool has_tabs, int width);
void tabs_draw_aside(const struct workspace *workspace, bool has_tabs, struct canvas *canvas);
enum pane tabs_find_aside(const struct workspace *workspace, bool has_tabs, int width, int column);

/* Appends "── 3 Figures 4 of 17 ─────", in `width` cells. */
void bar_write_pane(const struct workspace *workspace, enum pane pane, bool is_focused, int width,
                    const struct canvas *canvas, struct line *line);
/* The same of a page, which has its name in its title. */
void bar_write_page(const struct view *view, int width, const struct canvas *canvas,
                    struct line *line);
/* Appends the rule behind the content of the line, up to the width. */
void bar_fill(struct line *line, enum role role, int width, const struct canvas *canvas);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Horizontal bars in cells, in eighth blocks or '#'.
 */
#ifndef TRADESCOPE_VIEW_DRAW_BAR_H
#define TRADESCOPE_VIEW_DRAW_BAR_H

#include <stdbool.h>

#include "view/draw/line.h"

enum bar_direction { BAR_RIGHTWARD, BAR_LEFTWARD };

/*
 * Appends exactly `cells` cells to the line: a bar of value / full of them, from the left edge, or
 * from the right edge for BAR_LEFTWARD. Any value above zero shows at least a quarter of a cell.
 * NAN ("not stated") and zero are drawn differently: a middle dot or '.', and a thin line or '|',
 * at the edge that the bar would start from. Below zero there are only blanks: that bar belongs to
 * the other side.
 */
void chart_bar(struct line *line, enum role role, double value, double full, int cells,
               enum bar_direction direction, bool ascii);

#endif

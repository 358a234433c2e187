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
 * Appends exactly `cells` cells to the line: a bar of length value / full, from the left edge, or
 * from the right edge for BAR_LEFTWARD. A value above zero shows at least a quarter of a cell. NAN
 * ("not stated") and zero have signs of their own at the start of the bar: a middle dot or '.', and
 * a thin line or '|'. A value below zero leaves blanks, as its bar is on the other side.
 */
void chart_bar(struct line *line, enum role role, double value, double full, int cells,
               enum bar_direction direction, bool ascii);

#endif

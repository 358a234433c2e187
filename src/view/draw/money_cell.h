/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money in a column of a page, all in one unit. */
#ifndef TRADESCOPE_VIEW_DRAW_MONEY_CELL_H
#define TRADESCOPE_VIEW_DRAW_MONEY_CELL_H

#include "data/value/unit.h"
#include "view/draw/line.h"

#define MONEY_CELL_CELLS 13

/*
 * Returns the unit for amounts of which `largest`, in the base unit, is the largest: at most
 * millions, so that small parts of a large total are readable.
 */
struct unit money_cell_unit(struct unit unit, double largest);
/* Appends a column with the amount, or "-" for NAN. */
void money_cell_write(struct line *line, double amount, struct unit unit);

#endif

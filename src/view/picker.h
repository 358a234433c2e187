/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists to choose from: pairs, products, periods, each with its number of figures or rows. */
#ifndef TRADESCOPE_VIEW_PICKER_H
#define TRADESCOPE_VIEW_PICKER_H

#include "view/workspace.h"

/* Lists the pairs of claims; of statistics the reporters, each of which leads to its partners. */
void picker_open_pairs(struct workspace *workspace);
/*
 * Lists the chapters of statistics, which lead to headings and codes. With claims only, it lists
 * their products, and the choice becomes a filter.
 */
void picker_open_products(struct workspace *workspace);
/* Lists frequencies and periods; the choice becomes a filter. */
void picker_open_periods(struct workspace *workspace);

#endif

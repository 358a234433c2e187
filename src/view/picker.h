/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists to choose from: pairs, products, periods, each with how many figures or rows it has.
 */
#ifndef TRADESCOPE_VIEW_PICKER_H
#define TRADESCOPE_VIEW_PICKER_H

#include "view/workspace.h"

/* The pairs of the claims; of files of statistics the reporters, and behind each its partners. */
void picker_open_pairs(struct workspace *workspace);
/* Of statistics chapters, behind each its headings, behind these their codes. Of claims alone the
 * words of their products, of which one becomes a filter. */
void picker_open_products(struct workspace *workspace);
/* How often, and the periods; the one chosen becomes a filter. */
void picker_open_periods(struct workspace *workspace);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists to choose from: pairs, products, periods, each with how many figures it has.
 */
#ifndef TRADESCOPE_VIEW_CHOOSER_H
#define TRADESCOPE_VIEW_CHOOSER_H

#include "view/workspace.h"

void chooser_open_pairs(struct workspace *workspace);
/* The values of a column; the one chosen becomes a filter. */
void chooser_open_values(struct workspace *workspace, const char *title, enum field field);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page that breaks down the balance of a period by product or partner, for each file of
 * statistics, with the largest share of the deficit (or surplus) first. Enter opens the headings
 * and codes of a product, or the trade with a partner; Esc returns.
 */
#ifndef TRADESCOPE_VIEW_BREAKDOWN_PAGE_H
#define TRADESCOPE_VIEW_BREAKDOWN_PAGE_H

#include "analysis/statistics/breakdown.h"
#include "view/workspace.h"

/*
 * Opens the page for the period at the cursor of Balance. Returns false, with the reason, if no
 * file can be broken down.
 */
bool breakdown_page_open(struct workspace *workspace, enum breakdown_by by, struct error *error);
/* Switches from products to partners and back to periods. */
bool breakdown_page_switch(struct workspace *workspace, struct error *error);

#endif

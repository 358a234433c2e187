/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which products, and which partners, make the balance of a period: a page over each file of
 * statistics, with the greatest part of the deficit (or surplus) first. Enter goes into a product,
 * to its headings and codes, or to the trade with a partner; Esc leads back.
 */
#ifndef TRADESCOPE_VIEW_BREAKDOWN_PAGE_H
#define TRADESCOPE_VIEW_BREAKDOWN_PAGE_H

#include "analysis/statistics/breakdown.h"
#include "view/workspace.h"

/* Of the period at the cursor of Balance. False, with the reason, where no file can be broken down.
 */
bool breakdown_page_open(struct workspace *workspace, enum breakdown_by by, struct error *error);
/* By product, by partner, and back to the periods, one after the other. */
bool breakdown_page_switch(struct workspace *workspace, struct error *error);

#endif

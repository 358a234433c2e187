/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of all that disagree: who, when, in which words, by how much, and what would reconcile.
 */
#ifndef TRADESCOPE_VIEW_DISPUTES_PAGE_H
#define TRADESCOPE_VIEW_DISPUTES_PAGE_H

#include "view/workspace.h"

/* Returns false, with the reason, if nothing is disputed or a file is still being loaded. */
bool disputes_page_open(struct workspace *workspace, struct error *error);

#endif

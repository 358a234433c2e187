/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Both sides' reports on the trade that is shown, side by side, and why files that state the same
 * trade differ.
 */
#ifndef TRADESCOPE_VIEW_MIRROR_PAGE_H
#define TRADESCOPE_VIEW_MIRROR_PAGE_H

#include "view/workspace.h"

/* False, with the reason, where no file of statistics is open. */
bool mirror_page_open(struct workspace *workspace, struct error *error);

#endif

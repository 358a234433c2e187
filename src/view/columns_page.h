/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page on the columns of the current file: what each is read as, and what was decided for it. */
#ifndef TRADESCOPE_VIEW_COLUMNS_PAGE_H
#define TRADESCOPE_VIEW_COLUMNS_PAGE_H

#include "view/workspace.h"

/* Returns false, with the reason, if no file with columns is open. */
bool columns_page_open(struct workspace *workspace, struct error *error);

#endif

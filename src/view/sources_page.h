/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page Sources: of each source of the shown claims its publisher and date, its title, link and
 * speakers, the number of its claims, and how many of these are disputed. Enter shows only those.
 */
#ifndef TRADESCOPE_VIEW_SOURCES_PAGE_H
#define TRADESCOPE_VIEW_SOURCES_PAGE_H

#include "view/workspace.h"

void sources_page_open(struct workspace *workspace);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of filters. Each can be switched off and on, edited, removed and moved. */
#ifndef TRADESCOPE_VIEW_FILTERS_H
#define TRADESCOPE_VIEW_FILTERS_H

#include "view/workspace.h"

void filters_open(struct workspace *workspace);

#endif

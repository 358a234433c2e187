/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first rows of a screen: the open files, the current trade, the rows that pass the filters;
 * and the headline, a sentence with the main result.
 */
#ifndef TRADESCOPE_VIEW_TITLE_H
#define TRADESCOPE_VIEW_TITLE_H

#include "view/draw/canvas.h"
#include "view/workspace.h"

#define TITLE_HEADLINE_ROW 1

/* Draws the first two rows; at the end of the first one, so many cells are taken. */
void title_draw(struct workspace *workspace, struct canvas *canvas, int taken);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wrapped text in the last rows of a pane: what a list above it has no room to say in full.
 */
#ifndef TRADESCOPE_VIEW_DRAW_FOOTER_H
#define TRADESCOPE_VIEW_DRAW_FOOTER_H

#include "view/draw/canvas.h"
#include "view/draw/wrapping.h"

/* Draws what fits `most` rows, with a sign where it is cut; returns the rows taken. */
int footer_draw(struct canvas *canvas, const struct wrapping *text, int most);
/* One line in full, where it is wider than `room` cells; nothing where it is not. */
int footer_draw_long(struct canvas *canvas, enum role role, struct text text, int room);

#endif

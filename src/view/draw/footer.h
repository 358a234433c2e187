/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrapped text in the last rows of a pane, for what the list above cannot show in full. */
#ifndef TRADESCOPE_VIEW_DRAW_FOOTER_H
#define TRADESCOPE_VIEW_DRAW_FOOTER_H

#include "view/draw/canvas.h"
#include "view/draw/wrapping.h"

/* Draws at most `most` rows, with a sign if the text is cut. Returns the number of rows. */
int footer_draw(struct canvas *canvas, const struct wrapping *text, int most);
/* Draws one line in full if it is wider than `room` cells; otherwise nothing. */
int footer_draw_long(struct canvas *canvas, enum role role, struct text text, int room);

#endif

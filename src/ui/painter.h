/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws styled lines on the screen. Nothing reaches the terminal before painter_flush(), which
 * sends only changes.
 */
#ifndef TRADESCOPE_UI_PAINTER_H
#define TRADESCOPE_UI_PAINTER_H

#include "base/buffer.h"
#include "view/draw/canvas.h"

/* Returns the size of the screen in cells. */
int painter_width(void);
int painter_height(void);
/* Draws the canvas in the upper left corner; other cells become blank. */
void painter_put_canvas(const struct canvas *canvas);
/* Draws a whole row, clipped to the width. Rows outside the screen are ignored. */
void painter_put_line(int row, const struct line *line);
/* Shows the cursor at a cell; a negative row hides it. */
void painter_put_cursor(int row, int column);
void painter_flush(void);
/*
 * Appends the screen as of the last flush: a line per row without trailing blanks. With
 * `shows_styles` each is followed by one with the letter of each cell's style (theme_letter), and
 * the last line is "cursor ROW,COLUMN" or "cursor hidden".
 */
void painter_dump(struct buffer *out, bool shows_styles);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colours as numbers: the terminal's own, one of its palette of 256, or a mixture of red, green and
 * blue. Contrast is that of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
 */
#ifndef TRADESCOPE_VIEW_DRAW_COLOR_H
#define TRADESCOPE_VIEW_DRAW_COLOR_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

enum {
    COLOR_OWN = -1,         /* what the terminal uses without colours */
    COLOR_MIXED = 0x1000000 /* added to 0xRRGGBB */
};

#define COLOR_MIX(rgb) (COLOR_MIXED + (rgb))

/* The number of colours of a terminal that takes mixtures. */
#define COLORS_MIXED 0x1000000

/*
 * Parses "default", "red", "bright-red", a number of the palette from 0 to 255, or "#rrggbb".
 */
bool color_parse(struct text text, int *color, struct error *error);
/*
 * Parses a colour as a terminal answers it: "rgb:1e1e/1e1e/1e1e", with 1 to 4 digits each, "rgba:",
 * or "#1e1e1e". Returns false if it is none.
 */
bool color_parse_answer(struct text color, unsigned *rgb);
/* Appends the colour as color_parse() takes it. */
void color_write(struct buffer *out, int color);
/* Returns the name of one of the first 16; NULL behind them. */
const char *color_name(int color);
/*
 * Returns 0xRRGGBB. The first 16 of the palette are the terminal's to choose; for them it returns
 * those of xterm. Not for COLOR_OWN.
 */
unsigned color_rgb(int color);
/* Returns the nearest colour for a terminal with that many: 8, 16, 256 or COLORS_MIXED. */
int color_nearest(int color, int count);
/* Returns the relative luminance of 0xRRGGBB, from 0 to 1. */
double color_luminance(unsigned rgb);
/* Returns the contrast ratio of two colours 0xRRGGBB, from 1 to 21. */
double color_contrast(unsigned rgb, unsigned other);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a line that is being typed lies in one row of the screen: label, as much of the text as fits,
 * `<` and `>` where more of it is to either side, a remark at the right end where there is room.
 */
#ifndef TRADESCOPE_UI_PROMPT_LAYOUT_H
#define TRADESCOPE_UI_PROMPT_LAYOUT_H

#include <stdbool.h>

#include "view/draw/line.h"

struct prompt_layout {
    const char *label;
    struct text text;
    size_t point; /* byte of the text that the cursor is on */
    struct text remark;
    bool ascii;
};

/*
 * Appends the row, `width` cells at most, and returns the column of the cursor. `scroll` is how
 * many cells of the text are hidden to the left; it changes only when the cursor would leave the
 * row.
 */
int prompt_layout_write(const struct prompt_layout *row, int width, int *scroll, struct line *line);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The layout of a prompt in one row: label, the part of the text that fits, `<` and `>` if there is
 * more on either side, and a remark at the right end if there is room.
 */
#ifndef TRADESCOPE_UI_PROMPT_LAYOUT_H
#define TRADESCOPE_UI_PROMPT_LAYOUT_H

#include <stdbool.h>

#include "view/draw/line.h"

struct prompt_layout {
    const char *label;
    struct text text;
    size_t point; /* byte of the text under the cursor */
    struct text remark;
    bool ascii;
};

/*
 * Appends the row, at most `width` cells. Returns the column of the cursor. `scroll` is the number
 * of cells hidden on the left; it changes only when the cursor would leave the row.
 */
int prompt_layout_write(const struct prompt_layout *row, int width, int *scroll, struct line *line);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs flowing into rows: styled text wrapped at a width, each row knowing the paragraph that
 * it belongs to and the claim that the paragraph is about.
 */
#ifndef TRADESCOPE_VIEW_DRAW_WRAPPING_H
#define TRADESCOPE_VIEW_DRAW_WRAPPING_H

#include <stddef.h>

#include "view/draw/line.h"

struct wrapped_row {
    struct line line;
    size_t paragraph; /* counted from 0 */
    size_t claim;     /* NO_ROW for none */
};

struct wrapping {
    struct wrapped_row *rows;
    size_t count, capacity;
    size_t most; /* rows that are wanted; 0 for all */
    size_t paragraphs;
};

/*
 * Appends a paragraph (an empty one is a blank row), wrapped at `width` cells; rows behind the
 * first start with `indent` blanks, less where the width is too small for them. Ends where there
 * are as many rows as are wanted.
 */
void wrapping_add(struct wrapping *wrapping, const struct line *paragraph, size_t claim, int width,
                  int indent);
/* Empties it and keeps its memory. */
void wrapping_clear(struct wrapping *wrapping);
void wrapping_release(struct wrapping *wrapping);

#endif

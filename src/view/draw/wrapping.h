/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs of styled text wrapped into rows. Each row knows its paragraph and the claim that the
 * paragraph is about.
 */
#ifndef TRADESCOPE_VIEW_DRAW_WRAPPING_H
#define TRADESCOPE_VIEW_DRAW_WRAPPING_H

#include <stddef.h>

#include "view/draw/line.h"

struct wrapped_row {
    struct line line;
    size_t paragraph; /* from 0 */
    size_t claim;     /* NO_ROW if there is none */
};

struct wrapping {
    struct wrapped_row *rows;
    size_t count, capacity;
    size_t most; /* maximum number of rows; 0 for all */
    size_t paragraphs;
};

/*
 * Appends a paragraph (an empty one is a blank row), wrapped at `width` cells. Rows behind the
 * first are indented by `indent`, less if the width is too small. Stops at the maximum number of
 * rows.
 */
void wrapping_add(struct wrapping *wrapping, const struct line *paragraph, size_t claim, int width,
                  int indent);
/* Empties it and keeps its memory. */
void wrapping_clear(struct wrapping *wrapping);
void wrapping_release(struct wrapping *wrapping);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text without the differences that typesetting makes: runs of white space are one blank,
 * quotation marks and dashes are those of ASCII, ligatures are letters, and soft hyphens and
 * zero-width signs are gone. Letters, digits, currency signs and the case of letters stay.
 */
#ifndef TRADESCOPE_EVIDENCE_PLAIN_TEXT_H
#define TRADESCOPE_EVIDENCE_PLAIN_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

/* The change made at a byte. */
enum plain_change {
    PLAIN_SAME,
    PLAIN_BLANK,
    PLAIN_QUOTATION_MARK,
    PLAIN_DASH,
    PLAIN_LIGATURE,
    PLAIN_ELLIPSIS,
    PLAIN_HIDDEN, /* soft hyphens and zero-width signs, which are no byte */
    PLAIN_CHANGES,
};

struct plain_text {
    struct text original; /* borrowed */
    struct buffer text;
    size_t *offsets;  /* owned: of each byte in the original, and one more for the end */
    uint8_t *changes; /* owned: enum plain_change of each byte */
    size_t capacity, change_capacity;
};

/* The caller releases it. White space at both ends is left out. */
void plain_text_make(struct plain_text *plain, struct text original);
void plain_text_release(struct plain_text *plain);
/* Returns the bytes of the original that became the bytes from `start` to `end`. */
struct text plain_text_original(const struct plain_text *plain, size_t start, size_t end);
/* "white space", "quotation marks" and so on. */
const char *plain_change_name(enum plain_change change);

#endif

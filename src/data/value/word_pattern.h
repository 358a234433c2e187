/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns for whole words, names of columns and names of files: "Value*", "*export_{######}.csv".
 *
 *     *      any characters, or none        #      one digit
 *     ?      one character                  {...}  what lies between is captured
 *
 * Letters of either case (of ASCII) count as one.
 */
#ifndef TRADESCOPE_DATA_VALUE_WORD_PATTERN_H
#define TRADESCOPE_DATA_VALUE_WORD_PATTERN_H

#include <stdbool.h>

#include "base/text.h"

/* Whether the pattern fits the whole word. Time grows with the product of their lengths at most.
 * *captured is the part of `word` inside the braces, all of it where there are none. */
bool word_pattern_capture(struct text pattern, struct text word, struct text *captured);

/* A pattern that begins with a letter or digit fits only words that do: most need no more look. */
static inline bool word_pattern_may_fit(struct text pattern, struct text word)
{
    unsigned char sign = pattern.length ? (unsigned char)pattern.data[0] : 0;
    unsigned char folded = sign | 0x20;
    bool is_plain = (folded >= 'a' && folded <= 'z') || (sign >= '0' && sign <= '9');
    return !is_plain || (word.length && ((unsigned char)word.data[0] | 0x20) == folded);
}

static inline bool word_pattern_fits(struct text pattern, struct text word)
{
    struct text captured;
    return word_pattern_may_fit(pattern, word) && word_pattern_capture(pattern, word, &captured);
}

#endif

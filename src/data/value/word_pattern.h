/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns for whole words: names of columns and of files, such as "Value*",
 * "*export_{######}.csv".
 *
 *     *      any characters, or none        #      one digit
 *     ?      one character                  {...}  captures the part between the braces
 *
 * The case of ASCII letters is ignored.
 */
#ifndef TRADESCOPE_DATA_VALUE_WORD_PATTERN_H
#define TRADESCOPE_DATA_VALUE_WORD_PATTERN_H

#include <stdbool.h>

#include "base/text.h"

/*
 * True if the pattern matches the whole word. The time is at most proportional to the product of
 * their lengths. *captured is the part of `word` inside the braces, or all of it without braces.
 */
bool word_pattern_capture(struct text pattern, struct text word, struct text *captured);

/*
 * A pattern that begins with a letter or digit matches only words that do, which rules out most
 * words quickly.
 */
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A star first matches as little as possible, and one more character each time the rest does not
 * match. Backtracking to the last star is enough: what matched before it would also match later.
 */
#include "config.h"

#include "data/value/word_pattern.h"

#include "base/ascii.h"

#include <stddef.h>

#define NO_STAR ((size_t)-1)

struct position {
    size_t pattern, word;
};

static bool fits_character(char sign, char c)
{
    if (sign == '?')
        return true;
    return sign == '#' ? c >= '0' && c <= '9' : ascii_lower(sign) == ascii_lower(c);
}

/* Skips signs that match no character. */
static void pass_braces(struct text pattern, struct position *at, struct position *star,
                        struct text *captured, struct text word)
{
    for (; at->pattern < pattern.length; at->pattern++) {
        char sign = pattern.data[at->pattern];
        if (sign == '*')
            *star = (struct position){at->pattern + 1, at->word};
        else if (sign == '{')
            *captured = (struct text){word.data + at->word, word.length - at->word};
        else if (sign == '}' && captured->data <= word.data + at->word)
            captured->length = (size_t)(word.data + at->word - captured->data);
        else
            return;
    }
}

bool word_pattern_capture(struct text pattern, struct text word, struct text *captured)
{
    struct position at = {0}, star = {NO_STAR, 0};
    *captured = word;
    for (;;) {
        pass_braces(pattern, &at, &star, captured, word);
        if (at.word == word.length && at.pattern == pattern.length)
            return true;
        if (at.word < word.length && at.pattern < pattern.length &&
            fits_character(pattern.data[at.pattern], word.data[at.word])) {
            at.pattern++;
            at.word++;
        } else if (star.pattern != NO_STAR && star.word < word.length) {
            at = (struct position){star.pattern, ++star.word};
        } else {
            return false;
        }
    }
}

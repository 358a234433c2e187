/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns for whole words, names of columns and names of files: "Value*", "*export_{######}.csv".
 *
 *     *      any characters, or none        #      one digit
 *     ?      one character                  {...}  what lies between is captured
 *
 * Letters of either case (of ASCII) count as one.
 */
#ifndef TRADESCOPE_DATA_WORD_PATTERN_H
#define TRADESCOPE_DATA_WORD_PATTERN_H

#include <stdbool.h>

#include "base/text.h"

/* Whether the pattern fits the whole word. Time grows with the product of their lengths at most. */
bool word_pattern_fits(struct text pattern, struct text word);
/* The same; *captured is the part of `word` inside the braces, all of it where there are none. */
bool word_pattern_capture(struct text pattern, struct text word, struct text *captured);

#endif

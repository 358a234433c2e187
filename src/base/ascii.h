/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Classes of ASCII characters, independent of the locale. Bytes of 0x80 and above are in none of
 * them.
 */
#ifndef TRADESCOPE_BASE_ASCII_H
#define TRADESCOPE_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* True for a blank and for HT, LF, VT, FF and CR. */
static inline bool ascii_is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static inline char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

/* Returns the number of digits that start at `from`. */
static inline size_t ascii_count_digits(struct text text, size_t from)
{
    size_t end = from;
    while (end < text.length && ascii_is_digit(text.data[end]))
        end++;
    return end - from;
}

/* True if the text consists of digits and is not empty. */
static inline bool ascii_is_all_digits(struct text text)
{
    return text.length > 0 && ascii_count_digits(text, 0) == text.length;
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts of a few bytes as numbers, so that comparing and hashing them is arithmetic.
 */
#ifndef TRADESCOPE_DATA_SHORT_TEXT_H
#define TRADESCOPE_DATA_SHORT_TEXT_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

#define SHORT_TEXT ((size_t)16)

/* The first byte lowest, zeros behind the last. */
struct short_text {
    uint64_t first, last;
};

static inline uint64_t short_text_eight(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return le64toh(word);
}

/* Of 1 to 8 bytes; only these are touched, some of them twice. */
static inline uint64_t short_text_word(const char *bytes, size_t length)
{
    uint32_t low, high;
    if (length == 8)
        return short_text_eight(bytes);
    if (length >= 4) {
        memcpy(&low, bytes, sizeof low);
        memcpy(&high, bytes + length - sizeof high, sizeof high);
        return le32toh(low) | (uint64_t)le32toh(high) << (length - sizeof high) * 8;
    }
    return (unsigned char)bytes[0] | (uint64_t)(unsigned char)bytes[length / 2] << length / 2 * 8 |
           (uint64_t)(unsigned char)bytes[length - 1] << (length - 1) * 8;
}

/* Of up to SHORT_TEXT bytes. */
static inline struct short_text short_text_of(struct text text)
{
    if (text.length <= 8)
        return (struct short_text){text.length ? short_text_word(text.data, text.length) : 0, 0};
    return (struct short_text){short_text_eight(text.data),
                               short_text_eight(text.data + text.length - 8) >>
                                   (16 - text.length) * 8};
}

#endif

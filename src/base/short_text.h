/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of a few bytes as numbers, so that comparing and hashing is arithmetic. */
#ifndef TRADESCOPE_BASE_SHORT_TEXT_H
#define TRADESCOPE_BASE_SHORT_TEXT_H

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

#define SHORT_TEXT ((size_t)16)
/* Readable bytes, of any value, behind a padded text. */
#define TEXT_PADDING SHORT_TEXT

/* The first byte is the lowest; unused bytes are zero. */
struct short_text {
    uint64_t first, last;
};

static inline uint64_t short_text_eight(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return le64toh(word);
}

/* Loads 1 to 8 bytes. Reads only these, some of them twice. */
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

/* Loads up to SHORT_TEXT bytes. */
static inline struct short_text short_text_of(struct text text)
{
    if (text.length <= 8)
        return (struct short_text){text.length ? short_text_word(text.data, text.length) : 0, 0};
    return (struct short_text){short_text_eight(text.data),
                               short_text_eight(text.data + text.length - 8) >>
                                   (16 - text.length) * 8};
}

/* Returns a mask with all ones for the first `length` bytes. */
static inline struct short_text short_text_mask(size_t length)
{
    static const unsigned char masks[2 * SHORT_TEXT] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                                        0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                                        0xff, 0xff, 0xff, 0xff};
    const char *mask = (const char *)masks + SHORT_TEXT - length;
    return (struct short_text){short_text_eight(mask), short_text_eight(mask + 8)};
}

/* Loads SHORT_TEXT bytes, all of which must be readable, and applies the mask. */
static inline struct short_text short_text_masked(const char *bytes, struct short_text mask)
{
    return (struct short_text){short_text_eight(bytes) & mask.first,
                               short_text_eight(bytes + 8) & mask.last};
}

/* The same for a padded text; faster, as it does not branch on the length. */
static inline struct short_text short_text_of_padded(struct text text)
{
    return short_text_masked(text.data, short_text_mask(text.length));
}

static inline bool short_text_is_same(struct short_text a, struct short_text b)
{
    return ((a.first ^ b.first) | (a.last ^ b.last)) == 0;
}

/* Hashes the text. The topmost bits are mixed best: use them to index small tables. */
static inline uint64_t short_text_mix(struct short_text bytes)
{
    return (bytes.first ^ bytes.last * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
}

/* The empty text, padded. */
static inline struct text padded_empty(void)
{
    static const char nothing[TEXT_PADDING + 1];
    return (struct text){nothing, 0};
}

#endif

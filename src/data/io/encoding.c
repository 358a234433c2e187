/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/encoding.h"

#include "base/vec16.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

/* Returns the offset of the first byte that is not ASCII. Most files consist of ASCII. */
static size_t skip_ascii(const uint8_t *bytes, size_t at, size_t length)
{
    for (; length - at >= 4 * VEC16_BYTES; at += 4 * VEC16_BYTES) {
        const char *from = (const char *)bytes + at;
        vec16 some = vec16_read(from) | vec16_read(from + VEC16_BYTES) |
                     vec16_read(from + 2 * VEC16_BYTES) | vec16_read(from + 3 * VEC16_BYTES);
        if (vec16_bits((vec16)(some >= 0x80)))
            break;
    }
    for (; length - at >= VEC16_BYTES; at += VEC16_BYTES) {
        uint64_t others = vec16_bits((vec16)(vec16_read((const char *)bytes + at) >= 0x80));
        if (others)
            return at + (size_t)__builtin_ctzll(others);
    }
    while (at < length && bytes[at] < 0x80)
        at++;
    return at;
}

static bool is_continuation(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Returns the length of an invalid sequence: a lead byte and the continuation bytes behind it. */
static size_t broken_length(const uint8_t *at, size_t left)
{
    size_t length = 1;
    while (*at >= 0xC0 && length < left && is_continuation(at[length]))
        length++;
    return length;
}

/*
 * Returns the length of the character at a byte that is not ASCII, 0 for an invalid sequence, or -1
 * if the character is cut off at the end.
 */
static int character_length(const uint8_t *at, size_t left)
{
    ucs4_t character;
    int found = u8_mbtoucr(&character, at, left);
    return found > 0 ? found : found == -2 ? -1 : 0;
}

bool encoding_is_utf8(struct text bytes, bool is_cut_behind)
{
    const uint8_t *data = (const uint8_t *)bytes.data;
    size_t at = 0;
    while ((at = skip_ascii(data, at, bytes.length)) < bytes.length) {
        int length = character_length(data + at, bytes.length - at);
        if (length <= 0)
            return length < 0 && is_cut_behind;
        at += (size_t)length;
    }
    return true;
}

enum encoding encoding_recognise(struct text bytes)
{
    const uint8_t *data = (const uint8_t *)bytes.data;
    size_t at = 0, multi_byte = 0, broken = 0;
    while ((at = skip_ascii(data, at, bytes.length)) < bytes.length) {
        int length = character_length(data + at, bytes.length - at);
        multi_byte += length > 0;
        broken += length <= 0;
        at += length > 0 ? (size_t)length : broken_length(data + at, bytes.length - at);
    }
    return broken > multi_byte ? ENCODING_CP1252 : ENCODING_UTF8;
}

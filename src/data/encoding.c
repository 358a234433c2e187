/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/encoding.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

/* The first byte that is not ASCII, which most files are made of. */
static size_t skip_ascii(const uint8_t *bytes, size_t at, size_t length)
{
    uint64_t words[4];
    for (; length - at >= sizeof words; at += sizeof words) {
        memcpy(words, bytes + at, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u)
            break;
    }
    while (at < length && bytes[at] < 0x80)
        at++;
    return at;
}

bool encoding_is_ascii(struct text bytes)
{
    return skip_ascii((const uint8_t *)bytes.data, 0, bytes.length) == bytes.length;
}

static bool is_continuation(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Bytes of a broken sequence: a lead byte takes the continuation bytes behind it along. */
static size_t broken_length(const uint8_t *at, size_t left)
{
    size_t length = 1;
    while (*at >= 0xC0 && length < left && is_continuation(at[length]))
        length++;
    return length;
}

/* Bytes at the start that may belong to a character before it. */
static size_t skip_rest(const uint8_t *data, size_t length)
{
    size_t at = 0;
    while (at < length && at < 3 && is_continuation(data[at]))
        at++;
    return at;
}

enum encoding encoding_recognise(struct text bytes, bool is_cut_before, bool is_cut_behind)
{
    const uint8_t *data = (const uint8_t *)bytes.data;
    size_t at = is_cut_before ? skip_rest(data, bytes.length) : 0, multi_byte = 0, broken = 0;
    while ((at = skip_ascii(data, at, bytes.length)) < bytes.length) {
        ucs4_t character;
        int found = u8_mbtoucr(&character, data + at, bytes.length - at);
        if (found == -2 && is_cut_behind)
            break;
        multi_byte += found > 0;
        broken += found <= 0;
        at += found > 0 ? (size_t)found : broken_length(data + at, bytes.length - at);
    }
    return broken > multi_byte ? ENCODING_CP1252 : ENCODING_UTF8;
}

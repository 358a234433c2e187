/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/input.h"

#include "base/array.h"
#include "data/refusal.h"
#include "data/source.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

#define CHUNK ((size_t)64 * 1024)

/* Bytes of a broken sequence: a lead byte takes the continuation bytes behind it along. */
static size_t broken_length(const uint8_t *at, size_t left)
{
    size_t length = 1;
    while (*at >= 0xC0 && length < left && (at[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* As text_is_utf8(), but passes over ASCII, which most files are made of, a word at a time. */
static bool is_utf8(struct text bytes)
{
    const uint8_t *at = (const uint8_t *)bytes.data;
    for (size_t left = bytes.length; left;) {
        ucs4_t character;
        uint64_t word = UINT64_MAX;
        if (left >= sizeof word)
            memcpy(&word, at, sizeof word);
        bool is_ascii = (word & 0x8080808080808080u) == 0;
        int length = is_ascii ? (int)sizeof word : u8_mbtoucr(&character, at, left);
        if (length <= 0)
            return false;
        at += length;
        left -= (size_t)length;
    }
    return true;
}

/* Broken sequences are rare in UTF-8 and the rule in anything else. */
static enum encoding recognise(struct text bytes)
{
    if (is_utf8(bytes))
        return ENCODING_UTF8;
    const uint8_t *at = (const uint8_t *)bytes.data;
    size_t left = bytes.length, multi_byte = 0, broken = 0;
    while (left) {
        ucs4_t character;
        int found = u8_mbtoucr(&character, at, left);
        size_t length = found > 0 ? (size_t)found : broken_length(at, left);
        multi_byte += found > 1;
        broken += found <= 0;
        at += length;
        left -= length;
    }
    return broken > multi_byte ? ENCODING_CP1252 : ENCODING_UTF8;
}

static void drop_mark(struct buffer *bytes)
{
    size_t length = refusal_mark_length(buffer_text(bytes));
    if (!length)
        return;
    memmove(bytes->data, bytes->data + length, bytes->length - length);
    buffer_truncate(bytes, bytes->length - length);
}

static void decode(struct input *input)
{
    struct text bytes = buffer_text(&input->bytes);
    input->encoding = recognise(bytes);
    if (input->encoding == ENCODING_UTF8)
        return;
    struct buffer decoded = {0};
    text_decode_cp1252(&decoded, bytes);
    buffer_release(&input->bytes);
    input->bytes = decoded;
}

bool input_decode(struct input *input, struct buffer *raw, struct error *error)
{
    *input = (struct input){.bytes = *raw};
    *raw = (struct buffer){0};
    if (!refusal_check(buffer_text(&input->bytes), error)) {
        input_release(input);
        return false;
    }
    drop_mark(&input->bytes);
    decode(input);
    return true;
}

static bool read_all(struct source *source, struct buffer *raw, struct error *error)
{
    ssize_t got = 1;
    while (got > 0) {
        ARRAY_RESERVE(raw->data, raw->length + CHUNK + 1, raw->capacity);
        got = source_read(source, raw->length, raw->data + raw->length, CHUNK, error);
        raw->length += got > 0 ? (size_t)got : 0;
        raw->data[raw->length] = '\0';
    }
    return got == 0;
}

bool input_read(struct input *input, const char *path, struct error *error)
{
    *input = (struct input){0};
    struct source *source = source_open(path, error);
    bool was_read = source && read_all(source, &input->bytes, error);
    source_close(source);
    if (was_read)
        decode(input);
    else
        input_release(input);
    return was_read;
}

void input_release(struct input *input)
{
    buffer_release(&input->bytes);
}

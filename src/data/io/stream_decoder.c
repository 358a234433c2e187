/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/stream_decoder.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "data/io/charset_guess.h"
#include "data/io/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STREAM_PIECE ((size_t)32 * 1024)
#define FEWEST_FOREIGN 4 /* bytes that are not ASCII */

/* --- which encoding --- */

static bool is_utf16(struct text head)
{
    return head.length >= 4 &&
           (memcmp(head.data, "\xFF\xFE", 2) == 0 || memcmp(head.data, "\xFE\xFF", 2) == 0) &&
           memcmp(head.data + 2, "\0\0", 2) != 0;
}

/* Of the encodings that uchardet finds, those of Latin alphabets. */
static bool is_latin(const char *name)
{
    static const char *const names[] = {
        "WINDOWS-1250", "WINDOWS-1252", "WINDOWS-1254",      "WINDOWS-1257", "WINDOWS-1258",
        "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-3",        "ISO-8859-4",   "ISO-8859-9",
        "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-14",       "ISO-8859-15",  "ISO-8859-16",
        "IBM850",       "IBM852",       "MAC-CENTRALEUROPE", "VISCII",       "IBM865"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return strncmp(name, "UTF-", 4) == 0;
}

/* Words of another script have no ASCII within, so that most such bytes have another beside. */
static bool has_foreign_words(struct text bytes)
{
    size_t foreign = 0, together = 0;
    for (size_t i = 0; i < bytes.length; i++) {
        if (!(bytes.data[i] & 0x80))
            continue;
        bool is_before = i && (bytes.data[i - 1] & 0x80);
        bool is_behind = i + 1 < bytes.length && (bytes.data[i + 1] & 0x80);
        foreign++;
        together += is_before || is_behind;
    }
    return foreign >= FEWEST_FOREIGN && together * 5 >= foreign * 4;
}

static bool guess(struct text head, struct stream_encoding *encoding)
{
    struct buffer name = {0};
    bool is_found = encoding_recognise(head) == ENCODING_CP1252 && has_foreign_words(head) &&
                    charset_guess(&name, head) && !is_latin(name.data) &&
                    name.length < sizeof encoding->name;
    if (is_found)
        *encoding = (struct stream_encoding){.is_guess = true};
    if (is_found)
        snprintf(encoding->name, sizeof encoding->name, "%s", name.data);
    buffer_release(&name);
    return is_found;
}

bool stream_encoding_find(struct text head, struct stream_encoding *encoding)
{
    if (!is_utf16(head))
        return guess(head, encoding);
    *encoding = (struct stream_encoding){.name = "UTF-16"};
    return true;
}

/* --- conversion --- */

struct stream_decoder {
    iconv_t descriptor;
    char *encoding;    /* owned */
    struct buffer in;  /* not converted yet */
    struct buffer out; /* converted ... */
    size_t given;      /* ... of which this was returned */
    uint64_t passed;   /* bytes that were converted */
    bool is_ended, is_broken;
};

struct stream_decoder *stream_decoder_new(const char *encoding, struct text first)
{
    iconv_t descriptor = iconv_open("UTF-8", encoding);
    if (descriptor == (iconv_t)-1)
        return NULL;
    struct stream_decoder *decoder = xcalloc(1, sizeof *decoder);
    decoder->descriptor = descriptor;
    decoder->encoding = xstrdup(encoding);
    buffer_append_text(&decoder->in, first);
    return decoder;
}

void stream_decoder_free(struct stream_decoder *decoder)
{
    if (!decoder)
        return;
    iconv_close(decoder->descriptor);
    buffer_release(&decoder->in);
    buffer_release(&decoder->out);
    free(decoder->encoding);
    free(decoder);
}

/* Converts what has arrived, up to a character that is not complete. */
static void convert(struct stream_decoder *decoder)
{
    char piece[STREAM_PIECE];
    char *from = decoder->in.data;
    size_t left = decoder->in.length;
    while (left && !decoder->is_broken) {
        char *to = piece;
        size_t room = sizeof piece;
        size_t result = iconv(decoder->descriptor, &from, &left, &to, &room);
        int reason = result == (size_t)-1 ? errno : 0;
        buffer_append(&decoder->out, piece, sizeof piece - room);
        if (reason == EINVAL && !decoder->is_ended)
            break;
        decoder->is_broken = reason && reason != E2BIG;
    }
    decoder->passed += decoder->in.length - left;
    if (left)
        memmove(decoder->in.data, from, left);
    buffer_truncate(&decoder->in, left);
}

static bool refuse(const struct stream_decoder *decoder, struct error *error)
{
    return error_set(error,
                     "is not %s: byte %llu is none of its characters; name the encoding with "
                     "--encoding",
                     decoder->encoding, (unsigned long long)decoder->passed + 1);
}

ssize_t stream_decoder_next(struct stream_decoder *decoder, stream_reader *read, void *context,
                            char *to, size_t size, struct error *error)
{
    char piece[STREAM_PIECE];
    if (decoder->in.length && !decoder->out.length)
        convert(decoder);
    while (decoder->given == decoder->out.length && !decoder->is_broken && !decoder->is_ended) {
        buffer_truncate(&decoder->out, decoder->given = 0);
        ssize_t got = read(context, piece, sizeof piece, error);
        if (got < 0)
            return got;
        decoder->is_ended = got == 0;
        buffer_append(&decoder->in, piece, (size_t)got);
        convert(decoder);
    }
    size_t length = decoder->out.length - decoder->given;
    length = length < size ? length : size;
    if (!length && decoder->is_broken)
        return refuse(decoder, error) - 1;
    if (length)
        memcpy(to, decoder->out.data + decoder->given, length);
    decoder->given += length;
    return (ssize_t)length;
}

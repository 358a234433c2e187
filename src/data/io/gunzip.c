/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * zlib reads the header of a member and verifies its checksum and length. This file starts the next
 * member and words the errors.
 */
#include "config.h"

#include "data/io/gunzip.h"

#include "base/memory.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <zlib.h>

#define BLOCK ((size_t)64 * 1024)
#define FIRST_BYTE 0x1F /* of each member */
#define GZIP_ONLY 16    /* added to the size of the window */

enum gunzip_state {
    IN_FIRST_MEMBER,
    IN_MEMBER,
    BEHIND_MEMBER, /* at its first byte */
    IN_PADDING,
    AT_END
};

struct gunzip {
    struct raw_input *raw; /* borrowed */
    z_stream stream;
    enum gunzip_state place;
    struct error failure; /* returned when there are no more bytes */
    unsigned char block[BLOCK];
};

struct gunzip *gunzip_new(struct raw_input *raw, struct error *error)
{
    struct gunzip *gunzip = xcalloc(1, sizeof *gunzip);
    gunzip->raw = raw;
    if (inflateInit2(&gunzip->stream, MAX_WBITS + GZIP_ONLY) == Z_OK)
        return gunzip;
    free(gunzip);
    error_set(error, "cannot be unpacked: out of memory");
    return NULL;
}

void gunzip_free(struct gunzip *gunzip)
{
    if (!gunzip)
        return;
    inflateEnd(&gunzip->stream);
    error_release(&gunzip->failure);
    free(gunzip);
}

static bool refuse_damage(const char *what, struct error *error)
{
    return error_set(error,
                     "is damaged or incomplete (gzip: %s), so any of its rows may be wrong; "
                     "download or copy it again",
                     what);
}

static bool refuse_rest(struct error *error)
{
    return error_set(error, "has bytes behind the end of its gzip data, which are not read; "
                            "download or copy it again if there should be more rows");
}

/* Reads more packed bytes if there are none. Returns false at the end of the file and on error. */
static bool has_bytes(struct gunzip *gunzip, struct error *error)
{
    z_stream *stream = &gunzip->stream;
    if (stream->avail_in)
        return true;
    ssize_t got = raw_input_next(gunzip->raw, (char *)gunzip->block, BLOCK, error);
    stream->next_in = gunzip->block;
    stream->avail_in = got > 0 ? (uInt)got : 0;
    return got > 0;
}

static bool end_here(struct gunzip *gunzip, struct error *error)
{
    enum gunzip_state place = gunzip->place;
    if (error->text)
        return false;
    gunzip->place = AT_END;
    return place == BEHIND_MEMBER || place == IN_PADDING ||
           refuse_damage("it ends before its data do", error);
}

/* Decides what follows a member: another one, padding, or garbage. */
static bool go_behind(struct gunzip *gunzip, struct error *error)
{
    z_stream *stream = &gunzip->stream;
    if (*stream->next_in == 0) {
        gunzip->place = IN_PADDING;
        stream->next_in++;
        stream->avail_in--;
        return true;
    }
    if (gunzip->place == IN_PADDING || *stream->next_in != FIRST_BYTE)
        return refuse_rest(error);
    inflateReset(stream);
    gunzip->place = IN_MEMBER;
    return true;
}

static bool is_no_member(const struct gunzip *gunzip)
{
    return gunzip->place == IN_MEMBER && gunzip->stream.total_in <= 2 && !gunzip->stream.total_out;
}

static bool inflate_some(struct gunzip *gunzip, struct error *error)
{
    z_stream *stream = &gunzip->stream;
    int status = inflate(stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END)
        gunzip->place = BEHIND_MEMBER;
    if (status == Z_OK || status == Z_BUF_ERROR || status == Z_STREAM_END)
        return true;
    if (status == Z_MEM_ERROR)
        return error_set(error, "cannot be unpacked: out of memory");
    if (is_no_member(gunzip))
        return refuse_rest(error);
    return refuse_damage(stream->msg ? stream->msg : "no reason given", error);
}

static bool step(struct gunzip *gunzip, struct error *error)
{
    if (!has_bytes(gunzip, error))
        return end_here(gunzip, error);
    bool is_behind = gunzip->place == BEHIND_MEMBER || gunzip->place == IN_PADDING;
    return is_behind ? go_behind(gunzip, error) : inflate_some(gunzip, error);
}

/* Bytes read before an error are returned first, and the error by the next call. */
ssize_t gunzip_next(struct gunzip *gunzip, char *to, size_t size, struct error *error)
{
    z_stream *stream = &gunzip->stream;
    uInt room = size < UINT_MAX ? (uInt)size : UINT_MAX;
    stream->next_out = (unsigned char *)to;
    stream->avail_out = room;
    while (stream->avail_out == room && gunzip->place != AT_END && !gunzip->failure.text)
        step(gunzip, &gunzip->failure);
    if (stream->avail_out < room)
        return (ssize_t)(room - stream->avail_out);
    if (!gunzip->failure.text)
        return 0;
    error_set(error, "%s", gunzip->failure.text);
    return -1;
}

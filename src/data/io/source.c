/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two ways to read: straight from an origin that can be read at any place, or from a stream, which
 * keeps what cannot. The first bytes of a regular file decide which.
 */
#include "config.h"

#include "data/io/source.h"

#include "base/memory.h"
#include "data/io/origin.h"
#include "data/io/refusal.h"
#include "data/io/stream.h"
#include "data/io/unpack.h"

#include <stdlib.h>
#include <string.h>

struct source {
    struct origin *origin; /* owned by the stream where there is one */
    struct stream *stream; /* NULL where the origin is read itself */
    uint64_t all;          /* bytes in the file; 0 where that is unknown */
    uint64_t mark;         /* those of the byte order mark in front, which nobody reads */
};

/* --- opening --- */

static struct source *source_new(struct origin *origin)
{
    struct source *source = xcalloc(1, sizeof *source);
    source->origin = origin;
    source->all = origin_size(origin);
    return source;
}

static struct source *open_stream(struct origin *origin, const char *member)
{
    struct source *source = source_new(origin);
    source->stream = stream_new(origin, member, stream_usual_limit());
    return source;
}

static struct source *open_plain(struct origin *origin, struct text head, struct error *error)
{
    if (!refusal_check(head, error)) {
        origin_free(origin);
        return NULL;
    }
    struct source *source = source_new(origin);
    source->mark = refusal_mark_length(head);
    return source;
}

/* Takes the origin over. */
static struct source *open_origin(struct origin *origin, struct error *error)
{
    if (!origin_is_seekable(origin))
        return open_stream(origin, NULL);
    char *bytes = xmalloc(REFUSAL_HEAD);
    ssize_t got = origin_read_at(origin, 0, bytes, REFUSAL_HEAD, error);
    struct text head = {bytes, got > 0 ? (size_t)got : 0};
    struct source *source = NULL;
    if (got < 0)
        origin_free(origin);
    else
        source =
            unpack_recognises(head) ? open_stream(origin, NULL) : open_plain(origin, head, error);
    free(bytes);
    return source;
}

static bool is_archive(struct origin *origin)
{
    char bytes[UNPACK_HEAD];
    struct error error = {0};
    ssize_t got = origin_read_at(origin, 0, bytes, sizeof bytes, &error);
    error_release(&error);
    return got > 0 && unpack_needs_seeking((struct text){bytes, (size_t)got});
}

/* ARCHIVE:MEMBER, where a zip archive has the first name; a member may have colons in its own. */
static struct source *open_member(const char *path)
{
    for (const char *colon = path; (colon = strchr(colon, ':')); colon++) {
        struct error error = {0};
        char *name = xstrndup(path, (size_t)(colon - path));
        struct origin *origin = origin_open(name, &error);
        free(name);
        error_release(&error);
        if (origin && is_archive(origin))
            return open_stream(origin, colon + 1);
        origin_free(origin);
    }
    return NULL;
}

struct source *source_open(const char *path, struct error *error)
{
    struct error reason = {0};
    struct origin *origin = origin_open(path, &reason);
    struct source *source = origin ? open_origin(origin, &reason) : open_member(path);
    if (!source)
        error_set(error, "%s", reason.text);
    error_release(&reason);
    return source;
}

struct source *source_from_memory(struct buffer *bytes, struct error *error)
{
    return open_origin(origin_from_memory(bytes), error);
}

void source_close(struct source *source)
{
    if (!source)
        return;
    if (source->stream)
        stream_free(source->stream);
    else
        origin_free(source->origin);
    free(source);
}

/* --- reading --- */

static ssize_t read_plain(struct source *source, uint64_t offset, char *to, size_t size,
                          struct error *error)
{
    offset += source->mark;
    ssize_t got = origin_read_at(source->origin, offset, to, size, error);
    if (got <= 0)
        return got;
    size_t clean = refusal_clean_length(to, (size_t)got);
    if (clean)
        return (ssize_t)clean;
    refusal_of_nul(offset, error);
    return -1;
}

ssize_t source_read(struct source *source, uint64_t offset, char *to, size_t size,
                    struct error *error)
{
    return source->stream ? stream_read(source->stream, offset, to, size, error)
                          : read_plain(source, offset, to, size, error);
}

uint64_t source_arrived(struct source *source)
{
    return source->stream ? stream_arrived(source->stream) : UINT64_MAX;
}

void source_fetch(struct source *source)
{
    if (source->stream)
        stream_fetch(source->stream);
}

bool source_is_silent(struct source *source, int milliseconds)
{
    return source->stream && stream_is_silent(source->stream, milliseconds);
}

bool source_size(const struct source *source, uint64_t *size)
{
    if (source->stream)
        return stream_size(source->stream, size);
    *size = source->all - source->mark;
    return true;
}

struct source_progress source_progress(const struct source *source)
{
    return (struct source_progress){origin_reached(source->origin), source->all};
}

void source_stop(struct source *source)
{
    origin_stop(source->origin);
}

bool source_is_unchanged(const struct source *source, struct error *reason)
{
    return origin_is_unchanged(source->origin, reason);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes lie in chunks of one size, which never move. One thread at a time is the reader: it
 * waits for the origin without holding the lock, behind the bytes that the others already see.
 */
#include "config.h"

#include "data/io/stream.h"

#include "base/array.h"
#include "base/memory_limit.h"
#include "data/io/refusal.h"
#include "data/io/unpack.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)1024 * 1024)

#define PATIENCE 100 /* milliseconds that the first bytes wait for more */

_Static_assert(CHUNK >= REFUSAL_HEAD && REFUSAL_HEAD >= UNPACK_HEAD, "the head is in one chunk");

struct stream {
    char *member; /* owned; may be NULL */
    uint64_t limit;
    /* The reader's own. */
    struct origin *origin;
    struct unpack *unpack; /* NULL where the bytes are taken as they are */
    size_t mark;           /* bytes of the byte order mark, which are dropped */
    /* For all, under the lock. */
    pthread_mutex_t lock;
    pthread_cond_t news;
    char **chunks;
    size_t chunk_count, chunk_capacity;
    uint64_t length;
    struct error failure; /* what came instead of more bytes */
    bool has_begun, has_reader, is_ended;
};

uint64_t stream_usual_limit(void)
{
    uint64_t limit = memory_limit();
    return limit == UINT64_MAX ? limit : limit / 2;
}

struct stream *stream_new(struct origin *origin, const char *member, uint64_t limit)
{
    struct stream *stream = xcalloc(1, sizeof *stream);
    stream->origin = origin;
    stream->member = member ? xstrdup(member) : NULL;
    stream->limit = limit;
    pthread_mutex_init(&stream->lock, NULL);
    pthread_cond_init(&stream->news, NULL);
    return stream;
}

void stream_free(struct stream *stream)
{
    if (!stream)
        return;
    for (size_t i = 0; i < stream->chunk_count; i++)
        free(stream->chunks[i]);
    free(stream->chunks);
    unpack_close(stream->unpack);
    origin_free(stream->origin);
    free(stream->member);
    error_release(&stream->failure);
    pthread_cond_destroy(&stream->news);
    pthread_mutex_destroy(&stream->lock);
    free(stream);
}

/* --- the reader --- */

static ssize_t next_bytes(struct stream *stream, char *to, size_t size, struct error *error)
{
    return stream->unpack ? unpack_next(stream->unpack, to, size, error)
                          : origin_next(stream->origin, to, size, error);
}

/* Up to `size` bytes; fewer at the end, and in front of an error. */
static size_t fill(struct stream *stream, char *to, size_t size, struct error *error)
{
    size_t filled = 0;
    ssize_t got = 1;
    while (filled < size && (got = next_bytes(stream, to + filled, size - filled, error)) > 0)
        filled += (size_t)got;
    return filled;
}

static bool refuse_limit(const struct stream *stream, struct error *error)
{
    return error_set(error,
                     "has more than %" PRIu64 " MiB%s, and no more are kept in memory here; what "
                     "was read before stays; %s and open that file",
                     stream->limit >> 20, stream->unpack ? " when it is unpacked" : "",
                     stream->unpack ? "unpack it" : "write it to a file");
}

/*
 * `head` is what was read so far, in a chunk that will take what is inside. A zip archive is read
 * in no order: one that comes through a pipe is read into memory first.
 */
static bool open_packed(struct stream *stream, struct text head, struct error *error)
{
    if (!unpack_needs_seeking(head) || origin_is_seekable(stream->origin))
        origin_rewind(stream->origin, head);
    else if (!origin_gather(stream->origin, head, stream->limit, error))
        return error->text ? false : refuse_limit(stream, error);
    stream->unpack = unpack_open(stream->origin, head, stream->member, error);
    return stream->unpack != NULL;
}

static size_t drop_mark(struct stream *stream, char *chunk, size_t length)
{
    stream->mark = refusal_mark_length((struct text){chunk, length});
    memmove(chunk, chunk + stream->mark, length - stream->mark);
    return length - stream->mark;
}

/* The first bytes, by which it is seen what this is: fewer where nothing follows the first lines.
 */
static size_t fill_head(struct stream *stream, char *to, struct error *error)
{
    size_t filled = 0;
    ssize_t got = 1;
    while (filled < REFUSAL_HEAD && got > 0) {
        bool is_text = filled >= UNPACK_HEAD && memchr(to, '\n', filled);
        if (is_text && origin_is_silent(stream->origin, PATIENCE))
            break;
        got = origin_next(stream->origin, to + filled, REFUSAL_HEAD - filled, error);
        filled += got > 0 ? (size_t)got : 0;
    }
    return filled;
}

/*
 * The first bytes decide what this is, so nobody sees them before that. Returns how many there are;
 * an error is set where something else follows them, or where they are refused.
 */
static size_t begin(struct stream *stream, char *chunk, struct error *error)
{
    size_t length = fill_head(stream, chunk, error);
    if (!error->text && unpack_recognises((struct text){chunk, length})) {
        if (!open_packed(stream, (struct text){chunk, length}, error))
            return 0;
        length = fill(stream, chunk, REFUSAL_HEAD, error);
    }
    struct error refusal = {0};
    if (refusal_check((struct text){chunk, length}, &refusal))
        return drop_mark(stream, chunk, length);
    error_release(error);
    *error = refusal;
    return 0;
}

static size_t go_on(struct stream *stream, char *to, size_t size, struct error *error)
{
    ssize_t got = next_bytes(stream, to, size, error);
    size_t length = got > 0 ? (size_t)got : 0, clean = refusal_clean_length(to, length);
    if (clean < length)
        refusal_of_nul(stream->mark + stream->length + clean, error);
    return clean;
}

static bool add_chunk(struct stream *stream, struct error *error)
{
    if (stream->length >= stream->limit)
        return refuse_limit(stream, error);
    ARRAY_RESERVE(stream->chunks, stream->chunk_count + 1, stream->chunk_capacity);
    char *chunk = malloc(CHUNK);
    if (!chunk)
        return error_set(error, "is too large for the memory here; what was read before stays");
    stream->chunks[stream->chunk_count++] = chunk;
    return true;
}

/* Reads some more, without the lock, which is held before and after. */
static void read_on(struct stream *stream)
{
    struct error error = {0};
    size_t used = (size_t)(stream->length % CHUNK), got = 0;
    if (stream->length < stream->chunk_count * CHUNK || add_chunk(stream, &error)) {
        char *to = stream->chunks[stream->chunk_count - 1] + used;
        stream->has_reader = true;
        pthread_mutex_unlock(&stream->lock);
        got =
            stream->has_begun ? go_on(stream, to, CHUNK - used, &error) : begin(stream, to, &error);
        pthread_mutex_lock(&stream->lock);
        stream->has_reader = false;
        stream->has_begun = true;
    }
    stream->length += got;
    stream->is_ended = got == 0 || error.text;
    stream->failure = error;
    pthread_cond_broadcast(&stream->news);
}

/* --- everybody --- */

/* Waits for bytes up to `end`; gives how many there are in all. */
static uint64_t await_bytes(struct stream *stream, uint64_t end)
{
    pthread_mutex_lock(&stream->lock);
    while (stream->length < end && !stream->is_ended)
        if (stream->has_reader)
            pthread_cond_wait(&stream->news, &stream->lock);
        else
            read_on(stream);
    uint64_t length = stream->length;
    pthread_mutex_unlock(&stream->lock);
    return length;
}

static const char *chunk_at(struct stream *stream, size_t number)
{
    pthread_mutex_lock(&stream->lock);
    const char *chunk = stream->chunks[number];
    pthread_mutex_unlock(&stream->lock);
    return chunk;
}

static void copy(struct stream *stream, uint64_t offset, char *to, size_t size)
{
    while (size) {
        size_t from = (size_t)(offset % CHUNK), length = CHUNK - from;
        length = length < size ? length : size;
        memcpy(to, chunk_at(stream, (size_t)(offset / CHUNK)) + from, length);
        offset += length;
        to += length;
        size -= length;
    }
}

ssize_t stream_read(struct stream *stream, uint64_t offset, char *to, size_t size,
                    struct error *error)
{
    uint64_t end = size < UINT64_MAX - offset ? offset + size : UINT64_MAX;
    uint64_t length = await_bytes(stream, end);
    if (offset < length) {
        size = size < length - offset ? size : (size_t)(length - offset);
        copy(stream, offset, to, size);
        return (ssize_t)size;
    }
    /* Nobody changes the failure once the stream has ended. */
    if (!size || !stream->failure.text)
        return 0;
    error_set(error, "%s", stream->failure.text);
    return -1;
}

uint64_t stream_arrived(struct stream *stream)
{
    pthread_mutex_lock(&stream->lock);
    uint64_t arrived = stream->is_ended ? UINT64_MAX : stream->length;
    pthread_mutex_unlock(&stream->lock);
    return arrived;
}

void stream_fetch(struct stream *stream)
{
    uint64_t arrived = stream_arrived(stream);
    if (arrived != UINT64_MAX)
        await_bytes(stream, arrived + 1);
}

/* What is packed comes when it is unpacked: only the origin can be silent. */
bool stream_is_silent(struct stream *stream, int milliseconds)
{
    return origin_is_silent(stream->origin, milliseconds);
}

bool stream_size(struct stream *stream, uint64_t *size)
{
    pthread_mutex_lock(&stream->lock);
    bool is_known = stream->is_ended;
    *size = stream->length;
    pthread_mutex_unlock(&stream->lock);
    return is_known;
}

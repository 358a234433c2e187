/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes lie in chunks of one size, which never move. One thread at a time is the reader; it
 * waits for input without holding the lock, and writes behind the bytes that the others can see.
 */
#include "config.h"

#include "data/io/spool.h"

#include "base/array.h"
#include "base/memory_limit.h"
#include "data/io/file_sniff.h"
#include "data/io/unpack.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)1024 * 1024)

#define SPOOL_PATIENCE 100 /* milliseconds that the first bytes wait for more */

_Static_assert(CHUNK >= FILE_SNIFF_HEAD && FILE_SNIFF_HEAD >= UNPACK_HEAD,
               "the head is in one chunk");

struct spool {
    char *member, *encoding; /* owned; may be NULL */
    uint64_t limit;
    /* used by the reader only */
    struct raw_input *raw;
    struct unpack *unpack; /* NULL if the bytes are not packed */
    size_t mark;           /* length of the byte order mark, which is dropped */
    /* shared, under the lock */
    pthread_mutex_t lock;
    pthread_cond_t news;
    char **chunks;
    size_t chunk_count, chunk_capacity;
    uint64_t length;
    struct error failure; /* returned when there are no more bytes */
    bool has_begun, has_reader, is_ended;
};

uint64_t spool_usual_limit(void)
{
    uint64_t limit = memory_limit();
    return limit == UINT64_MAX ? limit : limit / 2;
}

struct spool *spool_new(struct raw_input *raw, const char *member, const char *encoding,
                        uint64_t limit)
{
    struct spool *spool = xcalloc(1, sizeof *spool);
    spool->raw = raw;
    spool->member = member ? xstrdup(member) : NULL;
    spool->encoding = encoding ? xstrdup(encoding) : NULL;
    spool->limit = limit;
    pthread_mutex_init(&spool->lock, NULL);
    pthread_cond_init(&spool->news, NULL);
    return spool;
}

void spool_free(struct spool *spool)
{
    if (!spool)
        return;
    for (size_t i = 0; i < spool->chunk_count; i++)
        free(spool->chunks[i]);
    free(spool->chunks);
    unpack_close(spool->unpack);
    raw_input_free(spool->raw);
    free(spool->member);
    free(spool->encoding);
    error_release(&spool->failure);
    pthread_cond_destroy(&spool->news);
    pthread_mutex_destroy(&spool->lock);
    free(spool);
}

/* --- the reader --- */

static ssize_t next_bytes(struct spool *spool, char *to, size_t size, struct error *error)
{
    return spool->unpack ? unpack_next(spool->unpack, to, size, error)
                         : raw_input_next(spool->raw, to, size, error);
}

/* Reads up to `size` bytes; fewer at the end and before an error. */
static size_t fill(struct spool *spool, char *to, size_t size, struct error *error)
{
    size_t filled = 0;
    ssize_t got = 1;
    while (filled < size && (got = next_bytes(spool, to + filled, size - filled, error)) > 0)
        filled += (size_t)got;
    return filled;
}

static bool refuse_limit(const struct spool *spool, struct error *error)
{
    return error_set(error,
                     "has more than %" PRIu64 " MiB%s, and no more are kept in memory here; what "
                     "was read before stays; %s and open that file",
                     spool->limit >> 20, spool->unpack ? " when it is unpacked" : "",
                     spool->unpack ? "unpack it" : "write it to a file");
}

/*
 * `head` has the bytes read so far, in a chunk that will hold the unpacked ones. A zip archive
 * needs seeking, so one that comes through a pipe is read into memory first.
 */
static bool open_packed(struct spool *spool, struct text head, struct error *error)
{
    if (!unpack_needs_seeking(head) || raw_input_is_seekable(spool->raw))
        raw_input_rewind(spool->raw, head);
    else if (!raw_input_gather(spool->raw, head, spool->limit, error))
        return error->text ? false : refuse_limit(spool, error);
    spool->unpack = unpack_open(spool->raw, head, spool->member, spool->encoding, error);
    return spool->unpack != NULL;
}

static size_t drop_mark(struct spool *spool, char *chunk, size_t length)
{
    spool->mark = file_sniff_mark_length((struct text){chunk, length});
    memmove(chunk, chunk + spool->mark, length - spool->mark);
    return length - spool->mark;
}

/*
 * Reads the first bytes, by which the file type is detected: fewer if nothing follows the first
 * lines.
 */
static size_t fill_head(struct spool *spool, char *to, struct error *error)
{
    size_t filled = 0;
    ssize_t got = 1;
    while (filled < FILE_SNIFF_HEAD && got > 0) {
        bool is_text = filled >= UNPACK_HEAD && memchr(to, '\n', filled);
        if (is_text && raw_input_is_silent(spool->raw, SPOOL_PATIENCE))
            break;
        got = raw_input_next(spool->raw, to + filled, FILE_SNIFF_HEAD - filled, error);
        filled += got > 0 ? (size_t)got : 0;
    }
    return filled;
}

/*
 * Detects the file type by the first bytes, before other threads can see them. Returns their
 * number. Sets an error if they are refused or another error follows them.
 */
static size_t begin(struct spool *spool, char *chunk, struct error *error)
{
    size_t length = fill_head(spool, chunk, error);
    if (!error->text && unpack_recognises((struct text){chunk, length})) {
        if (!open_packed(spool, (struct text){chunk, length}, error))
            return 0;
        length = fill(spool, chunk, FILE_SNIFF_HEAD, error);
    }
    struct error refusal = {0};
    if (file_sniff_check((struct text){chunk, length}, &refusal))
        return drop_mark(spool, chunk, length);
    error_release(error);
    *error = refusal;
    return 0;
}

static size_t go_on(struct spool *spool, char *to, size_t size, struct error *error)
{
    ssize_t got = next_bytes(spool, to, size, error);
    size_t length = got > 0 ? (size_t)got : 0, clean = file_sniff_clean_length(to, length);
    if (clean < length)
        file_sniff_of_nul(spool->mark + spool->length + clean, error);
    return clean;
}

static bool add_chunk(struct spool *spool, struct error *error)
{
    if (spool->length >= spool->limit)
        return refuse_limit(spool, error);
    ARRAY_RESERVE(spool->chunks, spool->chunk_count + 1, spool->chunk_capacity);
    char *chunk = malloc(CHUNK);
    if (!chunk)
        return error_set(error, "is too large for the memory here; what was read before stays");
    spool->chunks[spool->chunk_count++] = chunk;
    return true;
}

/* Reads more. Releases the lock meanwhile. */
static void read_on(struct spool *spool)
{
    struct error error = {0};
    size_t used = (size_t)(spool->length % CHUNK), got = 0;
    if (spool->length < spool->chunk_count * CHUNK || add_chunk(spool, &error)) {
        char *to = spool->chunks[spool->chunk_count - 1] + used;
        spool->has_reader = true;
        pthread_mutex_unlock(&spool->lock);
        got = spool->has_begun ? go_on(spool, to, CHUNK - used, &error) : begin(spool, to, &error);
        pthread_mutex_lock(&spool->lock);
        spool->has_reader = false;
        spool->has_begun = true;
    }
    spool->length += got;
    spool->is_ended = got == 0 || error.text;
    spool->failure = error;
    pthread_cond_broadcast(&spool->news);
}

/* --- everybody --- */

/* Waits for bytes up to `end`. Returns the number of all bytes. */
static uint64_t await_bytes(struct spool *spool, uint64_t end)
{
    pthread_mutex_lock(&spool->lock);
    while (spool->length < end && !spool->is_ended)
        if (spool->has_reader)
            pthread_cond_wait(&spool->news, &spool->lock);
        else
            read_on(spool);
    uint64_t length = spool->length;
    pthread_mutex_unlock(&spool->lock);
    return length;
}

static const char *chunk_at(struct spool *spool, size_t number)
{
    pthread_mutex_lock(&spool->lock);
    const char *chunk = spool->chunks[number];
    pthread_mutex_unlock(&spool->lock);
    return chunk;
}

static void copy(struct spool *spool, uint64_t offset, char *to, size_t size)
{
    while (size) {
        size_t from = (size_t)(offset % CHUNK), length = CHUNK - from;
        length = length < size ? length : size;
        memcpy(to, chunk_at(spool, (size_t)(offset / CHUNK)) + from, length);
        offset += length;
        to += length;
        size -= length;
    }
}

ssize_t spool_read(struct spool *spool, uint64_t offset, char *to, size_t size, struct error *error)
{
    uint64_t end = size < UINT64_MAX - offset ? offset + size : UINT64_MAX;
    uint64_t length = await_bytes(spool, end);
    if (offset < length) {
        size = size < length - offset ? size : (size_t)(length - offset);
        copy(spool, offset, to, size);
        return (ssize_t)size;
    }
    /* The failure does not change after the end. */
    if (!size || !spool->failure.text)
        return 0;
    error_set(error, "%s", spool->failure.text);
    return -1;
}

uint64_t spool_arrived(struct spool *spool)
{
    pthread_mutex_lock(&spool->lock);
    uint64_t arrived = spool->is_ended ? UINT64_MAX : spool->length;
    pthread_mutex_unlock(&spool->lock);
    return arrived;
}

void spool_fetch(struct spool *spool)
{
    uint64_t arrived = spool_arrived(spool);
    if (arrived != UINT64_MAX)
        await_bytes(spool, arrived + 1);
}

/* Packed bytes are available as soon as they are unpacked: only the raw input can be silent. */
bool spool_is_silent(struct spool *spool, int milliseconds)
{
    return raw_input_is_silent(spool->raw, milliseconds);
}

bool spool_size(struct spool *spool, uint64_t *size)
{
    pthread_mutex_lock(&spool->lock);
    bool is_known = spool->is_ended;
    *size = spool->length;
    pthread_mutex_unlock(&spool->lock);
    return is_known;
}

bool spool_is_table(const struct spool *spool)
{
    return spool->unpack && unpack_is_table(spool->unpack);
}

const char *spool_note(const struct spool *spool)
{
    return spool->unpack ? unpack_note(spool->unpack) : "";
}

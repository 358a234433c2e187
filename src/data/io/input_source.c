/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads directly from a raw input that can seek, or from a spool, which keeps the bytes of one that
 * cannot. The first bytes of a regular file decide.
 */
#include "config.h"

#include "data/io/input_source.h"

#include "base/memory.h"
#include "data/io/convert.h"
#include "data/io/raw_input.h"
#include "data/io/file_sniff.h"
#include "data/io/spool.h"
#include "data/io/unpack.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DECODED_PIECE ((size_t)64 * 1024)

struct input_source {
    struct raw_input *raw; /* owned by the spool if there is one */
    struct spool *spool;   /* NULL if the raw input is read directly */
    uint64_t all;          /* bytes in the file; 0 if unknown */
    uint64_t mark;         /* length of the byte order mark at the start, which is skipped */
    char *note;            /* owned: what was chosen before the bytes were in memory; may be NULL */
};

/* --- opening --- */

static struct input_source *input_source_new(struct raw_input *raw)
{
    struct input_source *source = xcalloc(1, sizeof *source);
    source->raw = raw;
    source->all = raw_input_size(raw);
    return source;
}

static struct input_source *open_stream(struct raw_input *raw, const char *member,
                                        const char *encoding)
{
    struct input_source *source = input_source_new(raw);
    source->spool = spool_new(raw, member, encoding, spool_usual_limit());
    return source;
}

static struct input_source *open_plain(struct raw_input *raw, struct text head, struct error *error)
{
    if (!file_sniff_check(head, error)) {
        raw_input_free(raw);
        return NULL;
    }
    struct input_source *source = input_source_new(raw);
    source->mark = file_sniff_mark_length(head);
    return source;
}

/* Appends all bytes of a seekable input. */
static bool read_raw(struct raw_input *raw, struct buffer *bytes, struct error *error)
{
    ssize_t got;
    char piece[DECODED_PIECE];
    while ((got = raw_input_read_at(raw, bytes->length, piece, sizeof piece, error)) > 0)
        buffer_append(bytes, piece, (size_t)got);
    return got == 0;
}

/* Opens text in UTF-16, as its mark says. Takes ownership of the raw input. */
static struct input_source *open_utf16(struct raw_input *raw, struct error *error)
{
    struct buffer bytes = {0};
    bool is_read = read_raw(raw, &bytes, error) && convert_to_utf8(&bytes, "UTF-16", error);
    raw_input_free(raw);
    if (is_read)
        return input_source_from_memory(&bytes, error);
    buffer_release(&bytes);
    return NULL;
}

static bool is_utf16(struct text head)
{
    return head.length >= 4 &&
           (memcmp(head.data, "\xFF\xFE", 2) == 0 || memcmp(head.data, "\xFE\xFF", 2) == 0) &&
           memcmp(head.data + 2, "\0\0", 2) != 0;
}

/* Takes ownership of the raw input. */
static struct input_source *open_origin(struct raw_input *raw, const char *encoding,
                                        struct error *error)
{
    if (!raw_input_is_seekable(raw))
        return open_stream(raw, NULL, encoding);
    char *bytes = xmalloc(FILE_SNIFF_HEAD);
    ssize_t got = raw_input_read_at(raw, 0, bytes, FILE_SNIFF_HEAD, error);
    struct text head = {bytes, got > 0 ? (size_t)got : 0};
    struct input_source *source = NULL;
    if (got < 0)
        raw_input_free(raw);
    else if (is_utf16(head))
        source = open_utf16(raw, error);
    else
        source = unpack_recognises(head) ? open_stream(raw, NULL, encoding)
                                         : open_plain(raw, head, error);
    free(bytes);
    return source;
}

static bool is_archive(struct raw_input *raw)
{
    char *bytes = xmalloc(FILE_SNIFF_HEAD);
    struct error error = {0};
    ssize_t got = raw_input_read_at(raw, 0, bytes, FILE_SNIFF_HEAD, &error);
    bool has_members = got > 0 && unpack_needs_seeking((struct text){bytes, (size_t)got});
    error_release(&error);
    free(bytes);
    return has_members;
}

/*
 * ARCHIVE:MEMBER, if the first part names a zip archive, a workbook or a web page. The name of a
 * member may contain colons.
 */
static struct input_source *open_member(const char *path, const char *encoding)
{
    for (const char *colon = path; (colon = strchr(colon, ':')); colon++) {
        struct error error = {0};
        char *name = xstrndup(path, (size_t)(colon - path));
        struct raw_input *raw = raw_input_open(name, &error);
        free(name);
        error_release(&error);
        if (raw && is_archive(raw))
            return open_stream(raw, colon + 1, encoding);
        raw_input_free(raw);
    }
    return NULL;
}

/* `encoding` is that of a web page; other bytes are not converted. */
static struct input_source *open_path(const char *path, const char *encoding, struct error *error)
{
    struct error reason = {0};
    struct raw_input *raw = raw_input_open(path, &reason);
    struct input_source *source =
        raw ? open_origin(raw, encoding, &reason) : open_member(path, encoding);
    if (!source)
        error_set(error, "%s", reason.text);
    error_release(&reason);
    return source;
}

struct input_source *input_source_open(const char *path, struct error *error)
{
    return open_path(path, NULL, error);
}

/* Reads all of the file: as it is stored for UTF-16, which has bytes that no other text has. */
static bool read_all(const char *path, bool is_wide, const char *encoding, struct buffer *bytes,
                     char **note, struct error *error)
{
    if (is_wide) {
        struct raw_input *raw = raw_input_open(path, error);
        bool is_read = raw && (raw_input_is_seekable(raw)
                                   ? read_raw(raw, bytes, error)
                                   : error_set(error, "comes through a pipe; save it as a file, or "
                                                      "convert it with iconv"));
        raw_input_free(raw);
        return is_read && convert_to_utf8(bytes, encoding, error);
    }
    struct input_source *source = open_path(path, encoding, error);
    char piece[DECODED_PIECE];
    ssize_t got = source ? 1 : -1;
    while (source &&
           (got = input_source_read(source, bytes->length, piece, sizeof piece, error)) > 0)
        buffer_append(bytes, piece, (size_t)got);
    bool is_converted = source && source->spool && spool_is_table(source->spool);
    *note = is_converted ? xstrdup(input_source_note(source)) : NULL;
    input_source_close(source);
    return got == 0 && (is_converted || convert_to_utf8(bytes, encoding, error));
}

struct input_source *input_source_open_as(const char *path, const char *encoding,
                                          struct error *error)
{
    struct buffer bytes = {0};
    bool is_wide = strncasecmp(encoding, "UTF-16", 6) == 0 ||
                   strncasecmp(encoding, "UTF-32", 6) == 0 || strncasecmp(encoding, "UCS", 3) == 0;
    char *note = NULL;
    struct input_source *source = NULL;
    if (read_all(path, is_wide, encoding, &bytes, &note, error))
        source = input_source_from_memory(&bytes, error);
    if (source)
        source->note = note;
    else
        free(note);
    buffer_release(&bytes);
    return source;
}

struct input_source *input_source_from_memory(struct buffer *bytes, struct error *error)
{
    return open_origin(raw_input_from_memory(bytes), NULL, error);
}

void input_source_close(struct input_source *source)
{
    if (!source)
        return;
    if (source->spool)
        spool_free(source->spool);
    else
        raw_input_free(source->raw);
    free(source->note);
    free(source);
}

/* --- reading --- */

static ssize_t read_plain(struct input_source *source, uint64_t offset, char *to, size_t size,
                          struct error *error)
{
    offset += source->mark;
    ssize_t got = raw_input_read_at(source->raw, offset, to, size, error);
    if (got <= 0)
        return got;
    size_t clean = file_sniff_clean_length(to, (size_t)got);
    if (clean)
        return (ssize_t)clean;
    file_sniff_of_nul(offset, error);
    return -1;
}

ssize_t input_source_read(struct input_source *source, uint64_t offset, char *to, size_t size,
                          struct error *error)
{
    return source->spool ? spool_read(source->spool, offset, to, size, error)
                         : read_plain(source, offset, to, size, error);
}

const char *input_source_note(const struct input_source *source)
{
    return source->note ? source->note : source->spool ? spool_note(source->spool) : "";
}

uint64_t input_source_arrived(struct input_source *source)
{
    return source->spool ? spool_arrived(source->spool) : UINT64_MAX;
}

void input_source_fetch(struct input_source *source)
{
    if (source->spool)
        spool_fetch(source->spool);
}

bool input_source_is_silent(struct input_source *source, int milliseconds)
{
    return source->spool && spool_is_silent(source->spool, milliseconds);
}

bool input_source_size(const struct input_source *source, uint64_t *size)
{
    if (source->spool)
        return spool_size(source->spool, size);
    *size = source->all - source->mark;
    return true;
}

struct input_source_progress input_source_progress(const struct input_source *source)
{
    return (struct input_source_progress){raw_input_reached(source->raw), source->all};
}

void input_source_stop(struct input_source *source)
{
    raw_input_stop(source->raw);
}

bool input_source_is_unchanged(const struct input_source *source, struct error *reason)
{
    return raw_input_is_unchanged(source->raw, reason);
}

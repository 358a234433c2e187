/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/source.h"

#include "base/memory.h"
#include "data/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD ((size_t)64 * 1024)

struct source {
    int file; /* -1 for bytes in memory */
    struct buffer bytes;
    uint64_t size, skip;
};

static struct source *of_bytes(struct buffer *bytes, struct error *error)
{
    struct source *source = xcalloc(1, sizeof *source);
    *source = (struct source){.file = -1, .bytes = *bytes, .size = bytes->length};
    *bytes = (struct buffer){0};
    if (source->size >= 3 && memcmp(source->bytes.data, "\xEF\xBB\xBF", 3) == 0)
        source->skip = 3;
    struct text text = {source->bytes.data + source->skip, source->size - source->skip};
    if (!source->size || input_refuse(text, error))
        return source;
    source_close(source);
    return NULL;
}

struct source *source_from_memory(struct buffer *bytes, struct error *error)
{
    return of_bytes(bytes, error);
}

static struct source *of_file(int file, uint64_t size, struct error *error)
{
    char head[HEAD];
    struct source *source = xcalloc(1, sizeof *source);
    *source = (struct source){.file = file, .size = size};
    ssize_t got = pread(file, head, sizeof head, 0);
    if (got >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
        source->skip = 3;
    struct text text = {head + source->skip, (size_t)(got < 0 ? 0 : got) - source->skip};
    if (input_refuse(text, error))
        return source;
    source_close(source);
    return NULL;
}

struct source *source_open(const char *path, struct error *error)
{
    struct stat status;
    struct buffer bytes = {0};
    if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode)) {
        int file = open(path, O_RDONLY | O_CLOEXEC);
        if (file >= 0)
            return of_file(file, (uint64_t)status.st_size, error);
    }
    if (input_read_raw(path, &bytes, error))
        return of_bytes(&bytes, error);
    buffer_release(&bytes);
    return NULL;
}

void source_close(struct source *source)
{
    if (!source)
        return;
    if (source->file >= 0)
        close(source->file);
    buffer_release(&source->bytes);
    free(source);
}

ssize_t source_read(struct source *source, uint64_t offset, char *to, size_t size,
                    struct error *error)
{
    size_t done = 0;
    offset += source->skip;
    if (source->file < 0) {
        size_t left = offset < source->size ? source->size - offset : 0;
        done = size < left ? size : left;
        if (done)
            memcpy(to, source->bytes.data + offset, done);
        return (ssize_t)done;
    }
    while (done < size) {
        ssize_t got = pread(source->file, to + done, size - done, (off_t)(offset + done));
        if (got < 0 && errno != EINTR)
            return done ? (ssize_t)done
                        : (error_set(error, "cannot be read: %s", strerror(errno)), -1);
        if (got == 0)
            break;
        done += got > 0 ? (size_t)got : 0;
    }
    char *nul = memchr(to, '\0', done);
    if (!nul)
        return (ssize_t)done;
    if (nul == to) {
        error_set(error,
                  "is a binary file (a NUL byte at offset %zu); export the data as CSV in "
                  "UTF-8",
                  (size_t)offset);
        return -1;
    }
    return nul - to;
}

bool source_size(const struct source *source, uint64_t *size)
{
    *size = source->size - source->skip;
    return true;
}

struct source_progress source_progress(const struct source *source)
{
    return (struct source_progress){source->size, source->size};
}

void source_stop(struct source *source)
{
    (void)source;
}

bool source_is_unchanged(const struct source *source, struct error *reason)
{
    (void)source;
    (void)reason;
    return true;
}

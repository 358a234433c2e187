/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A raw input consists of bytes in memory followed by those of a descriptor; either may be absent.
 * This allows to put back the bytes of a pipe that were read to detect the file type.
 */
#include "config.h"

#include "data/io/raw_input.h"

#include "base/array.h"
#include "data/io/database.h"
#include "data/io/database_name.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NO_FILE (-1)
#define BLOCK ((size_t)64 * 1024)

struct raw_input {
    int file;
    struct database *database; /* owned; what `file` comes from, or NULL */
    int wake[2];               /* a pipe that raw_input_stop() writes to, to end a wait */
    bool is_seekable, is_regular;
    struct buffer memory;
    uint64_t start; /* position of the file when it was opened */
    uint64_t size;
    struct timespec changed; /* modification time when it was opened */
    uint64_t position;       /* of raw_input_next() */
    _Atomic uint64_t reached;
    atomic_bool is_stopped;
};

static bool refuse_open(struct error *error)
{
    const char *remedy = errno == ENOENT   ? "; check its name"
                         : errno == EACCES ? "; ask its owner, or name a copy of your own"
                                           : "";
    return error_set(error, "cannot be opened: %s%s", strerror(errno), remedy);
}

static ssize_t refuse_read(struct error *error)
{
    error_set(error, "cannot be read: %s", strerror(errno));
    return -1;
}

/* Accepts character devices: /dev/null is empty, and an endless one soon delivers a NUL byte. */
static bool refuse_kind(int file, const struct stat *status, struct error *error)
{
    if (S_ISDIR(status->st_mode))
        return error_set(error, "is a folder; name a CSV file in it");
    if (S_ISBLK(status->st_mode))
        return error_set(error, "is a device; name a CSV file");
    if (isatty(file))
        return error_set(error, "is the terminal; name a CSV file, or pipe one in");
    return true;
}

/* Non-blocking, as opening a named pipe would wait for its writer. await() waits for the data. */
static int open_file(const char *path)
{
    int file;
    if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdin") == 0)
        return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    do
        file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    while (file < 0 && errno == EINTR);
    return file;
}

/* Files of /proc have no size although they have content, so they are read forward. */
static void set_extent(struct raw_input *raw, const struct stat *status)
{
    off_t start = lseek(raw->file, 0, SEEK_CUR);
    if (!S_ISREG(status->st_mode) || start < 0 || start >= status->st_size)
        return;
    raw->is_seekable = raw->is_regular = true;
    raw->start = (uint64_t)start;
    raw->size = (uint64_t)(status->st_size - start);
    raw->changed = status->st_mtim;
}

static bool make_wake(struct raw_input *raw, struct error *error)
{
    if (raw->is_seekable)
        return true;
    if (pipe(raw->wake) != 0)
        return refuse_open(error);
    for (int i = 0; i < 2; i++)
        fcntl(raw->wake[i], F_SETFD, FD_CLOEXEC);
    return true;
}

static struct raw_input *raw_input_new(void)
{
    struct raw_input *raw = xcalloc(1, sizeof *raw);
    raw->file = raw->wake[0] = raw->wake[1] = NO_FILE;
    return raw;
}

static bool look_at(struct raw_input *raw, struct error *error)
{
    struct stat status;
    if (fstat(raw->file, &status) != 0)
        return refuse_open(error);
    if (!refuse_kind(raw->file, &status, error))
        return false;
    set_extent(raw, &status);
    return make_wake(raw, error);
}

static struct raw_input *open_database(const char *path, struct error *error)
{
    struct raw_input *raw = raw_input_new();
    raw->database = database_open(path, &raw->file, error);
    if (raw->database && make_wake(raw, error))
        return raw;
    raw_input_free(raw);
    return NULL;
}

struct raw_input *raw_input_open(const char *path, struct error *error)
{
    if (database_is_named(path))
        return open_database(path, error);
    int file = open_file(path);
    if (file < 0) {
        refuse_open(error);
        return NULL;
    }
    struct raw_input *raw = raw_input_new();
    raw->file = file;
    if (look_at(raw, error))
        return raw;
    raw_input_free(raw);
    return NULL;
}

struct raw_input *raw_input_from_memory(struct buffer *bytes)
{
    struct raw_input *raw = raw_input_new();
    raw->is_seekable = true;
    raw->size = bytes->length;
    raw->memory = *bytes;
    *bytes = (struct buffer){0};
    return raw;
}

void raw_input_free(struct raw_input *raw)
{
    if (!raw)
        return;
    const int files[] = {raw->file, raw->wake[0], raw->wake[1]};
    for (size_t i = 0; i < ARRAY_LENGTH(files); i++)
        if (files[i] != NO_FILE)
            close(files[i]);
    database_release(raw->database);
    buffer_release(&raw->memory);
    free(raw);
}

bool raw_input_is_seekable(const struct raw_input *raw)
{
    return raw->is_seekable;
}

uint64_t raw_input_size(const struct raw_input *raw)
{
    return raw->size;
}

uint64_t raw_input_reached(const struct raw_input *raw)
{
    return atomic_load_explicit(&raw->reached, memory_order_relaxed);
}

static void reach(struct raw_input *raw, uint64_t end)
{
    uint64_t reached = raw_input_reached(raw);
    while (end > reached &&
           !atomic_compare_exchange_weak_explicit(&raw->reached, &reached, end,
                                                  memory_order_relaxed, memory_order_relaxed))
        continue;
}

static size_t copy_memory(const struct raw_input *raw, uint64_t offset, char *to, size_t size)
{
    if (offset >= raw->memory.length)
        return 0;
    size_t left = raw->memory.length - (size_t)offset;
    size = size < left ? size : left;
    memcpy(to, raw->memory.data + offset, size);
    return size;
}

static ssize_t refuse_shorter(const struct raw_input *raw, struct error *error)
{
    struct stat status;
    if (fstat(raw->file, &status) != 0)
        return refuse_read(error);
    uint64_t end = (uint64_t)status.st_size, left = end > raw->start ? end - raw->start : 0;
    error_set(error,
              "has become shorter while it was read: %" PRIu64 " of %" PRIu64
              " bytes are left; what was read before stays; open it again when it is complete",
              left < raw->size ? left : raw->size, raw->size);
    return -1;
}

static ssize_t read_file_at(struct raw_input *raw, uint64_t offset, char *to, size_t size,
                            struct error *error)
{
    size_t got = 0;
    while (got < size) {
        ssize_t some = pread(raw->file, to + got, size - got, (off_t)(raw->start + offset + got));
        if (some < 0 && errno == EINTR)
            continue;
        if (some <= 0 && got == 0)
            return some < 0 ? refuse_read(error) : refuse_shorter(raw, error);
        if (some <= 0)
            break;
        got += (size_t)some;
    }
    return (ssize_t)got;
}

ssize_t raw_input_read_at(struct raw_input *raw, uint64_t offset, char *to, size_t size,
                          struct error *error)
{
    if (offset >= raw->size)
        return 0;
    uint64_t left = raw->size - offset;
    size = size < left ? size : (size_t)left;
    ssize_t got = raw->is_regular ? read_file_at(raw, offset, to, size, error)
                                  : (ssize_t)copy_memory(raw, offset, to, size);
    if (got > 0)
        reach(raw, offset + (uint64_t)got);
    return got;
}

/* Waits until there is input, the end, or raw_input_stop(). Returns false if stopped. */
static bool await(struct raw_input *raw)
{
    struct pollfd files[] = {{.fd = raw->file, .events = POLLIN},
                             {.fd = raw->wake[0], .events = POLLIN}};
    while (poll(files, 2, -1) < 0)
        if (errno != EINTR && errno != EAGAIN)
            return false;
    return true;
}

static ssize_t read_forward(struct raw_input *raw, char *to, size_t size, struct error *error)
{
    for (;;) {
        if (!await(raw))
            return refuse_read(error);
        if (atomic_load(&raw->is_stopped)) {
            error_set(error, "was not read to its end: reading was stopped");
            return -1;
        }
        ssize_t got = read(raw->file, to, size);
        if (got == 0 && raw->database && !database_end(raw->database, error))
            return -1;
        if (got >= 0)
            return got;
        if (errno != EINTR && errno != EAGAIN)
            return refuse_read(error);
    }
}

ssize_t raw_input_next(struct raw_input *raw, char *to, size_t size, struct error *error)
{
    ssize_t got;
    if (raw->is_seekable)
        got = raw_input_read_at(raw, raw->position, to, size, error);
    else if (raw->position < raw->memory.length)
        got = (ssize_t)copy_memory(raw, raw->position, to, size);
    else
        got = read_forward(raw, to, size, error);
    if (got > 0) {
        raw->position += (uint64_t)got;
        reach(raw, raw->position);
    }
    return got;
}

bool raw_input_is_silent(const struct raw_input *raw, int milliseconds)
{
    struct pollfd wanted = {.fd = raw->file, .events = POLLIN};
    return !raw->is_seekable && raw->position >= raw->memory.length &&
           !atomic_load(&raw->is_stopped) && poll(&wanted, 1, milliseconds) == 0;
}

void raw_input_seek(struct raw_input *raw, uint64_t offset)
{
    raw->position = offset < raw->size ? offset : raw->size;
}

uint64_t raw_input_tell(const struct raw_input *raw)
{
    return raw->position;
}

void raw_input_rewind(struct raw_input *raw, struct text bytes)
{
    if (!raw->is_seekable && !raw->memory.length)
        buffer_append_text(&raw->memory, bytes);
    raw->position = 0;
}

bool raw_input_gather(struct raw_input *raw, struct text bytes, uint64_t limit, struct error *error)
{
    struct buffer *memory = &raw->memory;
    ssize_t got = 1;
    raw_input_rewind(raw, bytes);
    raw->position = memory->length;
    while (got > 0 && memory->length < limit) {
        ARRAY_RESERVE(memory->data, memory->length + BLOCK, memory->capacity);
        got = raw_input_next(raw, memory->data + memory->length, BLOCK, error);
        memory->length += got > 0 ? (size_t)got : 0;
    }
    if (got != 0)
        return false;
    raw->is_seekable = true;
    raw->size = memory->length;
    raw->position = 0;
    return true;
}

void raw_input_stop(struct raw_input *raw)
{
    if (atomic_exchange(&raw->is_stopped, true) || raw->wake[1] == NO_FILE)
        return;
    while (write(raw->wake[1], "", 1) < 0 && errno == EINTR)
        continue;
    if (raw->database)
        database_stop(raw->database);
}

bool raw_input_is_unchanged(const struct raw_input *raw, struct error *reason)
{
    struct stat status;
    if (!raw->is_regular || fstat(raw->file, &status) != 0)
        return true;
    uint64_t size = (uint64_t)status.st_size, former = raw->start + raw->size;
    if (size > former)
        return error_set(reason,
                         "has grown by %" PRIu64 " bytes since it was opened, which are not read; "
                         "open it again to read them",
                         size - former);
    if (size < former) {
        refuse_shorter(raw, reason);
        return false;
    }
    if (status.st_mtim.tv_sec != raw->changed.tv_sec ||
        status.st_mtim.tv_nsec != raw->changed.tv_nsec)
        return error_set(reason, "has been written to since it was opened, so that old and new may "
                                 "be mixed; open it again");
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An origin is some bytes in memory, followed by those of a descriptor; either may be absent. So
 * what was read of a pipe to see what it is can be put back in front.
 */
#include "config.h"

#include "data/io/origin.h"

#include "base/array.h"

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

struct origin {
    int file;
    int wake[2]; /* a pipe that origin_stop() writes to, for a file that has to be waited for */
    bool is_seekable, is_regular;
    struct buffer memory;
    uint64_t start; /* where the file stood when it was opened */
    uint64_t size;
    struct timespec changed; /* the file, when it was opened */
    uint64_t position;       /* of origin_next() */
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

/* Character devices pass: /dev/null is empty, and one that never ends gives a NUL byte early. */
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

/* Not blocking, or a named pipe would be waited for here; await() waits instead. */
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

/* Files without a size may have bytes all the same (those of /proc), so they are read forward. */
static void set_extent(struct origin *origin, const struct stat *status)
{
    off_t start = lseek(origin->file, 0, SEEK_CUR);
    if (!S_ISREG(status->st_mode) || start < 0 || start >= status->st_size)
        return;
    origin->is_seekable = origin->is_regular = true;
    origin->start = (uint64_t)start;
    origin->size = (uint64_t)(status->st_size - start);
    origin->changed = status->st_mtim;
}

static bool make_wake(struct origin *origin, struct error *error)
{
    if (origin->is_seekable)
        return true;
    if (pipe(origin->wake) != 0)
        return refuse_open(error);
    for (int i = 0; i < 2; i++)
        fcntl(origin->wake[i], F_SETFD, FD_CLOEXEC);
    return true;
}

static struct origin *origin_new(void)
{
    struct origin *origin = xcalloc(1, sizeof *origin);
    origin->file = origin->wake[0] = origin->wake[1] = NO_FILE;
    return origin;
}

static bool look_at(struct origin *origin, struct error *error)
{
    struct stat status;
    if (fstat(origin->file, &status) != 0)
        return refuse_open(error);
    if (!refuse_kind(origin->file, &status, error))
        return false;
    set_extent(origin, &status);
    return make_wake(origin, error);
}

struct origin *origin_open(const char *path, struct error *error)
{
    int file = open_file(path);
    if (file < 0) {
        refuse_open(error);
        return NULL;
    }
    struct origin *origin = origin_new();
    origin->file = file;
    if (look_at(origin, error))
        return origin;
    origin_free(origin);
    return NULL;
}

struct origin *origin_from_memory(struct buffer *bytes)
{
    struct origin *origin = origin_new();
    origin->is_seekable = true;
    origin->size = bytes->length;
    origin->memory = *bytes;
    *bytes = (struct buffer){0};
    return origin;
}

void origin_free(struct origin *origin)
{
    if (!origin)
        return;
    const int files[] = {origin->file, origin->wake[0], origin->wake[1]};
    for (size_t i = 0; i < ARRAY_LENGTH(files); i++)
        if (files[i] != NO_FILE)
            close(files[i]);
    buffer_release(&origin->memory);
    free(origin);
}

bool origin_is_seekable(const struct origin *origin)
{
    return origin->is_seekable;
}

uint64_t origin_size(const struct origin *origin)
{
    return origin->size;
}

uint64_t origin_reached(const struct origin *origin)
{
    return atomic_load_explicit(&origin->reached, memory_order_relaxed);
}

static void reach(struct origin *origin, uint64_t end)
{
    uint64_t reached = origin_reached(origin);
    while (end > reached &&
           !atomic_compare_exchange_weak_explicit(&origin->reached, &reached, end,
                                                  memory_order_relaxed, memory_order_relaxed))
        continue;
}

static size_t copy_memory(const struct origin *origin, uint64_t offset, char *to, size_t size)
{
    if (offset >= origin->memory.length)
        return 0;
    size_t left = origin->memory.length - (size_t)offset;
    size = size < left ? size : left;
    memcpy(to, origin->memory.data + offset, size);
    return size;
}

static ssize_t refuse_shorter(const struct origin *origin, struct error *error)
{
    struct stat status;
    if (fstat(origin->file, &status) != 0)
        return refuse_read(error);
    uint64_t end = (uint64_t)status.st_size, left = end > origin->start ? end - origin->start : 0;
    error_set(error,
              "has become shorter while it was read: %" PRIu64 " of %" PRIu64
              " bytes are left; what was read before stays; open it again when it is complete",
              left < origin->size ? left : origin->size, origin->size);
    return -1;
}

static ssize_t read_file_at(struct origin *origin, uint64_t offset, char *to, size_t size,
                            struct error *error)
{
    size_t got = 0;
    while (got < size) {
        ssize_t some =
            pread(origin->file, to + got, size - got, (off_t)(origin->start + offset + got));
        if (some < 0 && errno == EINTR)
            continue;
        if (some <= 0 && got == 0)
            return some < 0 ? refuse_read(error) : refuse_shorter(origin, error);
        if (some <= 0)
            break;
        got += (size_t)some;
    }
    return (ssize_t)got;
}

ssize_t origin_read_at(struct origin *origin, uint64_t offset, char *to, size_t size,
                       struct error *error)
{
    if (offset >= origin->size)
        return 0;
    uint64_t left = origin->size - offset;
    size = size < left ? size : (size_t)left;
    ssize_t got = origin->is_regular ? read_file_at(origin, offset, to, size, error)
                                     : (ssize_t)copy_memory(origin, offset, to, size);
    if (got > 0)
        reach(origin, offset + (uint64_t)got);
    return got;
}

/* Until there is something to read, or an end, or reading is to stop. */
static bool await(struct origin *origin)
{
    struct pollfd files[] = {{.fd = origin->file, .events = POLLIN},
                             {.fd = origin->wake[0], .events = POLLIN}};
    while (poll(files, 2, -1) < 0)
        if (errno != EINTR && errno != EAGAIN)
            return false;
    return true;
}

static ssize_t read_forward(struct origin *origin, char *to, size_t size, struct error *error)
{
    for (;;) {
        if (!await(origin))
            return refuse_read(error);
        if (atomic_load(&origin->is_stopped)) {
            error_set(error, "was not read to its end: reading was stopped");
            return -1;
        }
        ssize_t got = read(origin->file, to, size);
        if (got >= 0)
            return got;
        if (errno != EINTR && errno != EAGAIN)
            return refuse_read(error);
    }
}

ssize_t origin_next(struct origin *origin, char *to, size_t size, struct error *error)
{
    ssize_t got;
    if (origin->is_seekable)
        got = origin_read_at(origin, origin->position, to, size, error);
    else if (origin->position < origin->memory.length)
        got = (ssize_t)copy_memory(origin, origin->position, to, size);
    else
        got = read_forward(origin, to, size, error);
    if (got > 0) {
        origin->position += (uint64_t)got;
        reach(origin, origin->position);
    }
    return got;
}

bool origin_is_silent(const struct origin *origin, int milliseconds)
{
    struct pollfd wanted = {.fd = origin->file, .events = POLLIN};
    return !origin->is_seekable && origin->position >= origin->memory.length &&
           !atomic_load(&origin->is_stopped) && poll(&wanted, 1, milliseconds) == 0;
}

void origin_seek(struct origin *origin, uint64_t offset)
{
    origin->position = offset < origin->size ? offset : origin->size;
}

uint64_t origin_tell(const struct origin *origin)
{
    return origin->position;
}

void origin_rewind(struct origin *origin, struct text bytes)
{
    if (!origin->is_seekable && !origin->memory.length)
        buffer_append_text(&origin->memory, bytes);
    origin->position = 0;
}

bool origin_gather(struct origin *origin, struct text bytes, uint64_t limit, struct error *error)
{
    struct buffer *memory = &origin->memory;
    ssize_t got = 1;
    origin_rewind(origin, bytes);
    origin->position = memory->length;
    while (got > 0 && memory->length < limit) {
        ARRAY_RESERVE(memory->data, memory->length + BLOCK, memory->capacity);
        got = origin_next(origin, memory->data + memory->length, BLOCK, error);
        memory->length += got > 0 ? (size_t)got : 0;
    }
    if (got != 0)
        return false;
    origin->is_seekable = true;
    origin->size = memory->length;
    origin->position = 0;
    return true;
}

void origin_stop(struct origin *origin)
{
    if (atomic_exchange(&origin->is_stopped, true) || origin->wake[1] == NO_FILE)
        return;
    while (write(origin->wake[1], "", 1) < 0 && errno == EINTR)
        continue;
}

bool origin_is_unchanged(const struct origin *origin, struct error *reason)
{
    struct stat status;
    if (!origin->is_regular || fstat(origin->file, &status) != 0)
        return true;
    uint64_t size = (uint64_t)status.st_size, former = origin->start + origin->size;
    if (size > former)
        return error_set(reason,
                         "has grown by %" PRIu64 " bytes since it was opened, which are not read; "
                         "open it again to read them",
                         size - former);
    if (size < former) {
        refuse_shorter(origin, reason);
        return false;
    }
    if (status.st_mtim.tv_sec != origin->changed.tv_sec ||
        status.st_mtim.tv_nsec != origin->changed.tv_nsec)
        return error_set(reason, "has been written to since it was opened, so that old and new may "
                                 "be mixed; open it again");
    return true;
}

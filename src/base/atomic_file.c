/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/atomic_file.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MOST_AT_A_TIME 8
#define LOCK_TRIES 500
#define LOCK_PAUSE 10000000L /* nanoseconds */

/* The temporary files that a signal handler has to remove. */
static _Atomic(const char *) unpublished[MOST_AT_A_TIME];

static void note_unpublished(const char *from, const char *to)
{
    for (size_t i = 0; i < MOST_AT_A_TIME; i++) {
        const char *expected = from;
        if (atomic_compare_exchange_strong(&unpublished[i], &expected, to))
            return;
    }
}

void atomic_files_abandon(void)
{
    for (size_t i = 0; i < MOST_AT_A_TIME; i++) {
        const char *name = atomic_exchange(&unpublished[i], NULL);
        if (name)
            unlink(name);
    }
}

static bool write_piece(void *context, struct text piece)
{
    const struct atomic_file *file = context;
    while (piece.length) {
        ssize_t written = write(file->file, piece.data, piece.length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        piece.data += written;
        piece.length -= (size_t)written;
    }
    return true;
}

static bool refuse(const struct atomic_file *file, int reason, struct error *error)
{
    if (reason == EEXIST)
        return error_set(error, "%s exists; `:write! %s` replaces it", file->path, file->path);
    return error_set(error, "cannot write %s: %s", file->path, strerror(reason));
}

/* --- opening --- */

static bool refuse_kind(const struct atomic_file *file, mode_t mode, struct error *error)
{
    const char *kind = S_ISDIR(mode)    ? "a folder"
                       : S_ISFIFO(mode) ? "a named pipe"
                       : S_ISSOCK(mode) ? "a socket"
                                        : "a device";
    return error_set(error, "cannot write %s: it is %s; name a regular file", file->path, kind);
}

/* Finds the file that the name stands for, and the mode of the new file. */
static bool find_target(struct atomic_file *file, struct error *error)
{
    struct stat status;
    mode_t mask = umask(0);
    umask(mask);
    file->mode = file->use == ATOMIC_PRIVATE ? 0600 : 0666 & ~mask;
    if (lstat(file->path, &status) != 0) {
        file->target = xstrdup(file->path);
        return true;
    }
    /* Refuse at once, before the content is written. */
    if (file->use == ATOMIC_NEW)
        return refuse(file, EEXIST, error);
    if (stat(file->path, &status) != 0)
        return error_set(error,
                         "cannot write %s: it is a symbolic link, and what it points to cannot be "
                         "found (%s); remove the link or name another file",
                         file->path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return refuse_kind(file, status.st_mode, error);
    if (file->use != ATOMIC_PRIVATE)
        file->mode = status.st_mode & 0777;
    file->target = realpath(file->path, NULL);
    return file->target || refuse(file, errno, error);
}

/* Returns a temporary name in the same directory that is no longer than other file names. */
static char *name_beside(const char *path)
{
    size_t folder = (size_t)(path_name(path) - path);
    struct buffer name = {0};
    buffer_printf(&name, "%.*s.tradescope-XXXXXX", (int)folder, path);
    return buffer_take(&name);
}

bool atomic_file_open(struct atomic_file *file, const char *path, enum atomic_use use,
                      struct error *error)
{
    *file = (struct atomic_file){.path = path, .use = use, .file = -1};
    if (!find_target(file, error)) {
        free(file->target);
        return false;
    }
    file->name = name_beside(file->target);
    file->file = mkostemp(file->name, O_CLOEXEC);
    file->out = (struct sink){.take = write_piece, .context = file};
    if (file->file >= 0) {
        note_unpublished(NULL, file->name);
        return true;
    }
    refuse(file, errno, error);
    free(file->name);
    free(file->target);
    return false;
}

/* --- publishing --- */

/*
 * link() fails on file systems without hard links, as on many USB sticks, and rename() cannot be
 * told to fail if the name is taken.
 */
static bool rename_unless_there(const char *from, const char *to)
{
#ifdef HAVE_RENAMEAT2
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
#endif
    return link(from, to) == 0 && unlink(from) == 0;
}

static bool take_name(const struct atomic_file *file)
{
    return file->use == ATOMIC_NEW ? rename_unless_there(file->name, file->target)
                                   : rename(file->name, file->target) == 0;
}

/* Some file systems cannot sync and fail with EINVAL. That is not an error here. */
static bool reach_disk(int file)
{
    return fsync(file) == 0 || errno == EINVAL || errno == ENOSYS || errno == EROFS;
}

static int finish_content(struct atomic_file *file)
{
    int reason = sink_finish(&file->out) ? 0 : file->out.reason;
    if (!reason && fchmod(file->file, file->mode) != 0)
        reason = errno;
    if (!reason && !reach_disk(file->file))
        reason = errno;
    if (close(file->file) != 0 && !reason)
        reason = errno;
    return reason;
}

bool atomic_file_publish(struct atomic_file *file, struct error *error)
{
    int reason = finish_content(file);
    if (!reason && !take_name(file))
        reason = errno;
    if (reason)
        unlink(file->name);
    note_unpublished(file->name, NULL);
    free(file->name);
    free(file->target);
    return !reason || refuse(file, reason, error);
}

/* --- two programs at once --- */

/* Locks the directory itself, so that no lock file is left behind. */
int folder_lock(const char *folder, struct error *error)
{
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE};
    int lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0) {
        error_set(error, "cannot open the folder %s: %s", folder, strerror(errno));
        return -1;
    }
    for (int i = 0; i < LOCK_TRIES; i++) {
        if (flock(lock, LOCK_EX | LOCK_NB) == 0)
            return lock;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return lock; /* the file system has no locks: go on without */
        nanosleep(&pause, NULL);
    }
    close(lock);
    error_set(error, "another program holds the folder %s; end it and try again", folder);
    return -1;
}

void folder_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

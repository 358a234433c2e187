/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_piece(void *context, struct text piece)
{
    const int *file = context;
    while (piece.length) {
        ssize_t written = write(*file, piece.data, piece.length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        piece.data += written;
        piece.length -= (size_t)written;
    }
    return true;
}

static bool refuse(const struct draft *draft, int reason, struct error *error)
{
    if (reason == EEXIST)
        return error_set(error, "%s exists; `:write! %s` replaces it", draft->path, draft->path);
    return error_set(error, "cannot write %s: %s", draft->path, strerror(reason));
}

/* Before all is written, not only when the name is already taken at the end. */
static bool is_in_the_way(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

bool draft_open(struct draft *draft, const char *path, bool replaces, struct error *error)
{
    struct buffer name = {0};
    *draft = (struct draft){.path = path, .replaces = replaces, .file = -1};
    if (!replaces && is_in_the_way(path))
        return refuse(draft, EEXIST, error);
    buffer_printf(&name, "%s.XXXXXX", path);
    draft->file = mkostemp(name.data, O_CLOEXEC);
    draft->name = buffer_take(&name);
    draft->out = (struct sink){.take = write_piece, .context = &draft->file};
    if (draft->file >= 0)
        return true;
    refuse(draft, errno, error);
    free(draft->name);
    return false;
}

/* Of mkostemp() a file is its owner's alone. */
static bool give_usual_mode(int file)
{
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(file, 0666 & ~mask) == 0;
}

/* Where files cannot have two names, as on many a stick, link() is of no use; elsewhere renaming
 * may know no condition. */
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

static bool take_name(const struct draft *draft)
{
    return draft->replaces ? rename(draft->name, draft->path) == 0
                           : rename_unless_there(draft->name, draft->path);
}

bool draft_publish(struct draft *draft, struct error *error)
{
    int reason = sink_finish(&draft->out) ? 0 : draft->out.reason;
    if (!reason && !give_usual_mode(draft->file))
        reason = errno;
    if (close(draft->file) != 0 && !reason)
        reason = errno;
    if (!reason && !take_name(draft))
        reason = errno;
    if (reason)
        unlink(draft->name);
    free(draft->name);
    return !reason || refuse(draft, reason, error);
}

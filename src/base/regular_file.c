/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/regular_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* O_NONBLOCK: opening a named pipe must not wait. */
static FILE *open_to_read(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "r");
    if (!file && descriptor >= 0)
        close(descriptor);
    return file;
}

static bool is_usable(FILE *file, size_t most)
{
    struct stat status;
    return fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 0 &&
           (unsigned long long)status.st_size <= most;
}

bool regular_file_read(const char *path, size_t most, struct buffer *content, bool *exists,
                       struct error *error)
{
    char piece[4096];
    FILE *file = open_to_read(path);
    bool is_missing = !file && errno == ENOENT;
    if (exists)
        *exists = !is_missing;
    if (!file)
        return is_missing || error_set(error, "cannot read %s: %s", path, strerror(errno));
    bool is_read = is_usable(file, most);
    size_t start = content->length;
    for (size_t length; is_read && (length = fread(piece, 1, sizeof piece, file)) > 0;) {
        buffer_append(content, piece, length);
        is_read = content->length - start <= most; /* it may grow meanwhile */
    }
    is_read = is_read && !ferror(file);
    fclose(file);
    return is_read || error_set(error, "cannot read %s: it is no small regular file", path);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The directory is locked while the file is read, a line added and the file replaced, so that two
 * sessions do not lose each other's lines. The file is replaced by renaming, so that it is always
 * complete.
 */
#include "config.h"

#include "ui/past_lines.h"

#include "base/array.h"
#include "base/atomic_file.h"
#include "base/buffer.h"
#include "base/paths.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST_HISTORY (4 * 1024 * 1024)

struct past {
    char *name;
    char **lines;
    size_t count, capacity;
};

static struct past *kinds;
static size_t kind_count, kind_capacity;

static char *file_of(const char *name)
{
    char *folder = path_of_state();
    if (!folder)
        return NULL;
    struct buffer path = {0};
    buffer_printf(&path, "%s/history-%s", folder, name);
    free(folder);
    return buffer_take(&path);
}

static void clear(struct past *past)
{
    for (size_t i = 0; i < past->count; i++)
        free(past->lines[i]);
    past->count = 0;
}

static void add(struct past *past, const char *line, size_t length)
{
    if (length == 0)
        return;
    if (past->count > 0 && text_is((struct text){line, length}, past->lines[past->count - 1]))
        return;
    if (past->count == PAST_LINES_LIMIT) {
        free(past->lines[0]);
        memmove(past->lines, past->lines + 1, (past->count - 1) * sizeof *past->lines);
        past->count--;
    }
    ARRAY_RESERVE(past->lines, past->count + 1, past->capacity);
    past->lines[past->count++] = xstrndup(line, length);
}

/*
 * Opens only regular files, and no links. If the file is very large, reads only its end, from the
 * start of a line.
 */
static FILE *open_to_read(const char *path)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return NULL;
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(fd);
        return NULL;
    }
    FILE *file = fdopen(fd, "r");
    bool is_too_large = file && status.st_size > LARGEST_HISTORY;
    if (is_too_large && fseeko(file, status.st_size - LARGEST_HISTORY, SEEK_SET) == 0)
        for (int byte = 0; byte != '\n' && byte != EOF;)
            byte = getc(file);
    return file;
}

/* Replaces the lines in memory by those of the file, if it exists. */
static void load(struct past *past)
{
    char *path = file_of(past->name);
    FILE *file = path ? open_to_read(path) : NULL;
    free(path);
    if (!file)
        return;
    clear(past);
    char *line = NULL;
    size_t size = 0;
    for (ssize_t length; (length = getline(&line, &size, file)) > 0;) {
        size_t kept = strcspn(line, "\n"); /* also ends at a NUL */
        add(past, line, kept);
    }
    free(line);
    fclose(file);
}

/* Only a regular file may be replaced, or nothing at all. */
static bool may_replace(const char *path)
{
    struct stat status;
    return lstat(path, &status) != 0 || S_ISREG(status.st_mode);
}

static void save(const struct past *past, const char *path)
{
    struct error error = {0};
    struct atomic_file file;
    if (may_replace(path) && atomic_file_open(&file, path, ATOMIC_PRIVATE, &error)) {
        for (size_t i = 0; i < past->count; i++) {
            buffer_puts(&file.out.text, past->lines[i]);
            buffer_putc(&file.out.text, '\n');
        }
        atomic_file_publish(&file, &error);
    }
    error_release(&error);
}

/* Locks the state directory, creating it if necessary. Returns a negative number on failure. */
static int lock_state(void)
{
    struct error error = {0};
    char *folder = path_of_state();
    int lock = folder && path_make_folder(folder, &error) ? folder_lock(folder, &error) : -1;
    error_release(&error);
    free(folder);
    return lock;
}

static struct past *past_of(const char *name)
{
    for (size_t i = 0; i < kind_count; i++) {
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    }
    ARRAY_RESERVE(kinds, kind_count + 1, kind_capacity);
    struct past *past = &kinds[kind_count++];
    *past = (struct past){.name = xstrdup(name)};
    return past;
}

char *const *past_lines(const char *name, size_t *count)
{
    struct past *past = past_of(name);
    load(past);
    *count = past->count;
    return past->lines;
}

void past_lines_add(const char *name, const char *line)
{
    struct past *past = past_of(name);
    int lock = *line ? lock_state() : -1;
    char *path = lock >= 0 ? file_of(name) : NULL;
    load(past);
    const char *last = past->count > 0 ? past->lines[past->count - 1] : "";
    bool is_new = strcmp(line, last) != 0;
    add(past, line, strlen(line));
    if (path && is_new)
        save(past, path);
    free(path);
    folder_unlock(lock);
}

void past_lines_release(void)
{
    for (size_t i = 0; i < kind_count; i++) {
        clear(&kinds[i]);
        free(kinds[i].lines);
        free(kinds[i].name);
    }
    free(kinds);
    kinds = NULL;
    kind_count = kind_capacity = 0;
}

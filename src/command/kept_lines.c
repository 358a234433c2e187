/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/kept_lines.h"

#include "base/atomic_file.h"
#include "base/paths.h"
#include "base/regular_file.h"

#include <stdlib.h>
#include <string.h>

#define LARGEST_KEPT (1024 * 1024)

static char *path_of(const char *name, struct error *error)
{
    char *folder = path_of_state();
    if (!folder) {
        error_set(error, "%s cannot be kept: neither XDG_STATE_HOME nor HOME names a folder", name);
        return NULL;
    }
    char *path = path_join(folder, name);
    free(folder);
    return path;
}

bool kept_lines_read(const char *name, struct buffer *content, struct error *error)
{
    char *path = path_of(name, error);
    bool is_read = path && regular_file_read(path, LARGEST_KEPT, content, NULL, error);
    free(path);
    return is_read;
}

bool kept_lines_take(struct text *content, struct text *line)
{
    if (!content->length)
        return false;
    const char *end = memchr(content->data, '\n', content->length);
    size_t length = end ? (size_t)(end - content->data) : content->length;
    size_t taken = length + (end != NULL);
    *line = (struct text){content->data, length};
    *content = (struct text){content->data + taken, content->length - taken};
    return true;
}

static bool has_key(struct text line, const char *key)
{
    size_t length = strlen(key);
    return line.length >= length && memcmp(line.data, key, length) == 0;
}

static size_t count_others(struct text content, const char *key)
{
    struct text line;
    size_t count = 0;
    while (kept_lines_take(&content, &line))
        count += !has_key(line, key);
    return count;
}

/* Copies the lines of other keys, without the first `dropped` of them. */
static void copy_others(struct buffer *out, struct text content, const char *key, size_t dropped)
{
    struct text line;
    while (kept_lines_take(&content, &line)) {
        if (has_key(line, key) || (dropped && dropped--))
            continue;
        buffer_append_text(out, line);
        buffer_putc(out, '\n');
    }
}

static bool replace(const char *path, const char *key, const char *rest, size_t most,
                    struct error *error)
{
    struct buffer before = {0};
    struct atomic_file file;
    bool is_done = regular_file_read(path, LARGEST_KEPT, &before, NULL, error) &&
                   atomic_file_open(&file, path, ATOMIC_PRIVATE, error);
    if (is_done) {
        size_t count = count_others(buffer_text(&before), key) + (rest != NULL);
        copy_others(&file.out.text, buffer_text(&before), key,
                    most && count > most ? count - most : 0);
        if (rest)
            buffer_printf(&file.out.text, "%s%s\n", key, rest);
        is_done = atomic_file_publish(&file, error);
    }
    buffer_release(&before);
    return is_done;
}

bool kept_lines_replace(const char *name, const char *key, const char *rest, size_t most,
                        struct error *error)
{
    char *folder = path_of_state(), *path = path_of(name, error);
    int lock = path && path_make_folder(folder, error) ? folder_lock(folder, error) : -1;
    bool is_done = lock >= 0 && replace(path, key, rest, most, error);
    folder_unlock(lock);
    free(folder);
    free(path);
    return is_done;
}

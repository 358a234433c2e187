/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/scenario_store.h"

#include "base/array.h"
#include "base/atomic_file.h"
#include "base/buffer.h"
#include "base/paths.h"
#include "base/regular_file.h"

#include <stdlib.h>
#include <string.h>

#define LARGEST_SCENARIOS (1024 * 1024)

static char *store_path(struct error *error)
{
    char *folder = path_of_state();
    if (!folder) {
        error_set(error,
                  "scenarios cannot be kept: neither XDG_STATE_HOME nor HOME names a folder");
        return NULL;
    }
    char *path = path_join(folder, "scenarios");
    free(folder);
    return path;
}

/* Takes "dataset TAB name TAB text" from the front. Returns false if a line has another form. */
static bool take_line(struct text *content, struct text parts[3])
{
    size_t length = 0;
    while (length < content->length && content->data[length] != '\n')
        length++;
    struct text line = {content->data, length};
    size_t taken = length + (length < content->length);
    content->data += taken;
    content->length -= taken;
    for (size_t i = 0; i < 2; i++) {
        const char *tab = line.length ? memchr(line.data, '\t', line.length) : NULL;
        if (!tab)
            return false;
        parts[i] = (struct text){line.data, (size_t)(tab - line.data)};
        line = (struct text){tab + 1, line.length - parts[i].length - 1};
    }
    parts[2] = line;
    return true;
}

static int compare_names(const void *left, const void *right)
{
    const struct named_scenario *a = left, *b = right;
    return strcmp(a->name, b->name);
}

bool scenario_store_read(struct scenario_store *store, const char *dataset, struct error *error)
{
    struct buffer content = {0};
    char *path = store_path(error);
    bool is_read = path && regular_file_read(path, LARGEST_SCENARIOS, &content, NULL, error);
    struct text rest = buffer_text(&content), parts[3];
    while (is_read && rest.length) {
        if (!take_line(&rest, parts) || !text_is(parts[0], dataset))
            continue;
        ARRAY_RESERVE(store->items, store->count + 1, store->capacity);
        store->items[store->count++] = (struct named_scenario){
            xstrndup(parts[1].data, parts[1].length), xstrndup(parts[2].data, parts[2].length)};
    }
    if (store->count)
        qsort(store->items, store->count, sizeof *store->items, compare_names);
    buffer_release(&content);
    free(path);
    return is_read;
}

/* Copies all lines except the one that is replaced. */
static void copy_others(struct buffer *out, struct text content, const char *dataset,
                        const char *name)
{
    struct text parts[3];
    while (content.length) {
        const char *start = content.data;
        bool is_scenario = take_line(&content, parts);
        if (is_scenario && text_is(parts[0], dataset) && text_is(parts[1], name))
            continue;
        buffer_append(out, start, (size_t)(content.data - start));
        if (out->data[out->length - 1] != '\n')
            buffer_putc(out, '\n');
    }
}

static bool save(const char *path, const char *dataset, const char *name, const char *text,
                 struct error *error)
{
    struct buffer before = {0};
    struct atomic_file file;
    bool is_saved = regular_file_read(path, LARGEST_SCENARIOS, &before, NULL, error) &&
                    atomic_file_open(&file, path, ATOMIC_PRIVATE, error);
    if (is_saved) {
        copy_others(&file.out.text, buffer_text(&before), dataset, name);
        buffer_printf(&file.out.text, "%s\t%s\t%s\n", dataset, name, text);
        is_saved = atomic_file_publish(&file, error);
    }
    buffer_release(&before);
    return is_saved;
}

bool scenario_store_save(const char *dataset, const char *name, const char *text,
                         struct error *error)
{
    if (strpbrk(name, "\t\n") || strpbrk(dataset, "\t\n"))
        return error_set_misuse(error, "a name may not have tabs or line breaks");
    char *folder = path_of_state(), *path = store_path(error);
    int lock = path && path_make_folder(folder, error) ? folder_lock(folder, error) : -1;
    bool is_saved = lock >= 0 && save(path, dataset, name, text, error);
    folder_unlock(lock);
    free(folder);
    free(path);
    return is_saved;
}

void scenario_store_release(struct scenario_store *store)
{
    for (size_t i = 0; i < store->count; i++) {
        free(store->items[i].name);
        free(store->items[i].text);
    }
    free(store->items);
    *store = (struct scenario_store){0};
}

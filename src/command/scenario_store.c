/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/scenario_store.h"

#include "base/array.h"
#include "base/buffer.h"
#include "command/kept_lines.h"

#include <stdlib.h>
#include <string.h>

#define SCENARIO_FILE "scenarios"

/* Splits "dataset TAB name TAB text". Returns false if a line has another form. */
static bool split_line(struct text line, struct text parts[3])
{
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
    bool is_read = kept_lines_read(SCENARIO_FILE, &content, error);
    struct text rest = buffer_text(&content), line, parts[3];
    while (is_read && kept_lines_take(&rest, &line)) {
        if (!split_line(line, parts) || !text_is(parts[0], dataset))
            continue;
        ARRAY_RESERVE(store->items, store->count + 1, store->capacity);
        store->items[store->count++] = (struct named_scenario){
            xstrndup(parts[1].data, parts[1].length), xstrndup(parts[2].data, parts[2].length)};
    }
    if (store->count)
        qsort(store->items, store->count, sizeof *store->items, compare_names);
    buffer_release(&content);
    return is_read;
}

bool scenario_store_save(const char *dataset, const char *name, const char *text,
                         struct error *error)
{
    if (strpbrk(name, "\t\n") || strpbrk(dataset, "\t\n"))
        return error_set_misuse(error, "a name may not have tabs or line breaks");
    struct buffer key = {0};
    buffer_printf(&key, "%s\t%s\t", dataset, name);
    bool is_saved = kept_lines_replace(SCENARIO_FILE, key.data, text, 0, error);
    buffer_release(&key);
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

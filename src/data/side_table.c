/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/side_table.h"

#include "base/array.h"
#include "base/paths.h"
#include "data/csv.h"
#include "data/header_name.h"
#include "data/input.h"
#include "data/word_pattern.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    struct text key, result;
};

struct side_table {
    struct entry *entries; /* sorted by key */
    size_t count;
};

struct reader {
    struct arena *arena;
    struct text key_name, result_name;
    size_t key, result, header_count; /* columns, once the header is known */
    bool has_header, is_good;
    struct entry *entries;
    size_t count, capacity;
};

static struct text without_zeros(struct text key)
{
    key = text_trim(key);
    while (key.length > 1 && key.data[0] == '0') {
        key.data++;
        key.length--;
    }
    return key;
}

static void take_header(struct reader *reader, const struct csv_record *record)
{
    struct header header;
    header_init(&header, record);
    reader->key = header_find(&header, reader->key_name);
    reader->result = header_find(&header, reader->result_name);
    reader->has_header = true;
    reader->is_good = reader->key < header.count && reader->result < header.count;
    header_release(&header);
}

static struct text keep(struct arena *arena, struct text text)
{
    return (struct text){arena_copy(arena, text.data, text.length), text.length};
}

static bool take_record(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    if (!reader->has_header) {
        take_header(reader, record);
        return reader->is_good;
    }
    if (reader->key >= record->count || reader->result >= record->count)
        return true;
    ARRAY_RESERVE(reader->entries, reader->count + 1, reader->capacity);
    reader->entries[reader->count++] =
        (struct entry){keep(reader->arena, without_zeros(record->fields[reader->key])),
                       keep(reader->arena, text_trim(record->fields[reader->result]))};
    return true;
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    return text_compare(a->key, b->key);
}

static const struct side_table *finish(struct reader *reader)
{
    struct side_table *table = arena_alloc(reader->arena, sizeof *table);
    table->entries = arena_alloc(reader->arena, (reader->count + 1) * sizeof *table->entries);
    table->count = reader->count;
    if (reader->count)
        memcpy(table->entries, reader->entries, reader->count * sizeof *table->entries);
    qsort(table->entries, table->count, sizeof *table->entries, compare_entries);
    return table;
}

static const struct side_table *read_table(struct reader *reader, const char *path)
{
    struct input input;
    struct error error = {0};
    size_t line;
    const struct side_table *table = NULL;
    reader->has_header = reader->is_good = false;
    reader->count = 0;
    if (input_read(&input, path, &error)) {
        struct text bytes = buffer_text(&input.bytes);
        if (csv_read(bytes, csv_separator(bytes), take_record, reader, &line, &error) &&
            reader->is_good)
            table = finish(reader);
        input_release(&input);
    }
    error_release(&error);
    return table;
}

static char *folder_of(const char *path)
{
    const char *name = path_name(path);
    return name == path ? xstrdup(".") : xstrndup(path, (size_t)(name - path));
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

const struct side_table *side_table_read(struct arena *arena, const char *path, struct text pattern,
                                         struct text key, struct text result)
{
    struct reader reader = {.arena = arena, .key_name = key, .result_name = result};
    char *folder = folder_of(path);
    struct dirent **entries;
    const struct side_table *table = NULL;
    int count = scandir(folder, &entries, is_visible, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        if (!table && strcmp(name, path_name(path)) != 0 &&
            word_pattern_fits(pattern, text_of(name))) {
            char *file = path_join(folder, name);
            table = read_table(&reader, file);
            free(file);
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    free(reader.entries);
    free(folder);
    return table;
}

bool side_table_find(const struct side_table *table, struct text key, struct text *result)
{
    struct entry wanted = {.key = without_zeros(key)};
    const struct entry *found = table->count ? bsearch(&wanted, table->entries, table->count,
                                                       sizeof wanted, compare_entries)
                                             : NULL;
    if (found)
        *result = found->result;
    return found != NULL;
}

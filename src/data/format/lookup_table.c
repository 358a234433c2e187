/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/lookup_table.h"

#include "base/array.h"
#include "base/paths.h"
#include "data/csv/csv_table.h"
#include "data/csv/header_name.h"
#include "data/value/word_pattern.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    struct text key, result;
};

struct lookup_table {
    struct entry *entries; /* sorted by key */
    size_t count;
};

struct reader {
    struct arena *arena;
    struct text key_name, result_name;
    size_t key, result; /* columns, once the header was read */
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

static bool take_header(void *context, const struct csv_record *record, struct error *error)
{
    struct reader *reader = context;
    struct header header;
    header_init(&header, record);
    reader->key = header_find(&header, reader->key_name);
    reader->result = header_find(&header, reader->result_name);
    bool has_both = reader->key < header.count && reader->result < header.count;
    header_release(&header);
    return has_both || error_set(error, "is another table");
}

static struct text keep(struct arena *arena, struct text text)
{
    return (struct text){arena_copy(arena, text.data, text.length), text.length};
}

static bool take_row(void *context, const struct csv_record *record, struct error *error)
{
    struct reader *reader = context;
    (void)error;
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

static const struct lookup_table *finish(struct reader *reader)
{
    struct lookup_table *table = arena_alloc(reader->arena, sizeof *table);
    table->entries = arena_alloc(reader->arena, (reader->count + 1) * sizeof *table->entries);
    table->count = reader->count;
    if (reader->count)
        memcpy(table->entries, reader->entries, reader->count * sizeof *table->entries);
    qsort(table->entries, table->count, sizeof *table->entries, compare_entries);
    return table;
}

static const struct lookup_table *read_table(struct reader *reader, const char *path)
{
    struct error error = {0};
    reader->count = 0;
    bool was_read = csv_table_read(path, take_header, take_row, reader, &error);
    error_release(&error);
    return was_read ? finish(reader) : NULL;
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

const struct lookup_table *lookup_table_read(struct arena *arena, const char *path,
                                             struct text pattern, struct text key,
                                             struct text result)
{
    struct reader reader = {.arena = arena, .key_name = key, .result_name = result};
    char *folder = folder_of(path);
    struct dirent **entries;
    const struct lookup_table *table = NULL;
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

bool lookup_table_find(const struct lookup_table *table, struct text key, struct text *result)
{
    struct entry wanted = {.key = without_zeros(key)};
    const struct entry *found = table->count ? bsearch(&wanted, table->entries, table->count,
                                                       sizeof wanted, compare_entries)
                                             : NULL;
    if (found)
        *result = found->result;
    return found != NULL;
}

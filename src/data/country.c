/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All names, aliases and codes are keys of one sorted array, folded to one spelling: letters of
 * either case, and numbers without leading zeros.
 */
#include "config.h"

#include "data/country.h"

#include "base/array.h"
#include "base/buffer.h"
#include "data/csv.h"
#include "data/input.h"

#include <stdlib.h>

struct key {
    struct text text; /* folded, in the arena */
    int country;
    size_t line;
};

struct country_list {
    char **names; /* in the arena */
    size_t count, capacity;
    struct key *keys; /* sorted by text */
    size_t key_count, key_capacity;
    struct arena arena;
};

enum { COLUMN_NAME, COLUMN_ALIASES, COLUMN_ISO2, COLUMN_ISO3, COLUMN_M49, COLUMN_COUNT };

static const char *const column_names[COLUMN_COUNT] = {"name", "aliases", "iso2", "iso3", "m49"};

struct reader {
    struct country_list *list;
    size_t columns[COLUMN_COUNT]; /* where each stands in a record */
    bool has_header;
};

static bool is_number(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.length > 0;
}

static void fold_name(struct buffer *out, struct text name)
{
    name = text_trim(name);
    bool is_code = is_number(name);
    while (is_code && name.length > 1 && name.data[0] == '0') {
        name.data++;
        name.length--;
    }
    text_fold(out, name);
}

static void add_key(struct country_list *list, struct text name, size_t line)
{
    struct buffer folded = {0};
    fold_name(&folded, name);
    if (folded.length) {
        ARRAY_RESERVE(list->keys, list->key_count + 1, list->key_capacity);
        list->keys[list->key_count++] =
            (struct key){{arena_copy(&list->arena, folded.data, folded.length), folded.length},
                         (int)list->count,
                         line};
    }
    buffer_release(&folded);
}

/* Names parted by "|". */
static void add_keys(struct country_list *list, struct text names, size_t line)
{
    size_t start = 0;
    for (size_t i = 0; i <= names.length; i++) {
        if (i < names.length && names.data[i] != '|')
            continue;
        add_key(list, (struct text){names.data + start, i - start}, line);
        start = i + 1;
    }
}

static void take_header(struct reader *reader, const struct csv_record *record)
{
    reader->has_header = true;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        reader->columns[i] = record->count;
        for (size_t k = record->count; k-- > 0;)
            if (text_is_equal_folded(text_trim(record->fields[k]), text_of(column_names[i])))
                reader->columns[i] = k;
    }
}

static struct text cell_of(const struct reader *reader, const struct csv_record *record, size_t i)
{
    size_t column = reader->columns[i];
    return column < record->count ? text_trim(record->fields[column]) : (struct text){"", 0};
}

static bool take_record(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    struct country_list *list = reader->list;
    if (!reader->has_header) {
        take_header(reader, record);
        return reader->columns[COLUMN_NAME] < record->count;
    }
    struct text name = cell_of(reader, record, COLUMN_NAME);
    if (!name.length)
        return true;
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        add_keys(list, cell_of(reader, record, i), record->line);
    ARRAY_RESERVE(list->names, list->count + 1, list->capacity);
    list->names[list->count++] = arena_copy(&list->arena, name.data, name.length);
    return true;
}

static int compare_keys(const void *left, const void *right)
{
    const struct key *a = left, *b = right;
    int order = text_compare(a->text, b->text);
    return order ? order : (a->country > b->country) - (a->country < b->country);
}

/* A name that two countries share would make one of them the other in silence. */
static bool sort_keys(struct country_list *list, const char *path, struct error *error)
{
    if (!list->count)
        return error_set(error, "%s: lists no countries; it needs a header with `name` and rows",
                         path);
    qsort(list->keys, list->key_count, sizeof *list->keys, compare_keys);
    for (size_t i = 1; i < list->key_count; i++) {
        struct key *a = &list->keys[i - 1], *b = &list->keys[i];
        if (a->country != b->country && text_is_equal(a->text, b->text))
            return error_set(error, "%s:%zu: `%s` names both %s and %s; take it from one of them",
                             path, b->line, b->text.data, list->names[a->country],
                             list->names[b->country]);
    }
    return true;
}

static bool read_list(struct country_list *list, const char *path, struct text bytes,
                      struct error *error)
{
    struct reader reader = {.list = list};
    struct error reason = {0};
    size_t line;
    if (csv_read(bytes, csv_separator(bytes), take_record, &reader, &line, &reason))
        return sort_keys(list, path, error);
    error_set(error, "%s:%zu: %s", path, line, reason.text);
    error_release(&reason);
    return false;
}

struct country_list *country_list_read(const char *path, struct error *error)
{
    struct input input;
    struct error reason = {0};
    if (!input_read(&input, path, &reason)) {
        error_set(error, "%s: %s", path, reason.text);
        error_release(&reason);
        return NULL;
    }
    struct country_list *list = xcalloc(1, sizeof *list);
    bool was_read = read_list(list, path, buffer_text(&input.bytes), error);
    input_release(&input);
    if (was_read)
        return list;
    country_list_free(list);
    return NULL;
}

void country_list_free(struct country_list *list)
{
    if (!list)
        return;
    free(list->names);
    free(list->keys);
    arena_release(&list->arena);
    free(list);
}

int country_find(const struct country_list *list, struct text name)
{
    struct buffer folded = {0};
    fold_name(&folded, name);
    struct text wanted = buffer_text(&folded);
    size_t low = 0, high = list->key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(list->keys[middle].text, wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < list->key_count && text_is_equal(list->keys[low].text, wanted);
    buffer_release(&folded);
    return found ? list->keys[low].country : -1;
}

const char *country_name(const struct country_list *list, int country)
{
    return list->names[country];
}

bool country_is_same(const struct country_list *list, struct text a, struct text b)
{
    if (text_is_equal_folded(text_trim(a), text_trim(b)))
        return true;
    if (!list)
        return false;
    int country = country_find(list, a);
    return country >= 0 && country == country_find(list, b);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/hs.h"

#include "base/array.h"
#include "data/csv.h"
#include "data/input.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_CODE 12

struct product {
    char *code, *name; /* in the arena */
};

struct hs_list {
    struct product *items; /* by code */
    size_t count, capacity;
    struct arena arena;
};

struct reader {
    struct hs_list *list;
    bool has_header;
    size_t wrong_line; /* of a row that is no code with a name; 0 for none */
};

static bool is_number(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.length > 0 && text.length <= LONGEST_CODE;
}

bool hs_repair(struct text code, struct buffer *out)
{
    code = text_trim(code);
    if (!is_number(code))
        return false;
    if (code.length % 2)
        buffer_putc(out, '0');
    buffer_append_text(out, code);
    return true;
}

enum hs_level hs_level(struct text code)
{
    code = text_trim(code);
    size_t digits = is_number(code) ? code.length + code.length % 2 : 0;
    return digits < HS_NATIONAL ? (enum hs_level)digits : HS_NATIONAL;
}

bool hs_contains(struct text whole, struct text part)
{
    return whole.length > 0 && whole.length <= part.length &&
           memcmp(whole.data, part.data, whole.length) == 0;
}

static bool take_record(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    struct hs_list *list = reader->list;
    struct text code = record->count ? text_trim(record->fields[0]) : (struct text){"", 0};
    struct text name = record->count > 1 ? text_trim(record->fields[1]) : (struct text){"", 0};
    if (!reader->has_header) {
        reader->has_header = true;
        return true;
    }
    if (!is_number(code) || code.length % 2 || !name.length) {
        reader->wrong_line = record->line;
        return false;
    }
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct product){arena_copy(&list->arena, code.data, code.length),
                                                  arena_copy(&list->arena, name.data, name.length)};
    return true;
}

static int compare_products(const void *left, const void *right)
{
    const struct product *a = left, *b = right;
    return strcmp(a->code, b->code);
}

static bool read_list(struct hs_list *list, const char *path, struct text bytes,
                      struct error *error)
{
    struct reader reader = {.list = list};
    struct error reason = {0};
    size_t line;
    if (!csv_read(bytes, csv_separator(bytes), take_record, &reader, &line, &reason))
        error_set(error, "%s:%zu: %s", path, line, reason.text);
    else if (reader.wrong_line)
        error_set(error, "%s:%zu: write a code of 2, 4 or 6 digits and its name", path,
                  reader.wrong_line);
    else if (!list->count)
        error_set(error, "%s: lists no products; it needs a header and rows", path);
    else
        qsort(list->items, list->count, sizeof *list->items, compare_products);
    error_release(&reason);
    return !error->text;
}

struct hs_list *hs_list_read(const char *path, struct error *error)
{
    struct input input;
    struct error reason = {0};
    if (!input_read(&input, path, &reason)) {
        error_set(error, "%s: %s", path, reason.text);
        error_release(&reason);
        return NULL;
    }
    struct hs_list *list = xcalloc(1, sizeof *list);
    bool was_read = read_list(list, path, buffer_text(&input.bytes), error);
    input_release(&input);
    if (was_read)
        return list;
    hs_list_free(list);
    return NULL;
}

void hs_list_free(struct hs_list *list)
{
    if (!list)
        return;
    free(list->items);
    arena_release(&list->arena);
    free(list);
}

size_t hs_count(const struct hs_list *list)
{
    return list->count;
}

const char *hs_code(const struct hs_list *list, size_t number)
{
    return list->items[number].code;
}

const char *hs_name(const struct hs_list *list, size_t number)
{
    return list->items[number].name;
}

const char *hs_find(const struct hs_list *list, struct text code, enum hs_level *level)
{
    struct buffer repaired = {0};
    const struct product *found = NULL;
    size_t length = hs_repair(code, &repaired) ? repaired.length : 0;
    for (length = length > HS_SUBHEADING ? HS_SUBHEADING : length; length && !found; length -= 2) {
        buffer_truncate(&repaired, length);
        found = bsearch(&(struct product){repaired.data, NULL}, list->items, list->count,
                        sizeof *list->items, compare_products);
        if (level)
            *level = (enum hs_level)length;
    }
    buffer_release(&repaired);
    return found ? found->name : NULL;
}

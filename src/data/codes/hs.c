/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/codes/hs.h"

#include "base/ascii.h"
#include "base/array.h"
#include "data/csv/csv_table.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_CODE 12

struct product {
    char *code, *name; /* in the arena */
};

struct hs_list {
    struct product *items; /* sorted by code */
    size_t count, capacity;
    struct arena arena;
};

static bool is_code(struct text text)
{
    return ascii_is_all_digits(text) && text.length <= LONGEST_CODE;
}

bool hs_repair(struct text code, struct buffer *out)
{
    code = text_trim(code);
    if (!is_code(code))
        return false;
    if (code.length % 2)
        buffer_putc(out, '0');
    buffer_append_text(out, code);
    return true;
}

enum hs_level hs_level(struct text code)
{
    code = text_trim(code);
    size_t digits = is_code(code) ? code.length + code.length % 2 : 0;
    return digits < HS_NATIONAL ? (enum hs_level)digits : HS_NATIONAL;
}

bool hs_contains(struct text whole, struct text part)
{
    return whole.length > 0 && whole.length <= part.length &&
           memcmp(whole.data, part.data, whole.length) == 0;
}

static bool take_row(void *context, const struct csv_record *record, struct error *error)
{
    struct hs_list *list = context;
    struct text code = csv_table_cell(record, 0), name = csv_table_cell(record, 1);
    if (!is_code(code) || code.length % 2 || !name.length)
        return error_set(error, "write a code of 2, 4 or 6 digits and its name");
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

static bool sort_products(struct hs_list *list, const char *path, struct error *error)
{
    if (!list->count)
        return error_set(error, "%s: lists no products; it needs rows under the header", path);
    qsort(list->items, list->count, sizeof *list->items, compare_products);
    return true;
}

struct hs_list *hs_list_read(const char *path, struct error *error)
{
    struct hs_list *list = xcalloc(1, sizeof *list);
    if (csv_table_read(path, NULL, take_row, list, error) && sort_products(list, path, error))
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/row_list.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

void row_list_spell_out(struct row_list *list)
{
    if (list->rows)
        return;
    ARRAY_RESERVE(list->rows, list->count, list->capacity);
    for (size_t i = 0; i < list->count; i++)
        list->rows[i] = (uint32_t)i;
}

void row_list_add(struct row_list *list, size_t row)
{
    row_list_spell_out(list);
    ARRAY_RESERVE(list->rows, list->count + 1, list->capacity);
    list->rows[list->count++] = (uint32_t)row;
}

struct row_list row_list_all(size_t count)
{
    return (struct row_list){.count = count};
}

struct row_list row_list_copy(const struct row_list *list)
{
    struct row_list copy = {0};
    if (list->rows)
        ARRAY_RESERVE(copy.rows, list->count, copy.capacity);
    if (list->rows && list->count)
        memcpy(copy.rows, list->rows, list->count * sizeof *list->rows);
    copy.count = list->count;
    return copy;
}

size_t row_list_find(const struct row_list *list, size_t row)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (row_list_at(list, middle) < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool row_list_contains(const struct row_list *list, size_t row)
{
    size_t place = row_list_find(list, row);
    return place < list->count && row_list_at(list, place) == row;
}

void row_list_release(struct row_list *list)
{
    free(list->rows);
    *list = (struct row_list){0};
}

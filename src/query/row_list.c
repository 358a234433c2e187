/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/row_list.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

void row_list_add(struct row_list *list, size_t row)
{
    ARRAY_RESERVE(list->rows, list->count + 1, list->capacity);
    list->rows[list->count++] = (uint32_t)row;
}

struct row_list row_list_all(size_t count)
{
    struct row_list list = {0};
    ARRAY_RESERVE(list.rows, count, list.capacity);
    for (; list.count < count; list.count++)
        list.rows[list.count] = (uint32_t)list.count;
    return list;
}

struct row_list row_list_copy(const struct row_list *list)
{
    struct row_list copy = {0};
    ARRAY_RESERVE(copy.rows, list->count, copy.capacity);
    if (list->count)
        memcpy(copy.rows, list->rows, list->count * sizeof *list->rows);
    copy.count = list->count;
    return copy;
}

bool row_list_contains(const struct row_list *list, size_t row)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->rows[middle] < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && list->rows[low] == row;
}

void row_list_release(struct row_list *list)
{
    free(list->rows);
    *list = (struct row_list){0};
}

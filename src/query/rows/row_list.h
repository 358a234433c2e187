/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An ordered list of table rows: the result of a filter, or of sorting. A list of the first rows of
 * a table, usually all of them, takes no memory.
 */
#ifndef TRADESCOPE_QUERY_ROWS_ROW_LIST_H
#define TRADESCOPE_QUERY_ROWS_ROW_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/rows/row_set.h"

struct row_list {
    uint32_t *rows; /* owned; NULL for rows 0 to count - 1 */
    size_t count, capacity;
};

static inline size_t row_list_at(const struct row_list *list, size_t i)
{
    return list->rows ? list->rows[i] : i;
}

/* Appends a row. A list of the first rows takes memory then. */
void row_list_add(struct row_list *list, size_t row);
/* Appends all rows of another list. */
void row_list_append(struct row_list *list, const struct row_list *other);
/* Returns a list of rows 0 to count - 1. */
struct row_list row_list_all(size_t count);
/* Returns an ascending list. */
struct row_list row_list_of_set(const struct row_set *set);
/* For a table with `row_count` rows. */
struct row_set row_set_of_list(const struct row_list *list, size_t row_count);
struct row_list row_list_copy(const struct row_list *list);
/* Gives the list an array of its own, so that it can be reordered. */
void row_list_spell_out(struct row_list *list);
/*
 * Returns the index of the row in an ascending list, or of the next one; `count` behind the last.
 */
size_t row_list_find(const struct row_list *list, size_t row);
void row_list_release(struct row_list *list);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An ordered list of table rows: what a filter lets pass, or a sort brings into order. A list of
 * the first rows of a table, all of them usually, takes no memory.
 */
#ifndef TRADESCOPE_QUERY_ROWS_ROW_LIST_H
#define TRADESCOPE_QUERY_ROWS_ROW_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/rows/row_set.h"

struct row_list {
    uint32_t *rows; /* owned; NULL for the rows from 0 to count - 1 */
    size_t count, capacity;
};

static inline size_t row_list_at(const struct row_list *list, size_t i)
{
    return list->rows ? list->rows[i] : i;
}

/* Behind a list of the first rows too, which then takes memory. */
void row_list_add(struct row_list *list, size_t row);
/* Behind it all rows of another one. */
void row_list_append(struct row_list *list, const struct row_list *other);
/* Of an ascending list: takes off the rows from this one on. */
void row_list_cut(struct row_list *list, size_t row);
/* All rows from 0 to count - 1. */
struct row_list row_list_all(size_t count);
/* Ascending. */
struct row_list row_list_of_set(const struct row_set *set);
/* Of a table with so many rows. */
struct row_set row_set_of_list(const struct row_list *list, size_t row_count);
struct row_list row_list_copy(const struct row_list *list);
/* Gives the list an array of its own, to be put into another order. */
void row_list_spell_out(struct row_list *list);
/* Of an ascending list: the place of the row, or of the next one in it; `count` behind the last. */
size_t row_list_find(const struct row_list *list, size_t row);
/* Whether an ascending list holds the row. */
bool row_list_contains(const struct row_list *list, size_t row);
void row_list_release(struct row_list *list);

#endif

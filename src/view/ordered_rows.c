/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/ordered_rows.h"

#define SORTED_AT_ONCE \
    ((size_t)1 << 16) /* up to this number, all rows are sorted before the screen is drawn */

void ordered_rows_set(struct ordered_rows *ordered, struct row_list rows)
{
    ordered_rows_release(ordered);
    *ordered = (struct ordered_rows){.rows = rows, .is_whole = true};
}

/* If most rows are wanted, sorting the others too costs little. */
void ordered_rows_sort(struct ordered_rows *ordered, struct row_list rows,
                       const struct row_keys *keys, bool descends, size_t wanted)
{
    ordered_rows_release(ordered);
    ordered->rows = rows;
    if (rows.count > SORTED_AT_ONCE && wanted < SORTED_AT_ONCE / 16)
        ordered->first = row_list_first(&rows, keys, descends, wanted);
    else
        ordered->is_whole = row_list_sort(&ordered->rows, keys, descends, NULL, NULL);
}

bool ordered_rows_finish(struct ordered_rows *ordered, const struct row_keys *keys, bool descends,
                         parallel_doubt *doubt, void *doubt_context)
{
    if (!ordered->is_whole)
        ordered->is_whole = row_list_sort(&ordered->rows, keys, descends, doubt, doubt_context);
    return ordered->is_whole;
}

bool ordered_rows_has(const struct ordered_rows *ordered, size_t place)
{
    return place < (ordered->is_whole ? &ordered->rows : &ordered->first)->count;
}

size_t ordered_rows_at(const struct ordered_rows *ordered, size_t place)
{
    return row_list_at(ordered->is_whole ? &ordered->rows : &ordered->first, place);
}

void ordered_rows_release(struct ordered_rows *ordered)
{
    row_list_release(&ordered->rows);
    row_list_release(&ordered->first);
    *ordered = (struct ordered_rows){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/passed_rows.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Behind them is `at`, then. */
static bool begin_with(const struct passed_rows *passed, const struct choices *choices,
                       size_t row_count, size_t *at)
{
    *at = 0;
    bool is_same = passed->filters && passed->rows.row_count == row_count;
    for (size_t i = 0; is_same && i < passed->filter_count; i++) {
        const char *filter = choices_next_filter(choices, at);
        is_same = filter && strcmp(filter, passed->filters[i]) == 0;
    }
    return is_same;
}

bool passed_rows_are_of(const struct passed_rows *passed, const struct choices *choices,
                        size_t row_count)
{
    size_t at;
    return begin_with(passed, choices, row_count, &at) && !choices_next_filter(choices, &at);
}

struct row_set passed_rows_begin(const struct passed_rows *passed, const struct choices *choices,
                                 size_t row_count, size_t *at)
{
    if (begin_with(passed, choices, row_count, at))
        return row_set_copy(&passed->rows);
    *at = 0;
    return row_set_all(row_count);
}

void passed_rows_keep(struct passed_rows *passed, const struct choices *choices,
                      struct row_set rows)
{
    const char *filter;
    passed_rows_release(passed);
    passed->rows = rows;
    passed->filters = xcalloc(choices->filter_count + 1, sizeof *passed->filters);
    for (size_t at = 0; (filter = choices_next_filter(choices, &at));)
        passed->filters[passed->filter_count++] = xstrdup(filter);
}

void passed_rows_release(struct passed_rows *passed)
{
    row_set_release(&passed->rows);
    for (size_t i = 0; i < passed->filter_count; i++)
        free(passed->filters[i]);
    free(passed->filters);
    *passed = (struct passed_rows){0};
}

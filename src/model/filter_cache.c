/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/filter_cache.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* True if the choices begin with the cached filters; `at` is set behind them. */
static bool begin_with(const struct filter_cache *passed, const struct choices *choices,
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

bool filter_cache_are_of(const struct filter_cache *passed, const struct choices *choices,
                         size_t row_count)
{
    size_t at;
    return begin_with(passed, choices, row_count, &at) && !choices_next_filter(choices, &at);
}

struct row_set filter_cache_begin(const struct filter_cache *passed, const struct choices *choices,
                                  size_t row_count, size_t *at)
{
    if (begin_with(passed, choices, row_count, at))
        return row_set_copy(&passed->rows);
    *at = 0;
    return row_set_all(row_count);
}

void filter_cache_keep(struct filter_cache *passed, const struct choices *choices,
                       struct row_set rows)
{
    const char *filter;
    filter_cache_release(passed);
    passed->rows = rows;
    passed->filters = xcalloc(choices->filter_count + 1, sizeof *passed->filters);
    for (size_t at = 0; (filter = choices_next_filter(choices, &at));)
        passed->filters[passed->filter_count++] = xstrdup(filter);
}

void filter_cache_release(struct filter_cache *passed)
{
    row_set_release(&passed->rows);
    for (size_t i = 0; i < passed->filter_count; i++)
        free(passed->filters[i]);
    free(passed->filters);
    *passed = (struct filter_cache){0};
}

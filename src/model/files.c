/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/files.h"

#include "base/paths.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

bool file_is_separate(const struct open_file *file)
{
    return file->dataset && file->dataset->form != FORM_CLAIMS;
}

const struct row_set *file_passing_rows(const struct open_file *file)
{
    return file->none.words ? &file->none : &file->shown_rows.rows;
}

void chosen_rows_release(struct chosen_rows *chosen)
{
    row_set_release(&chosen->rows);
    free(chosen->key);
    *chosen = (struct chosen_rows){0};
}

void file_release(struct open_file *file)
{
    file_sums_release(&file->sums);
    row_set_release(&file->none);
    chosen_rows_release(&file->chosen);
    filter_cache_release(&file->shown_rows);
    filter_cache_release(&file->before_preview);
    if (file->dataset)
        dataset_release(file->dataset);
    free(file->dataset);
}

const char *file_display_name(const char *path)
{
    bool is_input = strcmp(path, "-") == 0 || strcmp(path, "/dev/stdin") == 0;
    return is_input ? "standard input" : path_name(path);
}

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

void file_sums_release(struct file_sums *sums)
{
    statistic_free(sums->statistic);
    arena_release(&sums->arena);
    free(sums->reason);
    free(sums->choices);
    *sums = (struct file_sums){0};
}

void sums_release(struct sums *sums)
{
    free(sums->key);
    free(sums->trade.reporter);
    free(sums->trade.partner);
    free(sums->trade.product);
    *sums = (struct sums){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "data/loading.h"
#include "base/memory.h"
#include <stdlib.h>
struct loading {
    struct dataset *dataset;
};
struct loading *loading_start(struct dataset *dataset, const char *path,
                              const struct load_options *options)
{
    struct loading *loading = xcalloc(1, sizeof *loading);
    (void)options;
    dataset_load(dataset, path);
    loading->dataset = dataset;
    return loading;
}
bool loading_absorb(struct loading *loading, int milliseconds)
{
    (void)loading;
    (void)milliseconds;
    return false;
}
struct load_progress loading_progress(const struct loading *loading)
{
    return (struct load_progress){.rows = table_row_count(loading->dataset->table),
                                  .is_complete = true};
}
int loading_descriptor(const struct loading *loading)
{
    (void)loading;
    return -1;
}
void loading_stop(struct loading *loading)
{
    (void)loading;
}
void loading_end(struct loading *loading)
{
    free(loading);
}

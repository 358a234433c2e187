/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/files.h"

#include "base/paths.h"

#include <stdlib.h>
#include <string.h>

bool file_is_separate(const struct open_file *file)
{
    return file->dataset && file->dataset->form != FORM_CLAIMS;
}

void chosen_rows_release(struct chosen_rows *chosen)
{
    row_list_release(&chosen->rows);
    free(chosen->key);
    *chosen = (struct chosen_rows){0};
}

void file_release(struct open_file *file)
{
    file_sums_release(&file->sums);
    row_list_release(&file->shown);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/search.h"

#include "query/evaluate/evaluate.h"

bool search_select(const struct search *search, const struct dataset *dataset, struct row_set *rows,
                   const struct effort *effort)
{
    return pattern_select(search->pattern, dataset, rows, effort);
}

void search_forget(struct search *search)
{
    row_set_release(&search->found);
    row_list_release(&search->claims);
    search->awaits_count = false;
    search->dataset = NULL;
}

void search_release(struct search *search)
{
    pattern_free(search->pattern);
    search_forget(search);
    *search = (struct search){0};
}

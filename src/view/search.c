/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/search.h"

#include "query/evaluate.h"

void search_run(struct search *search, const struct dataset *dataset, const struct row_list *order)
{
    search_forget_matches(search);
    search->has_run = true;
    if (!search->pattern)
        return;
    struct row_set rows = row_set_of_list(order, table_row_count(dataset->table));
    pattern_select(search->pattern, dataset, &rows, NULL, NULL);
    for (size_t i = 0; i < order->count; i++)
        if (row_set_contains(&rows, row_list_at(order, i)))
            row_list_add(&search->matches, row_list_at(order, i));
    row_set_release(&rows);
}

void search_forget_matches(struct search *search)
{
    search->matches.count = 0;
    search->has_run = false;
}

void search_mark(const struct search *search, struct line *line)
{
    struct match match;
    size_t from = 0;
    while (search->pattern &&
           pattern_find(search->pattern, buffer_text(&line->text), from, &match)) {
        line_mark(line, ROLE_MATCH, match.start, match.end);
        from = match.end;
    }
}

void search_release(struct search *search)
{
    pattern_free(search->pattern);
    row_list_release(&search->matches);
    *search = (struct search){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/search.h"

#include "base/memory.h"

#include <stdlib.h>

/* Which texts of a column the pattern finds: decided once a text, not once a row. */
static bool *find_words(const struct pattern *pattern, const struct table *table, size_t column)
{
    size_t count = table_distinct_count(table, column);
    bool *found = xcalloc(count, sizeof *found);
    for (size_t code = 1; code < count; code++)
        found[code] = pattern_matches(pattern, table_distinct(table, column, (uint32_t)code));
    return found;
}

void search_run(struct search *search, const struct dataset *dataset, const struct row_list *order)
{
    const struct table *table = dataset->table;
    search_forget_matches(search);
    search->has_run = true;
    if (!search->pattern)
        return;
    bool *matches = xcalloc(table_row_count(table), sizeof *matches);
    for (size_t column = 0; column < dataset->file_columns; column++) {
        bool *found = find_words(search->pattern, table, column);
        for (size_t i = 0; i < order->count; i++)
            matches[row_list_at(order, i)] |=
                found[table_code(table, row_list_at(order, i), column)];
        free(found);
    }
    for (size_t i = 0; i < order->count; i++)
        if (matches[row_list_at(order, i)])
            row_list_add(&search->matches, row_list_at(order, i));
    free(matches);
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

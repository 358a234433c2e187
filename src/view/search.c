/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/search.h"

#include "query/evaluate.h"

/* The pattern as a filter on all columns: "/oil\/gas/". */
static struct buffer write_filter(struct text pattern)
{
    struct buffer filter = {0};
    buffer_putc(&filter, '/');
    for (size_t i = 0; i < pattern.length; i++) {
        if (pattern.data[i] == '/')
            buffer_putc(&filter, '\\');
        buffer_putc(&filter, pattern.data[i]);
        if (pattern.data[i] == '\\' && i + 1 < pattern.length)
            buffer_putc(&filter, pattern.data[++i]);
    }
    buffer_putc(&filter, '/');
    return filter;
}

bool search_select(const struct search *search, const struct dataset *dataset, struct row_set *rows,
                   parallel_doubt *doubt, void *doubt_context)
{
    struct query_error error = {0};
    struct buffer filter = write_filter(pattern_source(search->pattern));
    struct expression *expression = expression_parse(buffer_text(&filter), dataset, &error);
    bool is_done =
        !expression || expression_select(expression, dataset, rows, doubt, doubt_context);
    expression_free(expression);
    query_error_release(&error);
    buffer_release(&filter);
    return is_done;
}

void search_forget(struct search *search)
{
    row_set_release(&search->found);
    search->dataset = NULL;
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
    search_forget(search);
    *search = (struct search){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which rows pass the filters. What passed those that were applied last is kept, so that one more
 * is asked about these rows alone; and while a file is loaded, only those that have come since are
 * asked about, unless a filter asks for what all rows decide together.
 */
#include "config.h"

#include "view/workspace.h"

#include "base/memory.h"
#include "query/evaluate.h"

#include <stdlib.h>
#include <string.h>

const struct query_facts *workspace_facts(struct workspace *workspace)
{
    if (!workspace->facts.facts.count)
        claim_facts_name(&workspace->facts);
    return &workspace->facts.facts;
}

static struct expression *parse(struct workspace *workspace, const char *source,
                                struct query_error *error)
{
    return expression_parse_with_facts(text_of(source), &workspace->dataset,
                                       workspace_facts(workspace), error);
}

struct expression *workspace_parse(struct workspace *workspace, const char *source,
                                   struct query_error *error)
{
    struct expression *expression = parse(workspace, source, error);
    if (expression && expression_asks_facts(expression))
        claim_facts_make(&workspace->facts, &workspace->dataset, workspace->countries);
    return expression;
}

/* False where the doubt ended it. What is to be said of a filter is known once it was applied. */
static bool narrow(struct workspace *workspace, const char *source, struct row_set *rows,
                   parallel_doubt *doubt, struct buffer *remark)
{
    struct query_error error = {0};
    struct row_set among = row_set_copy(rows);
    bool is_done = true;
    struct expression *expression = workspace_parse(workspace, source, &error);
    buffer_truncate(remark, 0);
    if (expression)
        is_done = expression_select(expression, &workspace->dataset, rows, doubt,
                                    workspace->doubt_context);
    if (expression && is_done)
        expression_remark(expression, &workspace->dataset, &among, rows, remark);
    row_set_release(&among);
    expression_free(expression);
    query_error_release(&error);
    return is_done;
}

void passed_rows_release(struct passed_rows *passed)
{
    row_set_release(&passed->rows);
    for (size_t i = 0; i < passed->filter_count; i++)
        free(passed->filters[i]);
    free(passed->filters);
    *passed = (struct passed_rows){0};
}

/* All rows; or where the choices begin with the filters that were applied last, what passed these,
 * and `at` is behind them. */
static struct row_set rows_to_narrow(const struct workspace *workspace, size_t *at)
{
    const struct passed_rows *passed = &workspace->passed;
    size_t count = table_row_count(workspace->dataset.table);
    for (size_t i = 0; i < passed->filter_count; i++) {
        const char *filter = choices_next_filter(&workspace->choices, at);
        if (passed->rows.row_count != count || !filter || strcmp(filter, passed->filters[i]) != 0) {
            *at = 0;
            return row_set_all(count);
        }
    }
    return passed->filter_count ? row_set_copy(&passed->rows) : row_set_all(count);
}

/* Takes the rows over. A preview is one of many, and is not kept. */
static void keep_passed(struct workspace *workspace, struct row_set *rows)
{
    struct passed_rows *passed = &workspace->passed;
    const struct choices *choices = &workspace->choices;
    if (workspace->before_preview) {
        row_set_release(rows);
        return;
    }
    passed_rows_release(passed);
    passed->rows = *rows;
    passed->filters = xcalloc(choices->filter_count + 1, sizeof *passed->filters);
    const char *filter;
    for (size_t at = 0; (filter = choices_next_filter(choices, &at));)
        passed->filters[passed->filter_count++] = xstrdup(filter);
}

bool workspace_find_rows(struct workspace *workspace)
{
    size_t at = 0;
    struct row_set rows = rows_to_narrow(workspace, &at);
    const char *filter;
    while ((filter = choices_next_filter(&workspace->choices, &at))) {
        if (!narrow(workspace, filter, &rows, workspace->doubt, &workspace->remark)) {
            row_set_release(&rows);
            return false;
        }
    }
    row_list_release(&workspace->shown);
    workspace->shown = row_list_of_set(&rows);
    workspace->known_rows = rows.row_count;
    keep_passed(workspace, &rows);
    return true;
}

static bool asks_facts(struct workspace *workspace)
{
    const char *filter;
    bool is_asking = false;
    for (size_t at = 0; !is_asking && (filter = choices_next_filter(&workspace->choices, &at));) {
        struct query_error error = {0};
        struct expression *expression = parse(workspace, filter, &error);
        is_asking = expression && expression_asks_facts(expression);
        expression_free(expression);
        query_error_release(&error);
    }
    return is_asking;
}

/* Work that nobody asked for is short, and nobody ends it. */
static void add_new_rows(struct workspace *workspace)
{
    size_t count = table_row_count(workspace->dataset.table), at = 0;
    struct row_set rows = row_set_none(count);
    struct buffer remark = {0};
    const char *filter;
    for (size_t row = workspace->known_rows; row < count; row++)
        row_set_add(&rows, row);
    while ((filter = choices_next_filter(&workspace->choices, &at)))
        narrow(workspace, filter, &rows, NULL, &remark);
    struct row_list found = row_list_of_set(&rows);
    for (size_t i = 0; i < found.count; i++)
        row_list_add(&workspace->shown, row_list_at(&found, i));
    row_list_release(&found);
    row_set_release(&rows);
    buffer_release(&remark);
    workspace->known_rows = count;
}

bool workspace_shows_nothing(const struct workspace *workspace)
{
    return !workspace->shown.count && !workspace_current_rows(workspace)->count;
}

void workspace_find_new_rows(struct workspace *workspace)
{
    claim_facts_release(&workspace->facts);
    if (asks_facts(workspace)) {
        passed_rows_release(&workspace->passed);
        workspace->known_rows = 0;
        row_list_release(&workspace->shown);
    }
    if (choices_has_filters(&workspace->choices)) {
        add_new_rows(workspace);
    } else {
        workspace->known_rows = table_row_count(workspace->dataset.table);
        row_list_release(&workspace->shown);
        workspace->shown = row_list_all(workspace->known_rows);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which rows pass the filters. While a file is loaded, only the rows that have come since are asked
 * about, unless a filter asks for what all rows decide together.
 */
#include "config.h"

#include "view/workspace.h"

#include "query/evaluate.h"

#include <stdlib.h>

const struct query_facts *workspace_facts(struct workspace *workspace)
{
    if (!workspace->facts.facts.count)
        claim_facts_name(&workspace->facts);
    return &workspace->facts.facts;
}

struct expression *workspace_parse(struct workspace *workspace, const char *source,
                                   struct query_error *error)
{
    struct expression *expression = expression_parse_with_facts(
        text_of(source), &workspace->dataset, workspace_facts(workspace), error);
    if (expression && expression_asks_facts(expression))
        claim_facts_make(&workspace->facts, &workspace->dataset, workspace->countries);
    return expression;
}

/* What is to be said of a filter is known once it has been applied; false where the doubt ended
 * it. */
static bool narrow(struct workspace *workspace, const char *source, struct row_set *rows,
                   struct buffer *remark)
{
    struct query_error error = {0};
    struct row_set among = {0};
    bool is_done = true;
    struct expression *expression = workspace_parse(workspace, source, &error);
    if (expression && remark)
        among = row_set_copy(rows);
    if (expression)
        is_done = expression_select(expression, &workspace->dataset, rows, workspace->doubt,
                                    workspace->doubt_context);
    if (expression && remark && is_done) {
        buffer_truncate(remark, 0);
        expression_remark(expression, &workspace->dataset, &among, rows, remark);
    }
    row_set_release(&among);
    expression_free(expression);
    query_error_release(&error);
    return is_done;
}

static bool apply_filters(struct workspace *workspace, struct row_set *rows, struct buffer *remark)
{
    const struct choices *choices = &workspace->choices;
    for (size_t i = 0; i < choices->filter_count; i++)
        if (!choices->filters[i].is_off &&
            !narrow(workspace, choices->filters[i].source, rows, remark))
            return false;
    return true;
}

static bool asks_facts(struct workspace *workspace)
{
    const struct choices *choices = &workspace->choices;
    bool is_asking = false;
    for (size_t i = 0; i < choices->filter_count && !is_asking; i++) {
        struct query_error error = {0};
        struct expression *expression =
            expression_parse_with_facts(text_of(choices->filters[i].source), &workspace->dataset,
                                        workspace_facts(workspace), &error);
        is_asking = expression && expression_asks_facts(expression);
        expression_free(expression);
        query_error_release(&error);
    }
    return is_asking;
}

bool workspace_find_rows(struct workspace *workspace)
{
    size_t count = table_row_count(workspace->dataset.table);
    struct row_set rows = row_set_all(count);
    buffer_truncate(&workspace->remark, 0);
    bool is_done = apply_filters(workspace, &rows, &workspace->remark);
    if (is_done) {
        row_list_release(&workspace->shown);
        workspace->shown = row_list_of_set(&rows);
        workspace->known_rows = count;
    }
    row_set_release(&rows);
    return is_done;
}

void workspace_find_new_rows(struct workspace *workspace)
{
    size_t count = table_row_count(workspace->dataset.table);
    struct row_set rows = row_set_none(count);
    claim_facts_release(&workspace->facts);
    if (!choices_has_filters(&workspace->choices) || asks_facts(workspace)) {
        row_set_release(&rows);
        workspace_find_rows(workspace);
        return;
    }
    for (size_t row = workspace->known_rows; row < count; row++)
        row_set_add(&rows, row);
    if (apply_filters(workspace, &rows, NULL)) {
        struct row_list found = row_list_of_set(&rows);
        for (size_t i = 0; i < found.count; i++)
            row_list_add(&workspace->shown, row_list_at(&found, i));
        row_list_release(&found);
        workspace->known_rows = count;
    }
    row_set_release(&rows);
}

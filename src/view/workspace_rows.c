/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which rows pass the filters, of the claims and of every file beside them. What passed those that
 * were applied last is kept, so that one more is asked about these rows alone; and while a file is
 * loaded, only those that have come since are asked about, unless a filter asks for what all rows
 * decide together. Sums come behind the claims, and are asked about as rows that have come since.
 */
#include "config.h"

#include "view/workspace.h"

#include "base/memory.h"
#include "query/evaluate.h"
#include "view/workspace_files.h"
#include "view/workspace_filters.h"

#include <stdlib.h>

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

/* --- one filter --- */

/* The rows of a table that are asked about, and what is to be known of it. */
struct asking {
    const struct dataset *dataset;
    struct row_set *rows;
    parallel_doubt *doubt;
    struct buffer *remark; /* on the last filter, once it was applied; NULL for none */
};

static bool is_of_claims(const struct workspace *workspace, const struct asking *asking)
{
    return asking->dataset == &workspace->dataset;
}

/* Takes out of `rows` what does not pass; all of them where the expression is NULL. */
static bool select_rows(struct workspace *workspace, const struct asking *asking,
                        const struct expression *expression, struct row_set *rows)
{
    if (expression)
        return expression_select(expression, asking->dataset, rows, asking->doubt,
                                 workspace->doubt_context);
    size_t count = rows->row_count;
    row_set_release(rows);
    *rows = row_set_none(count);
    return true;
}

/* Sums of rows that passed the filter pass it too, on the pair, flow and period that it names. */
static bool keep_sums(struct workspace *workspace, const struct asking *asking, const char *source,
                      const struct row_set *before)
{
    size_t count = before->row_count, first = workspace->joined.rows;
    if (first >= count || workspace_filter_asks_facts(workspace, source))
        return true;
    struct row_set sums = row_set_none(count);
    row_set_add_range(&sums, first, count);
    row_set_intersect(&sums, before);
    struct expression *expression = workspace_filter_of_sums(workspace, source);
    bool is_done =
        !expression || expression_select(expression, asking->dataset, &sums, asking->doubt,
                                         workspace->doubt_context);
    row_set_unite(asking->rows, &sums);
    expression_free(expression);
    row_set_release(&sums);
    return is_done;
}

/* Rows of which sums are made: a filter on the sums themselves leaves them. */
static bool is_left_to_sums(struct workspace *workspace, const struct asking *asking,
                            const char *source)
{
    return asking->dataset->form == FORM_STATISTICS &&
           workspace_filter_asks_facts(workspace, source);
}

static void remark_on(struct workspace *workspace, const struct asking *asking, const char *source,
                      const struct expression *expression, const struct row_set *before)
{
    buffer_truncate(asking->remark, 0);
    if (expression)
        expression_remark(expression, asking->dataset, before, asking->rows, asking->remark);
    workspace_write_unanswered(workspace, source, asking->remark);
}

/* False where the doubt ended it. */
static bool narrow(struct workspace *workspace, const struct asking *asking, const char *source)
{
    struct query_error error = {0};
    if (!is_of_claims(workspace, asking) && is_left_to_sums(workspace, asking, source))
        return true;
    struct expression *expression =
        workspace_filter_of(workspace, asking->dataset, source, &error);
    struct row_set before = {0};
    if (is_of_claims(workspace, asking))
        before = row_set_copy(asking->rows);
    bool is_done = select_rows(workspace, asking, expression, asking->rows);
    if (is_done && asking->remark)
        remark_on(workspace, asking, source, expression, &before);
    if (is_done && is_of_claims(workspace, asking))
        is_done = keep_sums(workspace, asking, source, &before);
    row_set_release(&before);
    expression_free(expression);
    query_error_release(&error);
    return is_done;
}

/* By the filters that are on, from `at` on. */
static bool narrow_by_all(struct workspace *workspace, const struct asking *asking, size_t at)
{
    const char *filter;
    bool is_done = true;
    while (is_done && (filter = choices_next_filter(&workspace->choices, &at)))
        is_done = narrow(workspace, asking, filter);
    return is_done;
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

/* --- files beside the claims --- */

/* Leaves `rows` empty where they are known. */
static bool find_in_file(struct workspace *workspace, const struct open_file *file,
                         struct row_set *rows, parallel_doubt *doubt)
{
    size_t at;
    if (!workspace_is_beside(file))
        return true;
    size_t count = table_row_count(file->dataset->table);
    if (passed_rows_are_of(&file->shown_rows, &workspace->choices, count))
        return true;
    const struct passed_rows *last =
        file->before_preview.filters ? &file->before_preview : &file->shown_rows;
    *rows = passed_rows_begin(last, &workspace->choices, count, &at);
    struct asking asking = {file->dataset, rows, doubt, NULL};
    return narrow_by_all(workspace, &asking, at);
}

/* What a preview shows is nothing to begin with, neither for the next one nor when it is over. */
static void keep_what_was_shown(const struct workspace *workspace, struct open_file *file)
{
    if (!workspace->before_preview) {
        passed_rows_release(&file->before_preview);
    } else if (!file->before_preview.filters) {
        file->before_preview = file->shown_rows;
        file->shown_rows = (struct passed_rows){0};
    }
}

/* Takes the rows over. */
static void show_in_file(struct workspace *workspace, struct open_file *file, struct row_set rows)
{
    struct row_set none = row_set_none(rows.row_count);
    row_list_release(&file->shown);
    file->shown = row_list_of_set(asks_facts(workspace) ? &none : &rows);
    row_set_release(&none);
    keep_what_was_shown(workspace, file);
    passed_rows_keep(&file->shown_rows, &workspace->choices, rows);
}

/* A set for each file, none of which is shown as yet; NULL where the doubt ended it. */
static struct row_set *find_in_files(struct workspace *workspace, parallel_doubt *doubt)
{
    struct row_set *found = xcalloc(workspace->file_count + 1, sizeof *found);
    bool is_done = true;
    for (size_t i = 0; i < workspace->file_count && is_done; i++)
        is_done = find_in_file(workspace, &workspace->files[i], &found[i], doubt);
    if (is_done)
        return found;
    for (size_t i = 0; i < workspace->file_count; i++)
        row_set_release(&found[i]);
    free(found);
    return NULL;
}

static void show_in_files(struct workspace *workspace, struct row_set *found)
{
    for (size_t i = 0; i < workspace->file_count; i++)
        if (found[i].words)
            show_in_file(workspace, &workspace->files[i], found[i]);
    free(found);
}

bool workspace_find_coming_rows(struct workspace *workspace)
{
    struct open_file *file = workspace_coming_file(workspace);
    struct row_set rows = {0};
    bool is_done = find_in_file(workspace, file, &rows, workspace->doubt);
    if (!is_done)
        row_set_release(&rows);
    else if (rows.words)
        show_in_file(workspace, file, rows);
    return is_done;
}

/* --- claims --- */

/* They are all asked about with the next that are found. */
static void forget_claims(struct workspace *workspace)
{
    passed_rows_release(&workspace->passed);
    workspace->known_rows = 0;
    row_list_release(&workspace->shown);
}

/* Takes the rows over. */
static void show_claims(struct workspace *workspace, struct row_set rows)
{
    row_list_release(&workspace->shown);
    workspace->shown = row_list_of_set(&rows);
    workspace->known_rows = rows.row_count;
    if (workspace->before_preview)
        row_set_release(&rows);
    else
        passed_rows_keep(&workspace->passed, &workspace->choices, rows);
}

static bool find_claims(struct workspace *workspace, struct row_set *rows)
{
    size_t at, count = workspace_claim_count(workspace);
    *rows = passed_rows_begin(&workspace->passed, &workspace->choices, count, &at);
    struct asking asking = {&workspace->dataset, rows, workspace->doubt, &workspace->remark};
    return narrow_by_all(workspace, &asking, at);
}

bool workspace_find_rows(struct workspace *workspace)
{
    struct row_set claims = {0};
    struct row_set *found = find_in_files(workspace, workspace->doubt);
    /* Sums are claims like others: where all decide together, they have to be there first. */
    bool waits = workspace_has_statistics(workspace) && asks_facts(workspace);
    bool is_done = found && (waits || find_claims(workspace, &claims));
    if (!is_done) {
        for (size_t i = 0; found && i < workspace->file_count; i++)
            row_set_release(&found[i]);
        free(found);
        row_set_release(&claims);
        return false;
    }
    show_in_files(workspace, found);
    if (waits)
        forget_claims(workspace);
    else
        show_claims(workspace, claims);
    return true;
}

/* Work that nobody asked for is short, and nobody ends it. */
static void add_new_claims(struct workspace *workspace)
{
    size_t count = table_row_count(workspace->dataset.table);
    struct row_set rows = row_set_none(count);
    struct asking asking = {&workspace->dataset, &rows, NULL,
                            workspace->known_rows ? NULL : &workspace->remark};
    row_set_add_range(&rows, workspace->known_rows, count);
    narrow_by_all(workspace, &asking, 0);
    struct row_list found = row_list_of_set(&rows);
    row_list_append(&workspace->shown, &found);
    row_list_release(&found);
    row_set_release(&rows);
    workspace->known_rows = count;
}

static void find_new_claims(struct workspace *workspace)
{
    size_t count = table_row_count(workspace->dataset.table);
    if (workspace->known_rows == count)
        return;
    claim_facts_release(&workspace->facts);
    if (asks_facts(workspace))
        forget_claims(workspace);
    if (choices_has_filters(&workspace->choices)) {
        add_new_claims(workspace);
    } else {
        workspace->known_rows = count;
        row_list_release(&workspace->shown);
        workspace->shown = row_list_all(count);
    }
}

void workspace_find_new_rows(struct workspace *workspace)
{
    show_in_files(workspace, find_in_files(workspace, NULL));
    find_new_claims(workspace);
}

bool workspace_complete_rows(struct workspace *workspace)
{
    bool is_done = workspace_make_sums(workspace);
    if (is_done)
        find_new_claims(workspace);
    return is_done;
}

const struct row_list *workspace_current_rows(struct workspace *workspace)
{
    if (workspace_current_file(workspace) != &workspace->dataset)
        return &workspace->files[workspace_shown_file(workspace)].shown;
    workspace_complete_rows(workspace);
    return &workspace->shown;
}

bool workspace_shows_nothing(struct workspace *workspace)
{
    if (workspace->shown.count || workspace_current_rows(workspace)->count)
        return false;
    workspace_complete_rows(workspace);
    return !workspace->shown.count;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/workspace_filters.h"

#include "view/workspace_files.h"

#include <stdlib.h>

#define BIT(field) (1u << (field))
#define FIELDS_OF_SUMS \
    (BIT(FIELD_REPORTER) | BIT(FIELD_PARTNER) | BIT(FIELD_FLOW) | BIT(FIELD_PERIOD))
#define MOST_COLUMNS_NAMED 30

/* "27h.csv has no column `partner`; its columns are name, amount" */
static void refuse_absent(struct query_error *error, const struct dataset *dataset,
                          struct text source, const char *column)
{
    struct buffer text = {0};
    size_t count = dataset->file_columns;
    buffer_printf(&text, "%s states no `%s`; its columns are ",
                  workspace_name_of_path(dataset->path), column);
    for (size_t i = 0; i < count && i < MOST_COLUMNS_NAMED; i++)
        buffer_printf(&text, "%s%s", i ? ", " : "", table_column_name(dataset->table, i));
    if (count > MOST_COLUMNS_NAMED)
        buffer_printf(&text, " and %zu more", count - MOST_COLUMNS_NAMED);
    *error = (struct query_error){.end = source.length, .text = buffer_take(&text)};
}

struct expression *workspace_filter_of(struct workspace *workspace, const struct dataset *dataset,
                                       const char *source, struct query_error *error)
{
    if (dataset == &workspace->dataset)
        return workspace_parse(workspace, source, error);
    struct expression *expression = expression_parse(text_of(source), dataset, error);
    const char *absent = expression ? expression_absent_column(expression) : NULL;
    if (!absent)
        return expression;
    refuse_absent(error, dataset, text_of(source), absent);
    expression_free(expression);
    return NULL;
}

static bool answers(struct workspace *workspace, const struct dataset *dataset, const char *source)
{
    struct query_error reason = {0};
    struct expression *expression = workspace_filter_of(workspace, dataset, source, &reason);
    bool is_answered = expression != NULL;
    expression_free(expression);
    query_error_release(&reason);
    return is_answered;
}

bool workspace_filter_asks_facts(struct workspace *workspace, const char *source)
{
    struct query_error reason = {0};
    struct expression *expression = expression_parse_with_facts(
        text_of(source), &workspace->dataset, workspace_facts(workspace), &reason);
    bool is_asking = expression && expression_asks_facts(expression);
    expression_free(expression);
    query_error_release(&reason);
    return is_asking;
}

struct expression *workspace_filter_of_sums(struct workspace *workspace, const char *source)
{
    struct query_error reason = {0};
    struct buffer parts = {0};
    struct expression *whole = expression_parse(text_of(source), &workspace->dataset, &reason);
    struct expression *expression = NULL;
    if (whole)
        expression_write_conjuncts(&parts, whole, FIELDS_OF_SUMS);
    if (parts.length) {
        query_error_release(&reason);
        expression = expression_parse(buffer_text(&parts), &workspace->dataset, &reason);
    }
    expression_free(whole);
    buffer_release(&parts);
    query_error_release(&reason);
    return expression;
}

/* A file of claims is open, or may turn out to be one: what is loaded is not known yet. */
static bool has_claims(const struct workspace *workspace)
{
    bool has_any = workspace->file_count == 0 || workspace->unplaced || workspace->arriving;
    for (size_t i = 0; i < workspace->file_count && !has_any; i++)
        has_any = !workspace_is_beside(&workspace->files[i]);
    return has_any;
}

static bool is_answered(struct workspace *workspace, const char *source)
{
    if (has_claims(workspace) && answers(workspace, &workspace->dataset, source))
        return true;
    for (size_t i = 0; i < workspace->file_count; i++) {
        const struct open_file *file = &workspace->files[i];
        if (workspace_is_beside(file) && answers(workspace, file->dataset, source))
            return true;
    }
    return workspace_has_statistics(workspace) && workspace_filter_asks_facts(workspace, source);
}

bool workspace_is_filter(struct workspace *workspace, const char *source, struct error *error)
{
    if (is_answered(workspace, source))
        return true;
    struct query_error reason = {0};
    struct buffer text = {0};
    const struct dataset *dataset =
        has_claims(workspace) ? &workspace->dataset : workspace_current_file(workspace);
    expression_free(workspace_filter_of(workspace, dataset, source, &reason));
    query_error_format(&text, text_of(source), &reason);
    error_set_misuse(error, "%s", text.data);
    error->has_lines = true;
    buffer_release(&text);
    query_error_release(&reason);
    return false;
}

void workspace_write_unanswered(struct workspace *workspace, const char *source, struct buffer *out)
{
    if (workspace_filter_asks_facts(workspace, source))
        return;
    if (has_claims(workspace) && workspace->joined.rows &&
        !answers(workspace, &workspace->dataset, source))
        buffer_printf(out, "%sno claim is shown: claims have not what it asks for",
                      out->length ? "\n" : "");
    for (size_t i = 0; i < workspace->file_count; i++) {
        const struct open_file *file = &workspace->files[i];
        if (!workspace_is_beside(file) || answers(workspace, file->dataset, source))
            continue;
        struct query_error reason = {0};
        expression_free(workspace_filter_of(workspace, file->dataset, source, &reason));
        buffer_printf(out, "%sno row of %s is shown: %s", out->length ? "\n" : "",
                      workspace_name_of_path(file->dataset->path), reason.text);
        query_error_release(&reason);
    }
}

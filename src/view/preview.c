/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preview: while a filter or a search is typed, the workspace shows what it would give. What
 * was there before is kept aside and put back at the end.
 */
#include "config.h"

#include "view/workspace.h"

#include "base/array.h"
#include "base/memory.h"
#include "query/expression.h"

#include <stdlib.h>
#include <string.h>

struct before_preview {
    struct choices choices;
    size_t selected_row;
    struct pattern *pattern;
};

static void begin_preview(struct workspace *workspace)
{
    if (workspace->before_preview)
        return;
    struct before_preview *before = xcalloc(1, sizeof *before);
    before->choices = choices_copy(&workspace->choices);
    before->selected_row = workspace->selected_row;
    before->pattern = workspace->search.pattern;
    workspace->search.pattern = NULL;
    workspace->before_preview = before;
}

static void preview_filter(struct workspace *workspace, const char *text, struct buffer *remark)
{
    struct query_error error = {0};
    struct expression *expression = workspace_parse(workspace, text, &error);
    if (expression) {
        begin_preview(workspace);
        choices_release(&workspace->choices);
        workspace->choices = choices_copy(&workspace->before_preview->choices);
        choices_add_filter(&workspace->choices, text);
        workspace_refresh(workspace);
        workspace_format_count(workspace, remark);
    } else if (!error.is_unfinished) {
        buffer_puts(remark, error.text);
    }
    expression_free(expression);
    query_error_release(&error);
}

static void preview_search(struct workspace *workspace, const char *text, struct buffer *remark)
{
    struct error error = {0};
    struct pattern *pattern =
        *text ? pattern_compile(text_of(text), PATTERN_REGULAR, PATTERN_SMART_CASE, &error) : NULL;
    if (pattern) {
        begin_preview(workspace);
        pattern_free(workspace->search.pattern);
        workspace->search.pattern = pattern;
        search_forget_matches(&workspace->search);
        size_t count = workspace_count_matches(workspace);
        buffer_printf(remark, "%zu %s", count, count == 1 ? "match" : "matches");
    }
    error_release(&error);
}

void workspace_preview(struct workspace *workspace, const char *command, const char *text,
                       struct buffer *remark)
{
    static const struct {
        const char *command;
        void (*preview)(struct workspace *workspace, const char *text, struct buffer *remark);
    } previews[] = {
        {"filter", preview_filter}, {"quick", preview_filter}, {"search", preview_search}};
    for (size_t i = 0; i < ARRAY_LENGTH(previews); i++)
        if (strcmp(previews[i].command, command) == 0)
            previews[i].preview(workspace, text, remark);
}

void workspace_end_preview(struct workspace *workspace)
{
    struct before_preview *before = workspace->before_preview;
    if (!before)
        return;
    workspace->before_preview = NULL;
    choices_release(&workspace->choices);
    pattern_free(workspace->search.pattern);
    workspace->choices = before->choices;
    workspace->search.pattern = before->pattern;
    workspace->selected_row = before->selected_row;
    free(before);
    workspace_refresh(workspace);
}

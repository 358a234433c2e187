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
#include "view/workspace_sums.h"

#include <stdlib.h>
#include <string.h>

struct before_preview {
    struct choices choices;
    size_t selected_row;
    struct sum_name selected_sum; /* of that, where it is one */
    struct pattern *pattern;
    struct row_list shown; /* of the first known rows, without sums */
    size_t known_rows;
    bool was_selected_by_user;
};

static void begin_preview(struct workspace *workspace)
{
    if (workspace->before_preview)
        return;
    struct before_preview *before = xcalloc(1, sizeof *before);
    before->choices = choices_copy(&workspace->choices);
    before->selected_row = workspace->selected_row;
    before->pattern = workspace->search.pattern;
    size_t claims = workspace_claim_count(workspace);
    if (before->selected_row != NO_ROW && before->selected_row >= claims)
        before->selected_sum = sum_name_of(&workspace->dataset, before->selected_row);
    before->shown = row_list_copy(&workspace->shown);
    row_list_cut(&before->shown, claims);
    before->known_rows = workspace->known_rows < claims ? workspace->known_rows : claims;
    before->was_selected_by_user = workspace->was_selected_by_user;
    workspace->search.pattern = NULL;
    workspace->before_preview = before;
}

/* Finds what passes with one filter more; false, with what was shown, where the doubt ended it. */
static bool show_with(struct workspace *workspace, const char *filter)
{
    struct choices former = workspace->choices;
    workspace->choices = choices_copy(&workspace->before_preview->choices);
    choices_add_filter(&workspace->choices, filter);
    bool is_done = workspace_apply(workspace);
    struct choices left = is_done ? former : workspace->choices;
    if (!is_done)
        workspace->choices = former;
    choices_release(&left);
    return is_done;
}

/* What rests on the rows is given up for a key too. */
static bool settle(struct workspace *workspace)
{
    workspace->yields_to_keys = true;
    workspace_settle(workspace);
    workspace->yields_to_keys = false;
    return workspace->analysis != NULL;
}

static bool preview_filter(struct workspace *workspace, const char *text, struct buffer *remark)
{
    struct query_error error = {0};
    struct expression *expression = workspace_parse(workspace, text, &error);
    bool is_done = true;
    if (expression) {
        begin_preview(workspace);
        is_done = show_with(workspace, text) && settle(workspace);
    } else if (!error.is_unfinished) {
        buffer_puts(remark, error.text);
    }
    if (expression && is_done)
        workspace_format_count(workspace, remark);
    expression_free(expression);
    query_error_release(&error);
    return is_done;
}

static bool preview_search(struct workspace *workspace, const char *text, struct buffer *remark)
{
    struct error error = {0};
    bool is_done = true;
    struct pattern *pattern =
        *text ? pattern_compile(text_of(text), PATTERN_REGULAR, PATTERN_SMART_CASE, &error) : NULL;
    if (pattern) {
        begin_preview(workspace);
        pattern_free(workspace->search.pattern);
        workspace->search.pattern = pattern;
        search_forget(&workspace->search);
        size_t count;
        is_done = workspace_count_matches(workspace, &count);
        if (is_done)
            buffer_printf(remark, "%zu %s", count, count == 1 ? "match" : "matches");
    }
    error_release(&error);
    return is_done;
}

bool workspace_preview(struct workspace *workspace, const char *command, const char *text,
                       struct buffer *remark)
{
    static const struct {
        const char *command;
        bool (*preview)(struct workspace *workspace, const char *text, struct buffer *remark);
    } previews[] = {
        {"filter", preview_filter}, {"quick", preview_filter}, {"search", preview_search}};
    for (size_t i = 0; i < ARRAY_LENGTH(previews); i++)
        if (strcmp(previews[i].command, command) == 0)
            return previews[i].preview(workspace, text, remark);
    return true;
}

/* What the preview of a filter hid. */
static void put_back(struct workspace *workspace, struct before_preview *before)
{
    workspace_take_off_sums(workspace);
    choices_release(&workspace->choices);
    workspace->choices = before->choices;
    workspace->selected_row = before->selected_row;
    sum_name_release(&workspace->selected_sum);
    workspace->selected_sum = before->selected_sum;
    before->selected_sum = (struct sum_name){0};
    row_list_release(&workspace->shown);
    workspace->shown = before->shown;
    workspace->known_rows = before->known_rows;
    workspace->was_selected_by_user = true; /* it is to be what it was */
    workspace_show_new_rows(workspace);
    workspace_settle(workspace); /* a sum that was selected is one again */
    workspace->was_selected_by_user = before->was_selected_by_user;
}

/* A search hid no rows, and they stay as they are. */
void workspace_end_preview(struct workspace *workspace)
{
    struct before_preview *before = workspace->before_preview;
    if (!before)
        return;
    workspace->before_preview = NULL;
    pattern_free(workspace->search.pattern);
    workspace->search.pattern = before->pattern;
    search_forget(&workspace->search);
    if (!choices_is_equal(&workspace->choices, &before->choices)) {
        put_back(workspace, before);
    } else {
        choices_release(&before->choices);
        row_list_release(&before->shown);
    }
    sum_name_release(&before->selected_sum);
    free(before);
}

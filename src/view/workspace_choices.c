/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user chooses to see: filters, sort, pair. Every change is one step of undo, after which
 * everything is made anew.
 */
#include "config.h"

#include "view/workspace.h"

#include "base/array.h"
#include "base/memory.h"
#include "query/evaluate.h"
#include "view/workspace_files.h"
#include "view/workspace_filters.h"

#include <stdlib.h>
#include <string.h>

static void remember(struct workspace *workspace)
{
    history_remember(&workspace->history, &workspace->choices);
}

/* Finding the rows was stopped: as if nothing had been chosen since remember(). A redo tries
 * again. */
static void take_back(struct workspace *workspace)
{
    history_undo(&workspace->history, &workspace->choices);
    workspace_say(workspace, ROLE_WARN, "stopped: what was shown stays");
}

static bool apply(struct workspace *workspace)
{
    bool is_done = workspace_refresh(workspace);
    if (!is_done)
        take_back(workspace);
    return is_done;
}

/* How many rows there are, and what the user may have expected to be counted but is not. */
static void say_count(struct workspace *workspace)
{
    struct buffer count = {0};
    const struct buffer *remark = &workspace->remark;
    workspace_format_count(workspace, &count);
    workspace_say(workspace, remark->length ? ROLE_WARN : ROLE_PLAIN, "%s rows%s%s", count.data,
                  remark->length ? "; " : "", remark->length ? remark->data : "");
    buffer_release(&count);
}

/* By the words of the file that Rows shows; by the claims where that is one of them. */
void workspace_explain_nothing(struct workspace *workspace, const char *source, struct buffer *out)
{
    struct query_error error = {0};
    size_t start = out->length;
    const struct dataset *dataset = workspace_current_file(workspace);
    struct expression *expression = dataset == &workspace->dataset
                                        ? workspace_parse(workspace, source, &error)
                                        : expression_parse(text_of(source), dataset, &error);
    if (expression)
        expression_explain_nothing(expression, dataset, out);
    struct buffer unanswered = {0};
    workspace_write_unanswered(workspace, source, &unanswered);
    if (unanswered.length)
        buffer_printf(out, "%s%s", out->length > start ? "\n" : "", unanswered.data);
    buffer_release(&unanswered);
    if (out->length == start)
        buffer_puts(out, "no row passes the filters");
    expression_free(expression);
    query_error_release(&error);
}

static void say_nothing(struct workspace *workspace, const char *source)
{
    struct buffer why = {0};
    workspace_explain_nothing(workspace, source, &why);
    workspace_say_empty(workspace, why.data, "Esc goes back");
    buffer_release(&why);
}

/* One that takes long to make has rows enough for that. */
static bool is_empty(struct workspace *workspace, enum pane pane)
{
    bool was_hasty = workspace->is_hasty;
    workspace->is_hasty = true;
    const struct view *view = workspace_pane(workspace, pane);
    workspace->is_hasty = was_hasty;
    return !view->is_stale && !view->list.count;
}

/* Rows that pass are shown, even where the pane at hand has none of them. */
static void leave_empty_pane(struct workspace *workspace)
{
    static const enum pane others[] = {PANE_FIGURES, PANE_EVENTS};
    bool may_fill = workspace_has_due_sums(workspace);
    if (may_fill || !is_empty(workspace, workspace->focus) || workspace->focus == PANE_SOURCE)
        return;
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        if (!is_empty(workspace, others[i])) {
            workspace_focus(workspace, others[i]);
            return;
        }
    }
}

bool workspace_narrow(struct workspace *workspace, const char *source, struct error *error)
{
    if (!workspace_is_filter(workspace, source, error))
        return false;
    remember(workspace);
    choices_add_filter(&workspace->choices, source);
    if (!workspace_apply(workspace))
        take_back(workspace);
    return true;
}

void workspace_add_filter(struct workspace *workspace, const char *source)
{
    remember(workspace);
    choices_add_filter(&workspace->choices, source);
    if (!apply(workspace))
        return;
    leave_empty_pane(workspace);
    if (!workspace_shows_nothing(workspace))
        say_count(workspace);
    else
        say_nothing(workspace, source);
}

bool workspace_filter(struct workspace *workspace, const char *source, struct error *error)
{
    if (!workspace_is_filter(workspace, source, error))
        return false;
    workspace_add_filter(workspace, source);
    return true;
}

bool workspace_replace_filter(struct workspace *workspace, size_t index, const char *source,
                              struct error *error)
{
    struct choices *choices = &workspace->choices;
    if (index >= choices->filter_count)
        return error_set_misuse(error, "there is no filter %zu", index + 1);
    if (!workspace_is_filter(workspace, source, error))
        return false;
    remember(workspace);
    choices_replace_filter(choices, index, source);
    apply(workspace);
    return true;
}

void workspace_remove_filter(struct workspace *workspace, size_t index)
{
    remember(workspace);
    choices_remove_filter(&workspace->choices, index);
    apply(workspace);
}

void workspace_toggle_filter(struct workspace *workspace, size_t index)
{
    remember(workspace);
    workspace->choices.filters[index].is_off = !workspace->choices.filters[index].is_off;
    apply(workspace);
}

void workspace_move_filter(struct workspace *workspace, size_t index, bool is_upward)
{
    struct choices *choices = &workspace->choices;
    size_t other = is_upward ? index - 1 : index + 1;
    if (index >= choices->filter_count || other >= choices->filter_count)
        return;
    remember(workspace);
    struct filter moved = choices->filters[index];
    choices->filters[index] = choices->filters[other];
    choices->filters[other] = moved;
    apply(workspace);
}

bool workspace_sort(struct workspace *workspace, const char *column, bool descends,
                    struct error *error)
{
    static const char *const worked_out[] = {"sources", "agreement"};
    const struct table *const tables[] = {workspace->dataset.table,
                                          workspace_current_file(workspace)->table};
    const char *name = NULL;
    for (size_t i = 0; i < ARRAY_LENGTH(tables) && !name; i++) {
        size_t found = table_find_column(tables[i], text_of(column));
        name = found != NO_COLUMN ? table_column_name(tables[i], found) : NULL;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(worked_out); i++)
        if (strcmp(worked_out[i], column) == 0)
            name = worked_out[i];
    if (!name)
        return error_set_misuse(error, "no column `%s`; Tab after `:sort ` lists them", column);
    remember(workspace);
    choices_set_sort(&workspace->choices, name, descends);
    apply(workspace);
    return true;
}

/* Nothing is shown of what was chosen: says so, and what files of statistics have instead. */
static void warn_of_nothing(struct workspace *workspace)
{
    if (workspace_has_due_sums(workspace))
        return; /* nobody knows as yet */
    const struct pair *pair = analysis_pair(workspace->analysis);
    struct row_list rows =
        pair_rows(pair, &workspace->dataset, workspace->countries, &workspace->shown);
    struct buffer text = {0};
    buffer_puts(&text, "no rows on ");
    buffer_append_text(&text, pair->reporter);
    buffer_puts(&text, " > ");
    buffer_append_text(&text, pair->partner);
    if (pair->product.length) {
        buffer_puts(&text, ", product ");
        buffer_append_text(&text, pair->product);
    }
    for (size_t i = 0; i < workspace->file_count; i++)
        if (workspace->files[i].sums.reason)
            buffer_printf(&text, "; %s", workspace->files[i].sums.reason);
    if (!rows.count)
        workspace_say_empty(workspace, text.data, "u goes back");
    row_list_release(&rows);
    buffer_release(&text);
}

void workspace_choose_pair(struct workspace *workspace, const char *reporter, const char *partner)
{
    remember(workspace);
    choices_set_pair(&workspace->choices, reporter, partner);
    if (apply(workspace))
        warn_of_nothing(workspace);
}

void workspace_choose_product(struct workspace *workspace, const char *product)
{
    bool is_all = !product || !*product || strcmp(product, "all") == 0;
    struct buffer code = {0};
    if (!is_all && !hs_repair(text_of(product), &code))
        buffer_puts(&code, product);
    remember(workspace);
    choices_set_product(&workspace->choices, is_all ? NULL : code.data);
    if (apply(workspace))
        warn_of_nothing(workspace);
    buffer_release(&code);
}

#define PERIOD_FILTER "period:"

/* The place of the filter that chooses periods; the number of filters where there is none. */
static size_t find_period_filter(const struct choices *choices)
{
    size_t i = 0;
    while (i < choices->filter_count &&
           strncmp(choices->filters[i].source, PERIOD_FILTER, strlen(PERIOD_FILTER)) != 0)
        i++;
    return i;
}

static const char *find_frequency(const char *word)
{
    for (enum frequency i = 0; i < FREQUENCY_COUNT; i++)
        if (strcmp(frequency_name(i), word) == 0)
            return frequency_name(i);
    return strcmp(word, "years") == 0 ? frequency_name(FREQUENCY_YEAR) : NULL;
}

bool workspace_choose_period(struct workspace *workspace, const char *text, struct error *error)
{
    struct choices *choices = &workspace->choices;
    const char *frequency = find_frequency(text);
    bool is_all = strcmp(text, "all") == 0;
    struct buffer filter = {0};
    buffer_printf(&filter, PERIOD_FILTER "%s", text);
    bool is_good = frequency || is_all || workspace_is_filter(workspace, filter.data, error);
    if (is_good) {
        remember(workspace);
        if (frequency || is_all)
            choices_set_frequency(choices, frequency);
        else if (find_period_filter(choices) == choices->filter_count)
            choices_add_filter(choices, filter.data);
        else
            choices_replace_filter(choices, find_period_filter(choices), filter.data);
        if (is_all)
            choices_remove_filter(choices, find_period_filter(choices));
        if (apply(workspace))
            warn_of_nothing(workspace);
    }
    buffer_release(&filter);
    return is_good;
}

bool workspace_undo(struct workspace *workspace)
{
    if (!history_undo(&workspace->history, &workspace->choices))
        return false;
    workspace_refresh(workspace);
    return true;
}

bool workspace_redo(struct workspace *workspace)
{
    if (!history_redo(&workspace->history, &workspace->choices))
        return false;
    workspace_refresh(workspace);
    return true;
}

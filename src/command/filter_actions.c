/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory.h"
#include "command/actions.h"
#include "command/memory.h"
#include "model/choice_changes.h"
#include "query/language/expression.h"
#include "view/picker.h"
#include "view/filters.h"

#include <stdlib.h>
#include <string.h>

ACTION(search)
{
    return workspace_search(workspace, argument, error);
}

static bool search_step(struct workspace *workspace, bool is_backward, struct error *error)
{
    if (!workspace->model->search.pattern)
        return error_set(error, "nothing is searched for yet; / asks for it");
    if (!workspace_search_next(workspace, is_backward))
        return error_set(error, "nothing matches");
    return true;
}

ACTION(search_next)
{
    (void)argument;
    if (offer_request(workspace, REQUEST_NEXT_DOUBT))
        return true;
    return search_step(workspace, false, error);
}

ACTION(search_previous)
{
    (void)argument;
    return search_step(workspace, true, error);
}

ACTION(filter)
{
    return workspace_filter(workspace, argument, error);
}

/* Filters by the value of the cell at the cursor. */
static bool filter_by_cell(struct workspace *workspace, bool is_negated, struct error *error)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    struct item item = view_item(view, workspace->model->user);
    if (!item.column)
        return error_set(error, "there is no value of the file at the cursor; left and "
                                "right choose a column");
    struct buffer test = {0};
    expression_format_test(&test, item.column, item.value, is_negated);
    bool is_done = workspace_filter(workspace, test.data, error);
    buffer_release(&test);
    return is_done;
}

ACTION(keep)
{
    (void)argument;
    return filter_by_cell(workspace, false, error);
}

/* In Path, - and + change the scenario. */
ACTION(exclude)
{
    (void)argument;
    struct view *view = workspace_view(workspace, workspace->model->user);
    if (view->ops->request && view->ops->request(view, REQUEST_LESS))
        return true;
    return filter_by_cell(workspace, true, error);
}

ACTION(filters)
{
    (void)argument, (void)error;
    filters_open(workspace);
    return true;
}

/* Handles requests of the list of filters only. */
static bool request_of_list(struct workspace *workspace, enum request request, struct error *error)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    if (view->ops->request && view->ops->request(view, request))
        return true;
    return error_set(error, "this works in the list of filters; F opens it");
}

ACTION(toggle)
{
    (void)argument;
    return request_of_list(workspace, REQUEST_TOGGLE, error);
}

ACTION(delete)
{
    (void)argument;
    return request_of_list(workspace, REQUEST_DELETE, error);
}

ACTION(edit)
{
    (void)argument;
    return request_of_list(workspace, REQUEST_EDIT, error);
}

ACTION(raise)
{
    (void)argument;
    return request_of_list(workspace, REQUEST_RAISE, error);
}

ACTION(lower)
{
    (void)argument;
    return request_of_list(workspace, REQUEST_LOWER, error);
}

ACTION(edit_filter)
{
    char *rest;
    unsigned long number = strtoul(argument, &rest, 10);
    rest += strspn(rest, " ");
    if (number == 0 || !*rest)
        return error_set_misuse(error, "`edit-filter` needs the number of a filter and an "
                                       "expression");
    return model_replace_filter(workspace->model, number - 1, rest, error);
}

ACTION(sort)
{
    const struct sort *sort = &workspace->model->choices.sort;
    bool is_same = sort->column && strcmp(sort->column, argument) == 0;
    return model_sort(workspace->model, argument, is_same && !sort->descends, error);
}

static bool sort_by_cell(struct workspace *workspace, bool descends, struct error *error)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    const char *key = view_item(view, workspace->model->user).sort_key;
    if (!key)
        return error_set(error, "there is no column at the cursor; Figures and Events "
                                "can be sorted");
    return model_sort(workspace->model, key, descends, error);
}

ACTION(sort_ascending)
{
    (void)argument;
    return sort_by_cell(workspace, false, error);
}

ACTION(sort_descending)
{
    (void)argument;
    return sort_by_cell(workspace, true, error);
}

ACTION(pair)
{
    if (!*argument) {
        picker_open_pairs(workspace);
        return true;
    }
    return model_choose_named_pair(workspace->model, text_of(argument), error);
}

ACTION(product)
{
    if (*argument)
        return model_choose_named_product(workspace->model, argument, error);
    picker_open_products(workspace);
    return true;
}

ACTION(period)
{
    if (*argument)
        return model_choose_period(workspace->model, argument, error);
    picker_open_periods(workspace);
    return true;
}

/* Steps through the history, and says what the step changed. */
static bool step_and_tell(struct model *model, bool (*step)(struct model *model), bool is_undone)
{
    struct choices before = choices_copy(&model->choices);
    struct buffer what = {0};
    bool is_done = step(model);
    if (is_done && is_undone)
        choices_write_difference(&what, &model->choices, &before);
    else if (is_done)
        choices_write_difference(&what, &before, &model->choices);
    if (is_done)
        model_set_message(model, MESSAGE_NOTE, "%s: %s", is_undone ? "undone" : "done again",
                          what.data);
    buffer_release(&what);
    choices_release(&before);
    return is_done;
}

ACTION(undo)
{
    (void)argument;
    return offer_request(workspace, REQUEST_STEP_BACK) ||
           step_and_tell(workspace->model, model_undo, true) || error_set(error, "nothing to undo");
}

ACTION(redo)
{
    (void)argument;
    return step_and_tell(workspace->model, model_redo, false) ||
           error_set(error, "nothing to do again");
}

ACTION(last_time)
{
    (void)argument;
    return memory_recall(workspace, error);
}

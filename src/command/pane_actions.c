/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/paths.h"
#include "command/actions.h"
#include "model/file_loading.h"
#include "view/arrangement.h"
#include "view/article_page.h"
#include "view/disputes_page.h"
#include "view/explain.h"
#include "view/review_view.h"
#include "view/sentence_page.h"
#include "view/quote.h"
#include "view/sources_page.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Problems is skipped if there are none. */
static bool is_stop(const struct workspace *workspace, enum pane pane)
{
    return pane != PANE_PROBLEMS || workspace->model->dataset.problems.count;
}

static void step(struct workspace *workspace, int by)
{
    enum pane pane = workspace->focus;
    do
        pane = arrangement_step(workspace, pane, by);
    while (!is_stop(workspace, pane));
    while (workspace->overlay_count)
        workspace_close(workspace);
    workspace_focus(workspace, pane);
}

ACTION(next_pane)
{
    (void)argument, (void)error;
    step(workspace, 1);
    return true;
}

ACTION(previous_pane)
{
    (void)argument, (void)error;
    step(workspace, -1);
    return true;
}

ACTION(pane)
{
    enum pane numbered =
        argument[0] && !argument[1] ? arrangement_pane(workspace, argument[0] - '0') : PANE_COUNT;
    for (size_t pane = 0; pane < PANE_COUNT; pane++) {
        if (strcmp(argument, workspace->views[pane].ops->name) != 0 && pane != numbered)
            continue;
        while (workspace->overlay_count)
            workspace_close(workspace);
        workspace_focus(workspace, (enum pane)pane);
        return true;
    }
    struct buffer names = {0};
    for (size_t pane = 0; pane < PANE_COUNT; pane++)
        buffer_printf(&names, "%s%s", pane ? ", " : "", workspace->views[pane].ops->name);
    error_set_misuse(error, "no pane `%s`; there are %s", argument, names.data);
    buffer_release(&names);
    return false;
}

ACTION(zoom)
{
    (void)argument, (void)error;
    workspace->is_zoomed = !workspace->is_zoomed;
    return true;
}

ACTION(open)
{
    if (*argument)
        return file_open(workspace, argument, error);
    workspace_request(workspace, REQUEST_OPEN);
    return true;
}

ACTION(back)
{
    (void)argument, (void)error;
    if (!workspace_back(workspace))
        model_set_message(workspace->model, MESSAGE_FAINT, "nothing to go back to; q quits");
    return true;
}

ACTION(stop)
{
    if (!workspace->model->queue.loading)
        return action_back(workspace, argument, error);
    struct buffer stopped = {0};
    const char *awaited = model_pending_name(workspace->model);
    buffer_printf(&stopped, awaited ? "stopped waiting for %s" : "stopped", awaited);
    model_stop_loading(workspace->model);
    buffer_puts(&stopped, ": ");
    decimal_format(&stopped, (double)model_count_rows(workspace->model), 0);
    model_set_message(workspace->model, MESSAGE_WARNING, "%s rows are there; 6 shows where it was",
                      stopped.data);
    buffer_release(&stopped);
    return true;
}

static bool explain_named(struct workspace *workspace, const char *name, struct error *error)
{
    struct number_index numbers = number_index_make(workspace->model->results.analysis);
    const struct derivation *found = NULL;
    for (size_t i = 0; i < numbers.count && !found; i++)
        if (strncasecmp(numbers.items[i]->name, name, strlen(name)) == 0)
            found = numbers.items[i];
    number_index_release(&numbers);
    if (!found)
        return error_set_misuse(error, "no number is called `%s`; Tab lists them", name);
    explain_open(workspace, found);
    return true;
}

ACTION(explain)
{
    workspace_update(workspace, workspace->model->user);
    if (strcmp(argument, "headline") == 0)
        return explain_headline(workspace) || error_set(error, "the sentence has no number");
    if (*argument)
        return explain_named(workspace, argument, error);
    if (workspace->overlay_count && offer_request(workspace, REQUEST_EDIT))
        return true;
    struct view *view = workspace_view(workspace, workspace->model->user);
    struct item item = view_item(view, workspace->model->user);
    if (item.derivation)
        explain_open(workspace, item.derivation);
    else if (item.row != NO_ROW)
        explain_open_claim(workspace, item.row);
    else
        return error_set(error, "there is no number at the cursor");
    return true;
}

ACTION(test)
{
    workspace_update(workspace, workspace->model->user);
    struct page *page = sentence_page(workspace->model, argument, error);
    if (page)
        page_open(workspace, page, 0);
    return page != NULL;
}

ACTION(sources)
{
    (void)argument, (void)error;
    sources_page_open(workspace);
    return true;
}

ACTION(same_quote)
{
    (void)argument;
    workspace_update(workspace, workspace->model->user);
    if (offer_request(workspace, REQUEST_NEXT_CLAIM))
        return true;
    size_t row = quote_next_claim(workspace->model);
    if (row == workspace->model->selection.row)
        return error_set(error, "no other claim rests on this quote");
    workspace_select(workspace, row);
    return true;
}

bool offer_request(struct workspace *workspace, enum request request)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    return view->ops->request && view->ops->request(view, request);
}

ACTION(review)
{
    char *path = path_expand_home(argument);
    bool is_open = review_view_open(workspace, path, error);
    free(path);
    return is_open;
}

ACTION(review_into)
{
    char *path = path_expand_home(argument);
    bool is_set = *argument ? review_view_set_target(workspace, path, error)
                            : error_set(error, "name the claims file, which may be new");
    free(path);
    return is_set;
}

ACTION(set_field)
{
    return review_view_set_field(workspace, argument, error);
}

ACTION(article)
{
    (void)argument;
    workspace_update(workspace, workspace->model->user);
    return article_page_open(workspace, error);
}

ACTION(disputes)
{
    (void)argument;
    workspace_update(workspace, workspace->model->user);
    return disputes_page_open(workspace, error);
}

ACTION(close)
{
    if (*argument)
        return file_close(workspace, argument, error);
    if (workspace_close(workspace))
        return true;
    if (workspace->has_closed)
        model_set_message(workspace->model, MESSAGE_NOTE, "the list is closed; q again quits");
    else
        workspace_wish(workspace, WISH_QUIT, NULL, NULL);
    return true;
}

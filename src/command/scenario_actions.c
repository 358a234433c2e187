/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/paths.h"
#include "command/actions.h"
#include "command/scenario_store.h"
#include "model/choice_changes.h"
#include "view/page.h"

ACTION(scenario)
{
    if (!model_set_scenario(workspace->model, argument, error))
        return false;
    workspace_focus(workspace, PANE_PATH);
    return true;
}

ACTION(goal)
{
    if (!model_seek(workspace->model, argument, error))
        return false;
    workspace_focus(workspace, PANE_PATH);
    return true;
}

ACTION(more)
{
    (void)argument;
    struct view *view = workspace_view(workspace);
    if (view->ops->request && view->ops->request(view, REQUEST_MORE))
        return true;
    return error_set(error, "+ and - change the growth of a scenario in Path; 2 goes there");
}

ACTION(save_scenario)
{
    if (!workspace->model->choices.scenario)
        return error_set(error, "there is no scenario to keep; `scenario` sets one");
    const char *dataset = path_name(workspace->model->dataset.path);
    if (!scenario_store_save(dataset, argument, workspace->model->choices.scenario, error))
        return false;
    model_set_message(workspace->model, MESSAGE_GOOD, "kept as %s", argument);
    return true;
}

static void adopt(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    struct error error = {0};
    if (!model_set_scenario(workspace->model, value, &error))
        model_set_message(workspace->model, MESSAGE_ERROR, "%s", error.text);
    error_release(&error);
}

/* Writes the result of a scenario, so that those in the list can be compared. */
static void write_outcome(struct line *line, struct workspace *workspace, const char *text)
{
    struct arena arena = {0};
    struct scenario scenario = {0};
    struct error error = {0};
    struct buffer said = {0};
    if (scenario_parse(&scenario, text_of(text), &error)) {
        struct scenario_outlook outlook =
            scenario_make(&arena, analysis_balance(workspace->model->results.analysis),
                          analysis_path(workspace->model->results.analysis), &scenario);
        if (outlook.deadline_count)
            scenario_write_point(&said, &outlook.deadlines[0]);
        if (outlook.reached.total) {
            buffer_puts(&said, "; target reached in ");
            period_format(&said, outlook.reached.period);
        } else if (outlook.has_target) {
            buffer_puts(&said, "; target not reached");
        }
    } else {
        buffer_puts(&said, error.text);
    }
    line_puts(line, ROLE_DERIVED, said.length ? said.data : "");
    buffer_release(&said);
    error_release(&error);
    arena_release(&arena);
}

ACTION(scenarios)
{
    (void)argument;
    struct scenario_store store = {0};
    if (!scenario_store_read(&store, path_name(workspace->model->dataset.path), error))
        return false;
    struct page *page = page_new("Scenarios", adopt);
    for (size_t i = 0; i < store.count; i++) {
        struct line *line = page_add(page, NO_ROW, store.items[i].text, 4);
        line_puts(line, ROLE_TITLE, store.items[i].name);
        line_puts(line, ROLE_PLAIN, "  ");
        line_puts(line, ROLE_PLAIN, store.items[i].text);
        line_puts(line, ROLE_PLAIN, "  ");
        write_outcome(line, workspace, store.items[i].text);
    }
    if (!store.count)
        line_puts(page_add(page, NO_ROW, NULL, 0), ROLE_DIM,
                  "no scenarios are kept for this file; `:save-scenario NAME` keeps one");
    scenario_store_release(&store);
    page_open(workspace, page, 0);
    return true;
}

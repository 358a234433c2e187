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
    struct view *view = workspace_view(workspace, workspace->model->user);
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

#define RATE_CELLS 10
#define OUTCOME_CELLS 12

static void adopt(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    struct error error = {0};
    if (!model_set_scenario(workspace->model, value, &error))
        model_set_message(workspace->model, MESSAGE_ERROR, "%s", error.text);
    error_release(&error);
}

static void add_number(struct line *line, const struct derivation *number)
{
    struct buffer text = {0};
    if (number)
        derivation_format_for_reading(&text, number);
    else
        buffer_putc(&text, '-');
    line_add_right(line, ROLE_DERIVED, buffer_text(&text), OUTCOME_CELLS);
    buffer_release(&text);
}

/* Columns: total and balance at the first reading of the deadline, and if the target is met. */
static void write_outcome(struct line *line, struct workspace *workspace,
                          const struct scenario *scenario)
{
    const struct path *path = analysis_path(workspace->model->results.analysis);
    struct arena arena = {0};
    struct buffer said = {0};
    struct scenario_outlook outlook =
        scenario_make(&arena, analysis_balance(workspace->model->results.analysis), path, scenario);
    if (outlook.deadline_count) {
        add_number(line, outlook.deadlines[0].total);
        add_number(line, outlook.deadlines[0].balance);
    }
    scenario_write_verdict(&said, &outlook, path);
    line_puts(line, ROLE_PLAIN, said.length ? "  " : "");
    line_add(line, outlook.is_met ? ROLE_GOOD : ROLE_WARN, buffer_text(&said));
    buffer_release(&said);
    arena_release(&arena);
}

static void add_rate(struct line *line, double rate)
{
    struct buffer text = {0};
    buffer_printf(&text, "%+.1f %%", rate);
    line_add_right(line, ROLE_PLAIN, buffer_text(&text), RATE_CELLS);
    buffer_release(&text);
}

static void write_scenario(struct page *page, struct workspace *workspace,
                           const struct named_scenario *named)
{
    struct line *line = page_add(page, NO_ROW, named->text, 4);
    struct scenario scenario = {0};
    struct error error = {0};
    line_puts(line, ROLE_TITLE, named->name);
    page_end_name(page);
    if (scenario_parse(&scenario, text_of(named->text), &error)) {
        add_rate(line, scenario.exports);
        add_rate(line, scenario.imports);
        write_outcome(line, workspace, &scenario);
    } else {
        line_puts(line, ROLE_WARN, "  ");
        line_puts(line, ROLE_WARN, error.text);
    }
    error_release(&error);
}

static void write_heads(struct page *page)
{
    struct line *line = page_add(page, NO_ROW, NULL, 4);
    line_puts(line, ROLE_HEADER, "name");
    page_end_name(page);
    line_add_right(line, ROLE_HEADER, text_of("exports"), RATE_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("imports"), RATE_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("then total"), OUTCOME_CELLS);
    line_add_right(line, ROLE_HEADER, text_of("balance"), OUTCOME_CELLS);
    line_puts(line, ROLE_HEADER, "  target");
}

ACTION(scenarios)
{
    (void)argument;
    struct scenario_store store = {0};
    if (!scenario_store_read(&store, path_name(workspace->model->dataset.path), error))
        return false;
    struct page *page = page_new("Scenarios", adopt);
    if (store.count)
        write_heads(page);
    for (size_t i = 0; i < store.count; i++)
        write_scenario(page, workspace, &store.items[i]);
    if (!store.count)
        line_puts(page_add(page, NO_ROW, NULL, 0), ROLE_DIM,
                  "no scenarios are kept for this file; `:save-scenario NAME` keeps one");
    scenario_store_release(&store);
    page_open(workspace, page, 1);
    return true;
}

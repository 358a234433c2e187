/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scenarios and goals: what the user supposes, and what it takes.
 */
#include "config.h"

#include "view/workspace.h"

static bool refuse_without_start(struct error *error)
{
    return error_set(error, "no year has both exports and imports, so nothing can be supposed");
}

static void adopt(struct workspace *workspace, const struct scenario *scenario)
{
    struct buffer text = {0};
    history_remember(&workspace->history, &workspace->choices);
    if (scenario)
        scenario_write(&text, scenario);
    choices_set_scenario(&workspace->choices, scenario ? text.data : NULL);
    buffer_release(&text);
    workspace_refresh(workspace);
}

bool workspace_set_scenario(struct workspace *workspace, const char *text, struct error *error)
{
    struct scenario scenario = {0};
    workspace_settle(workspace);
    bool is_off = text_is_word(text_trim(text_of(text)), "off");
    if (!is_off && !scenario_start(analysis_balance(workspace->analysis)))
        return refuse_without_start(error);
    if (!is_off && !scenario_parse(&scenario, text_of(text), error))
        return false;
    adopt(workspace, is_off ? NULL : &scenario);
    return true;
}

/* The first reading, unless the goal names its deadline. */
static struct period first_deadline(const struct path *path)
{
    return path->reading_count ? path->readings[0].deadline : (struct period){0};
}

bool workspace_seek(struct workspace *workspace, const char *text, struct error *error)
{
    workspace_settle(workspace);
    struct analysis *analysis = workspace->analysis;
    const struct balance *balance = analysis_balance(analysis);
    const struct path *path = analysis_path(analysis);
    struct goal goal = {.deadline = first_deadline(path)};
    struct goal_answer answer;
    if (!scenario_start(balance))
        return refuse_without_start(error);
    if (!goal_parse(&goal, text_of(text), error) ||
        !scenario_seek(analysis_arena(analysis), balance, path, &goal, &answer, error))
        return false;
    struct buffer said = {0};
    struct scenario scenario = answer.scenario;
    goal_write(&said, &goal, &answer);
    adopt(workspace, &scenario);
    workspace_say(workspace, ROLE_GOOD, "%s", said.data);
    buffer_release(&said);
    return true;
}

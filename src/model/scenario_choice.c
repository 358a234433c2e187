/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios and goals: what the user assumes, and what a goal requires. */
#include "config.h"

#include "model/choice_changes.h"
#include "model/recompute.h"

static bool refuse_without_start(struct error *error)
{
    return error_set(error, "no year has both exports and imports, so nothing can be supposed");
}

static void adopt(struct model *model, const struct scenario *scenario)
{
    struct buffer text = {0};
    history_remember(&model->history, &model->choices);
    if (scenario)
        scenario_write(&text, scenario);
    choices_set_scenario(&model->choices, scenario ? text.data : NULL);
    buffer_release(&text);
    model_refresh(model);
}

bool model_set_scenario(struct model *model, const char *text, struct error *error)
{
    struct scenario scenario = {0};
    model_recompute(model);
    bool is_off = text_is_word(text_trim(text_of(text)), "off");
    if (!is_off && !scenario_start(analysis_balance(model->results.analysis)))
        return refuse_without_start(error);
    if (!is_off && !scenario_parse(&scenario, text_of(text), error))
        return false;
    adopt(model, is_off ? NULL : &scenario);
    return true;
}

/* Returns the first reading, unless the goal names its deadline. */
static struct period first_deadline(const struct path *path)
{
    return path->reading_count ? path->readings[0].deadline : (struct period){0};
}

bool model_seek(struct model *model, const char *text, struct error *error)
{
    model_recompute(model);
    struct analysis *analysis = model->results.analysis;
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
    adopt(model, &scenario);
    model_set_message(model, MESSAGE_GOOD, "%s", said.data);
    buffer_release(&said);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/recompute.h"

#include "model/chosen_trade.h"
#include "model/filtering.h"
#include "model/sums.h"

bool model_complete_rows(struct model *model)
{
    bool is_done = model_make_sums(model);
    if (is_done)
        model_find_new_claims(model);
    return is_done;
}

/* The scenario depends on the analysis and is released with it. */
static void suppose(struct model *model)
{
    struct analysis *analysis = model->results.analysis;
    struct scenario scenario = {0};
    struct error error = {0};
    model->results.outlook = (struct scenario_outlook){0};
    if (model->choices.scenario &&
        scenario_parse(&scenario, text_of(model->choices.scenario), &error))
        model->results.outlook = scenario_make(analysis_arena(analysis), analysis_balance(analysis),
                                               analysis_path(analysis), &scenario);
    error_release(&error);
}

/* Returns an empty pair if the analysis should find one. */
static struct pair chosen_pair(const struct model *model)
{
    const struct choices *choices = &model->choices;
    struct pair pair = {{"", 0}, {"", 0}, {"", 0}};
    if (model_has_statistics(model) && model->sums.trade.reporter)
        return (struct pair){text_of(model->sums.trade.reporter),
                             text_of(model->sums.trade.partner),
                             text_of(model->sums.trade.product)};
    if (choices->reporter) {
        pair.reporter = text_of(choices->reporter);
        pair.partner = text_of(choices->partner);
    }
    if (choices->product)
        pair.product = text_of(choices->product);
    return pair;
}

static struct analysis *analysis_of_choices(const struct model *model)
{
    struct pair pair = chosen_pair(model);
    struct analysis *analysis =
        analysis_new(&model->dataset, model->countries, &model->rows.shown, &pair);
    analysis_set_today(analysis, model->today);
    return analysis;
}

/* Leaves no analysis if it takes long and is deferred, or was cancelled. */
static void try_to_analyse(struct model *model)
{
    parallel_doubt *doubt = model->yields_to_keys ? model->doubt : NULL;
    if (model->is_hasty && model->rows.shown.count > FEW_ROWS)
        return;
    if (!model->results.partial)
        model->results.partial = analysis_of_choices(model);
    if (doubt && !analysis_try_balance(model->results.partial, doubt, model->doubt_context))
        return;
    model->results.analysis = model->results.partial;
    model->results.partial = NULL;
    suppose(model);
}

void model_recompute(struct model *model)
{
    if (!model->results.analysis && model_complete_rows(model))
        try_to_analyse(model);
}

bool model_apply(struct model *model)
{
    bool is_done = model_find_rows(model);
    if (is_done)
        model_drop_results(model, true);
    return is_done;
}

bool model_refresh(struct model *model)
{
    bool is_done = model_apply(model);
    if (is_done)
        model_recompute(model);
    return is_done;
}

/* A selection made by the program may change. */
void model_show_new_rows(struct model *model)
{
    model_find_new_rows(model);
    model_drop_results(model, model->selection.is_by_user);
}

void model_show_new_sums(struct model *model)
{
    model_drop_sums(model);
    model_drop_results(model, model->selection.is_by_user);
}

const struct row_list *model_current_rows(struct model *model)
{
    if (model_current_file(model) != &model->dataset)
        return chosen_trade_rows(model, &model->files.items[model_shown_file(model)]);
    model_complete_rows(model);
    return &model->rows.shown;
}

bool model_shows_nothing(struct model *model)
{
    bool has_rows = model->rows.shown.count > 0;
    for (size_t i = 0; i < model->files.count && !has_rows; i++)
        has_rows = file_is_separate(&model->files.items[i]) &&
                   chosen_trade_rows(model, &model->files.items[i])->count;
    if (!has_rows)
        model_complete_rows(model);
    return !has_rows && !model->rows.shown.count;
}

void model_write_count(struct model *model, bool is_of_file, struct buffer *out)
{
    model_complete_rows(model);
    const struct dataset *dataset = &model->dataset;
    const struct row_list *shown = &model->rows.shown;
    if (is_of_file || !table_row_count(dataset->table)) {
        dataset = model_current_file(model);
        shown = model_current_rows(model);
    }
    decimal_format(out, (double)shown->count, 0);
    buffer_puts(out, " of ");
    decimal_format(out, (double)table_row_count(dataset->table), 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/recompute.h"

#include "model/chosen_trade.h"
#include "model/filtering.h"
#include "model/sums.h"

bool model_complete_rows(struct model *model, const struct effort *effort)
{
    bool is_done = model_make_sums(model, effort);
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
static void try_to_analyse(struct model *model, const struct effort *effort)
{
    if (effort_defers_slow(effort) && row_set_count(&model->rows.shown) > FEW_ROWS)
        return;
    if (!model->results.partial)
        model->results.partial = analysis_of_choices(model);
    if (effort_yields(effort) && !analysis_try_balance(model->results.partial, effort))
        return;
    model->results.analysis = model->results.partial;
    model->results.partial = NULL;
    suppose(model);
}

void model_recompute(struct model *model, const struct effort *effort)
{
    if (!model->results.analysis && model_complete_rows(model, effort))
        try_to_analyse(model, effort);
}

bool model_apply(struct model *model, const struct effort *effort)
{
    bool is_done = model_find_rows(model, effort);
    if (is_done)
        model_drop_results(model, true);
    return is_done;
}

bool model_refresh(struct model *model, const struct effort *effort)
{
    bool is_done = model_apply(model, effort);
    if (is_done)
        model_recompute(model, NULL);
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

static const struct row_set *current_rows(struct model *model)
{
    return model_current_file(model) == &model->dataset
               ? &model->rows.shown
               : chosen_trade_rows(model, &model->files.items[model_shown_file(model)]);
}

const struct row_set *model_current_rows(struct model *model, const struct effort *effort)
{
    if (model_current_file(model) == &model->dataset)
        model_complete_rows(model, effort);
    return current_rows(model);
}

bool model_shows_nothing(struct model *model, const struct effort *effort)
{
    bool has_rows = !row_set_is_empty(&model->rows.shown);
    for (size_t i = 0; i < model->files.count && !has_rows; i++)
        has_rows = file_is_separate(&model->files.items[i]) &&
                   !row_set_is_empty(chosen_trade_rows(model, &model->files.items[i]));
    if (!has_rows)
        model_complete_rows(model, effort);
    return !has_rows && row_set_is_empty(&model->rows.shown);
}

void model_write_count(struct model *model, bool is_of_file, struct buffer *out)
{
    const struct dataset *dataset = &model->dataset;
    const struct row_set *shown = &model->rows.shown;
    if (is_of_file || !table_row_count(dataset->table)) {
        dataset = model_current_file(model);
        shown = current_rows(model);
    }
    decimal_format(out, (double)row_set_count(shown), 0);
    buffer_puts(out, " of ");
    decimal_format(out, (double)table_row_count(dataset->table), 0);
}

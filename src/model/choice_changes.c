/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/choice_changes.h"

#include "base/array.h"
#include "base/memory.h"
#include "query/evaluate/evaluate.h"
#include "model/chosen_trade.h"
#include "model/file_filters.h"
#include "model/filtering.h"
#include "model/recompute.h"

#include <stdlib.h>
#include <string.h>

static void remember(struct model *model)
{
    history_remember(&model->history, &model->choices);
}

/*
 * Restores the choices after a cancelled search for rows, as if nothing had been chosen since
 * remember(). A redo tries again.
 */
static void take_back(struct model *model)
{
    history_undo(&model->history, &model->choices);
    model_set_message(model, MESSAGE_WARNING, "stopped: what was shown stays");
}

static bool apply(struct model *model)
{
    bool is_done = model_refresh(model, model->user);
    if (!is_done)
        take_back(model);
    return is_done;
}

/* Adds notes on rows that the user may expect to be counted but are not. */
void model_set_count_message(struct model *model, bool is_of_file)
{
    struct buffer count = {0};
    const struct buffer *note = &model->rows.note;
    model_complete_rows(model, NULL);
    model_write_count(model, is_of_file, &count);
    model_set_message(model, note->length ? MESSAGE_WARNING : MESSAGE_NOTE, "%s rows%s%s",
                      count.data, note->length ? "; " : "", note->length ? note->data : "");
    buffer_release(&count);
}

void model_set_nothing_message(struct model *model, const char *source)
{
    struct buffer why = {0};
    model_explain_nothing(model, source, &why);
    model_set_empty_message(model, why.data, "Esc goes back");
    buffer_release(&why);
}

bool model_narrow(struct model *model, const char *source, struct error *error)
{
    if (!model_check_filter(model, source, error))
        return false;
    remember(model);
    choices_add_filter(&model->choices, source);
    if (!model_apply(model, model->user))
        take_back(model);
    return true;
}

bool model_add_filter(struct model *model, const char *source)
{
    remember(model);
    choices_add_filter(&model->choices, source);
    return apply(model);
}

bool model_replace_filter(struct model *model, size_t index, const char *source,
                          struct error *error)
{
    struct choices *choices = &model->choices;
    if (index >= choices->filter_count)
        return error_set_misuse(error, "there is no filter %zu", index + 1);
    if (!model_check_filter(model, source, error))
        return false;
    remember(model);
    choices_replace_filter(choices, index, source);
    apply(model);
    return true;
}

void model_remove_filter(struct model *model, size_t index)
{
    remember(model);
    choices_remove_filter(&model->choices, index);
    apply(model);
}

void model_toggle_filter(struct model *model, size_t index)
{
    remember(model);
    model->choices.filters[index].is_off = !model->choices.filters[index].is_off;
    apply(model);
}

void model_move_filter(struct model *model, size_t index, bool is_upward)
{
    struct choices *choices = &model->choices;
    size_t other = is_upward ? index - 1 : index + 1;
    if (index >= choices->filter_count || other >= choices->filter_count)
        return;
    remember(model);
    struct filter moved = choices->filters[index];
    choices->filters[index] = choices->filters[other];
    choices->filters[other] = moved;
    apply(model);
}

bool model_sort(struct model *model, const char *column, bool descends, struct error *error)
{
    static const char *const worked_out[] = {"sources", "agreement"};
    const struct table *const tables[] = {model->dataset.table, model_current_file(model)->table};
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
    remember(model);
    choices_set_sort(&model->choices, name, descends);
    apply(model);
    return true;
}

/* Warns if nothing is shown of what was chosen, and says what files of statistics have instead. */
static void warn_of_nothing(struct model *model)
{
    if (model_lacks_sums(model))
        return; /* it is not known yet */
    const struct pair *pair = analysis_pair(model->results.analysis);
    struct row_set rows = pair_rows(pair, &model->dataset, model->countries, &model->rows.shown);
    struct buffer text = {0};
    buffer_puts(&text, "no rows");
    if (pair->reporter.length || pair->product.length)
        buffer_puts(&text, " on ");
    if (pair->reporter.length) {
        buffer_append_text(&text, pair->reporter);
        buffer_puts(&text, " > ");
        buffer_append_text(&text, pair->partner);
    }
    if (pair->product.length) {
        buffer_puts(&text, pair->reporter.length ? ", product " : "product ");
        buffer_append_text(&text, pair->product);
    }
    for (size_t i = 0; i < model->files.count; i++)
        if (model->files.items[i].sums.reason)
            buffer_printf(&text, "; %s", model->files.items[i].sums.reason);
    if (row_set_is_empty(&rows))
        model_set_empty_message(model, text.data, "u goes back");
    row_set_release(&rows);
    buffer_release(&text);
}

void model_choose_pair(struct model *model, const char *reporter, const char *partner)
{
    remember(model);
    choices_set_pair(&model->choices, reporter, partner);
    if (apply(model))
        warn_of_nothing(model);
}

/* Finds the pair in the words of the file, by any names of its countries. */
static bool find_pair(const struct model *model, const struct pair *wanted, struct pair *known)
{
    size_t count;
    struct row_set all = row_set_all(table_row_count(model->dataset.table));
    struct pair_count *pairs = pairs_list(&model->dataset, model->countries, &all, &count);
    bool is_found = false;
    for (size_t i = 0; i < count && !is_found; i++) {
        const struct pair *pair = &pairs[i].pair;
        is_found = country_is_same(model->countries, pair->reporter, wanted->reporter) &&
                   country_is_same(model->countries, pair->partner, wanted->partner);
        if (is_found)
            *known = *pair;
    }
    free(pairs);
    row_set_release(&all);
    return is_found;
}

bool model_choose_named_pair(struct model *model, struct text names, struct error *error)
{
    const char *colon = memchr(names.data, ':', names.length);
    size_t length = colon ? (size_t)(colon - names.data) : 0;
    if (!length || length + 1 == names.length)
        return error_set_misuse(error, "write the pair as REPORTER:PARTNER, India:Russia say");
    if (!chosen_trade_check(model, "pair", error))
        return false;
    struct pair wanted = {.reporter = {names.data, length},
                          .partner = {colon + 1, names.length - length - 1}},
                known;
    if (!find_pair(model, &wanted, &known))
        known = wanted;
    char *reporter = xstrndup(known.reporter.data, known.reporter.length);
    char *partner = xstrndup(known.partner.data, known.partner.length);
    model_choose_pair(model, reporter, partner);
    free(reporter);
    free(partner);
    return true;
}

void model_choose_product(struct model *model, const char *product)
{
    bool is_all = !product || !*product || strcmp(product, "all") == 0;
    struct buffer code = {0};
    if (!is_all && !hs_repair(text_of(product), &code))
        buffer_puts(&code, product);
    remember(model);
    choices_set_product(&model->choices, is_all ? NULL : code.data);
    if (apply(model))
        warn_of_nothing(model);
    buffer_release(&code);
}

bool model_choose_named_product(struct model *model, const char *product, struct error *error)
{
    if (!chosen_trade_check(model, "product", error))
        return false;
    model_choose_product(model, product);
    return true;
}

#define PERIOD_FILTER "period:"

/* Returns the index of the filter that chooses periods; the number of filters if there is none. */
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

bool model_is_frequency(const char *text)
{
    return find_frequency(text) != NULL;
}

bool model_choose_period(struct model *model, const char *text, struct error *error)
{
    struct choices *choices = &model->choices;
    const char *frequency = find_frequency(text);
    bool is_all = strcmp(text, "all") == 0;
    struct buffer filter = {0};
    buffer_printf(&filter, PERIOD_FILTER "%s", text);
    bool is_good = frequency ? chosen_trade_check_frequency(model, text, error)
                             : is_all || model_check_filter(model, filter.data, error);
    if (is_good) {
        remember(model);
        if (frequency || is_all)
            choices_set_frequency(choices, frequency);
        else if (find_period_filter(choices) == choices->filter_count)
            choices_add_filter(choices, filter.data);
        else
            choices_replace_filter(choices, find_period_filter(choices), filter.data);
        if (is_all)
            choices_remove_filter(choices, find_period_filter(choices));
        if (apply(model))
            warn_of_nothing(model);
    }
    buffer_release(&filter);
    return is_good;
}

bool model_undo(struct model *model)
{
    if (!history_undo(&model->history, &model->choices))
        return false;
    model_refresh(model, model->user);
    return true;
}

bool model_redo(struct model *model)
{
    if (!history_redo(&model->history, &model->choices))
        return false;
    model_refresh(model, model->user);
    return true;
}

/* Scenarios and goals: what the user assumes, and what a goal requires. */

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
    model_refresh(model, model->user);
}

bool model_set_scenario(struct model *model, const char *text, struct error *error)
{
    struct scenario scenario = {0};
    model_recompute(model, NULL);
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
    model_recompute(model, NULL);
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

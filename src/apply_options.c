/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "apply_options.h"

#include "base/array.h"
#include "base/complaint.h"
#include "model/choice_changes.h"
#include "model/file_filters.h"
#include "model/recompute.h"

static bool suppose(struct model *model, const struct options *options, struct error *error)
{
    if (options->scenario && !model_set_scenario(model, options->scenario, error))
        return false;
    return !options->goal || model_seek(model, options->goal, error);
}

/* The report has rows of the files, or sums of them, and none of what Balance works out. */
static bool is_of_rows(const struct options *options)
{
    return options->mode == MODE_EXPORT || options->mode == MODE_SUM ||
           (options->mode == MODE_PRINT && options->pane == PANE_ROWS);
}

static bool choose_pair(struct model *model, const char *pair, struct error *error)
{
    return model_choose_named_pair(model, text_of(pair), error);
}

/* The messages of Balance on a choice do not apply to rows, unless there are none. */
static void tell_message(struct model *model, const struct options *options)
{
    if (model->message.text && !mode_shows_screen(options->mode) &&
        (!is_of_rows(options) || model_shows_nothing(model)))
        complain("tradescope: %s", model->message.text);
}

/* As the commands of the same names do. */
static bool choose(struct model *model, const struct options *options, struct error *error)
{
    const struct {
        bool (*choose)(struct model *model, const char *argument, struct error *error);
        const char *argument;
    } choices[] = {{choose_pair, options->pair},
                   {model_choose_named_product, options->product},
                   {model_choose_period, options->period}};
    bool is_done = true;
    for (size_t i = 0; i < ARRAY_LENGTH(choices) && is_done; i++) {
        if (!choices[i].argument)
            continue;
        model_clear_message(model);
        is_done = choices[i].choose(model, choices[i].argument, error);
        if (is_done)
            tell_message(model, options);
    }
    return is_done;
}

/* What the user may not expect of a filter. */
static void warn_of_filter(struct model *model)
{
    struct buffer count = {0}, line = {0};
    if (!model->rows.note.length || model_shows_nothing(model))
        return;
    model_write_count(model, model_current_file(model)->form == FORM_PLAIN, &count);
    buffer_printf(&line, "tradescope: %s rows; %s", count.data, model->rows.note.data);
    complain_lines(line.data);
    buffer_release(&count);
    buffer_release(&line);
}

/*
 * Facts that depend on all figures are properties of the sums of statistics, and not of their rows.
 */
static bool refuse_facts(struct model *model, const struct options *options, const char *filter,
                         struct error *error)
{
    if (!is_of_rows(options) || !model_has_statistics(model) ||
        !model_filter_asks_facts(model, filter))
        return true;
    return error_set_misuse(error,
                            "--filter: `%s` tests figures, which rows of statistics are not; look "
                            "at --print=figures, or leave it out",
                            filter);
}

static bool apply_filters(struct model *model, const struct options *options, struct error *error)
{
    for (size_t i = 0; i < options->filter_count; i++) {
        if (!refuse_facts(model, options, options->filters[i], error) ||
            !model_narrow(model, options->filters[i], error))
            return false;
        if (!mode_shows_screen(options->mode))
            warn_of_filter(model);
    }
    return true;
}

bool apply_options(struct model *model, const struct options *options, struct error *error)
{
    return choose(model, options, error) && apply_filters(model, options, error) &&
           suppose(model, options, error);
}

bool apply_options_to_screen(struct workspace *workspace, const void *context, struct error *error)
{
    const struct options *options = context;
    bool is_done = choose(workspace->model, options, error);
    for (size_t i = 0; i < options->filter_count && is_done; i++)
        is_done = workspace_filter(workspace, options->filters[i], error);
    return is_done && suppose(workspace->model, options, error);
}

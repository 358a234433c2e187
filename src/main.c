/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parses options, opens the data, and runs one of the modes. Exit status: 0 done, 1 the data have
 * problems or something could not be written, 2 misuse.
 */
#include "config.h"

#include "apply_options.h"
#include "batch.h"
#include "base/clock.h"
#include "base/complaint.h"
#include "base/error.h"
#include "base/memory_reserve.h"
#include "command/configuration.h"
#include "command/help.h"
#include "command/memory.h"
#include "data/format/column_map.h"
#include "model/file_loading.h"
#include "model/opening.h"
#include "model/recompute.h"
#include "options.h"
#include "output.h"
#include "shell_completion.h"
#include "ui/headless.h"
#include "ui/session.h"
#include "view/panes.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void write_version(struct buffer *out)
{
    buffer_puts(out, PACKAGE_STRING
                "\n"
                "Copyright (C) 2026 the tradescope authors\n"
                "License GPLv3+: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>.\n"
                "This is free software: you are free to change and redistribute it.\n"
                "There is NO WARRANTY, to the extent permitted by law.\n");
}

/* Runs modes that need no data. */
static bool answers_at_once(enum mode mode, struct buffer *out)
{
    static void (*const answers[])(struct buffer * out) = {
        [MODE_HELP] = options_help,
        [MODE_VERSION] = write_version,
        [MODE_LIST_COMMANDS] = help_list_commands,
        [MODE_LIST_COLUMNS] = help_list_columns,
    };
    if (mode < MODE_HELP || mode > MODE_LIST_COLUMNS)
        return false;
    answers[mode](out);
    return true;
}

static int warn_of_formats(const struct problem_list *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        struct buffer line = {0};
        problem_format(&line, &problems->items[i]);
        complain("tradescope: %s", line.data);
        buffer_release(&line);
    }
    return problems->count ? EXIT_PROBLEMS : EXIT_DONE;
}

static struct look look_of(const struct options *options)
{
    return (struct look){options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0};
}

/* Without these lists, countries and products are known only by the names in the files. */
static void warn_of_lists(const struct model *model)
{
    if ((!model->countries || !model->has_products) && model->message.text)
        complain("tradescope: %s", model->message.text);
}

static int list_formats(void)
{
    struct format_list formats = {0};
    struct buffer out = {0};
    format_list_read(&formats);
    format_list_write(&formats, &out);
    int status = batch_put(&out), problems = warn_of_formats(&formats.problems);
    format_list_release(&formats);
    return status ? status : problems;
}

static int headless(struct workspace *workspace, const struct options *options, struct error *error)
{
    if (!headless_run(workspace, options->width, options->height, options->shows_styles,
                      &options->terminal, error))
        return batch_fail(error);
    return output_flush() ? EXIT_DONE : EXIT_PROBLEMS;
}

/* A pipe that has sent no data yet should not delay the screen; the choices wait for it. */
static int interact(struct workspace *workspace, const struct options *options, struct error *error)
{
    const struct session_wish late = {apply_options_to_screen, options};
    const struct session_wish *wish = model_is_blank(workspace->model) ? &late : NULL;
    return interactive_run(workspace, wish, &options->terminal, error) ? EXIT_DONE
                                                                       : batch_fail(error);
}

struct stopwatch {
    bool is_shown;
    double start, last; /* clock_seconds(), as in session_times() */
};

static void tell(const struct stopwatch *watch, const char *work, double seconds)
{
    if (watch->is_shown)
        complain("time: %s %.4f s", work, seconds);
}

/* Reports the time since the last call. */
static void lap(struct stopwatch *watch, const char *work)
{
    tell(watch, work, clock_seconds() - watch->last);
    watch->last = clock_seconds();
}

/* Reports when the user saw the screens, since the start. */
static void tell_session(const struct stopwatch *watch)
{
    struct session_times times = session_times();
    if (times.first_screen > 0)
        tell(watch, "first screen", times.first_screen - watch->start);
    if (times.loaded > 0)
        tell(watch, "load", times.loaded - watch->start);
}

static void load(struct model *model, const struct options *options, enum mode mode)
{
    memory_reserve_take();
    if (mode == MODE_DEFAULT)
        model_absorb_first(model);
    else if (options->partial_rows)
        model_await_rows(model, options->partial_rows, NULL);
    else
        model_finish_loading(model);
    memory_reserve_release();
}

static int report(struct model *model, const struct options *options, enum mode mode,
                  struct stopwatch *watch, struct error *error)
{
    bool is_chosen = apply_options(model, options, error);
    lap(watch, "filter");
    return is_chosen ? batch_run(model, options, mode, error) : batch_fail(error);
}

/* Errors of the file are told on the first screen; the rest of its lines apply. */
static void read_configuration(struct workspace *workspace)
{
    struct error error = {0};
    if (!configuration_read(workspace, NULL, &error))
        model_set_message(workspace->model, MESSAGE_ERROR, "%s", error.text);
    error_release(&error);
}

/* A screen without any rows would only say what the shell can show as well. */
static bool is_all_unread(const struct model *model)
{
    return !model->queue.loading && model_unread(model).files == model->files.count;
}

/* What the user saw marked on the screen is also told by the exit status. */
static int warn_of_unread_files(const struct model *model, enum mode mode)
{
    return model_unread(model).files ? batch_warn_of_problems(model, mode) : EXIT_DONE;
}

static int show(struct model *model, const struct options *options, struct stopwatch *watch,
                struct error *error)
{
    struct workspace workspace;
    if (options->mode == MODE_DEFAULT && is_all_unread(model))
        return batch_warn_of_problems(model, options->mode);
    workspace_init(&workspace, &pane_set, model, look_of(options));
    workspace_choose_focus(&workspace, NULL);
    bool is_headless = options->mode == MODE_HEADLESS;
    bool is_late = !is_headless && model_is_blank(model);
    bool is_chosen = is_late || apply_options_to_screen(&workspace, options, error);
    read_configuration(&workspace);
    memory_offer(&workspace);
    lap(watch, "filter");
    int status = !is_chosen    ? batch_fail(error)
                 : is_headless ? headless(&workspace, options, error)
                               : interact(&workspace, options, error);
    memory_keep(&workspace);
    workspace_release(&workspace);
    return status || is_headless ? status : warn_of_unread_files(model, options->mode);
}

static int open_and_run(const struct options *options, const struct format *fields,
                        struct error *error)
{
    struct model model;
    struct stopwatch watch = {options->shows_times, clock_seconds(), clock_seconds()};
    enum mode mode = options->mode;
    if (mode == MODE_DEFAULT && !isatty(STDOUT_FILENO))
        mode = MODE_PRINT;
    struct load_hints wish = {options->layout, options->encoding, fields};
    model_start(&model, options->paths, options->path_count, wish);
    model.articles.wanted = options->articles;
    model.today = (int32_t)(time(NULL) / (24 * 60 * 60));
    if (mode != MODE_DEFAULT)
        warn_of_lists(&model);
    load(&model, options, mode);
    if (!model.queue.loading)
        lap(&watch, "load");
    if (mode != MODE_DEFAULT)
        warn_of_formats(&model.formats.problems);
    int status = mode_shows_screen(mode) ? show(&model, options, &watch, error)
                                         : report(&model, options, mode, &watch, error);
    lap(&watch, "output");
    tell_session(&watch);
    model_release(&model);
    return status;
}

/* Uses the column map of the user, if there is one. */
static int run(const struct options *options, struct error *error)
{
    struct format fields;
    if (options->mode == MODE_EXTRACT)
        return batch_extract(options, error);
    if (!options->map)
        return open_and_run(options, NULL, error);
    int status = column_map_parse(&fields, options->map, error)
                     ? open_and_run(options, &fields, error)
                     : batch_fail(error);
    format_release(&fields);
    return status;
}

int main(int argc, char **argv)
{
    struct options options;
    struct error error = {0};
    struct buffer answer = {0};
    int status;
    setlocale(LC_CTYPE, "");
    if (!options_parse(&options, argc, argv, &error))
        status = batch_fail(&error);
    else if (answers_at_once(options.mode, &answer))
        status = batch_put(&answer);
    else if (options.mode == MODE_LIST_FORMATS)
        status = list_formats();
    else if (options.mode == MODE_COMPLETE) {
        shell_completion_write(&answer, options.paths, options.path_count);
        status = batch_put(&answer);
    } else
        status = run(&options, &error);
    options_release(&options);
    error_release(&error);
    return status;
}

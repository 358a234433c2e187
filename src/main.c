/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Options, the data, then one of the modes. Exit status: 0 done, 1 the data have problems or
 * something could not be written, 2 misuse.
 */
#include "config.h"

#include "base/complaint.h"
#include "base/error.h"
#include "command/command.h"
#include "command/help.h"
#include "data/format_wish.h"
#include "options.h"
#include "output.h"
#include "report/report.h"
#include "report/sum_report.h"
#include "shell_completion.h"
#include "ui/headless.h"
#include "ui/interactive.h"
#include "view/workspace_files.h"
#include "ui/session.h"
#include "view/workspace_loading.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_DONE = 0, EXIT_PROBLEMS = 1, EXIT_MISUSE = 2 };

#define NARROWEST_PAGE 40
#define USUAL_PAGE 80
#define WIDEST_PAGE 1000

static int fail(const struct error *error)
{
    complain_of(error);
    if (error->is_misuse)
        complain("Try 'tradescope --help' for more information.");
    return error->is_misuse ? EXIT_MISUSE : EXIT_PROBLEMS;
}

static int finish_output(struct sink *out)
{
    return output_finish(out) ? EXIT_DONE : EXIT_PROBLEMS;
}

/* Text for a reader. */
static int put(struct buffer *text)
{
    return output_put(text, false) ? EXIT_DONE : EXIT_PROBLEMS;
}

static void write_version(struct buffer *out)
{
    buffer_puts(out, PACKAGE_STRING
                "\n"
                "Copyright (C) 2026 the tradescope authors\n"
                "License GPLv3+: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>.\n"
                "This is free software: you are free to change and redistribute it.\n"
                "There is NO WARRANTY, to the extent permitted by law.\n");
}

/* The modes that need no data. */
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

/* Without these lists, countries and products are what they are called and nothing else. */
static void warn_of_lists(const struct workspace *workspace)
{
    if ((!workspace->countries || !workspace->products) && workspace->message.text)
        complain("tradescope: %s", workspace->message.text);
}

static int list_formats(void)
{
    struct format_list formats = {0};
    struct buffer out = {0};
    format_list_read(&formats);
    format_list_write(&formats, &out);
    int status = put(&out), problems = warn_of_formats(&formats.problems);
    format_list_release(&formats);
    return status ? status : problems;
}

static int complete(const struct options *options)
{
    struct buffer out = {0};
    shell_completion_write(&out, options->paths, options->path_count);
    return put(&out);
}

static int page_width(void)
{
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width >= NARROWEST_PAGE && width <= WIDEST_PAGE ? (int)width : USUAL_PAGE;
}

/* Checks that did not come out well, and whether any is a conflict. */
static bool write_checks(struct buffer *out, struct workspace *workspace)
{
    workspace_settle(workspace);
    const struct dataset *dataset = &workspace->dataset;
    const struct audit *audit = analysis_audit(workspace->analysis);
    for (size_t i = 0; i < audit->count; i++) {
        const struct check *found = &audit->checks[i];
        if (found->outcome == AUDIT_OK)
            continue;
        text_make_visible(out, text_of(dataset_row_path(dataset, found->rows[0])), true);
        buffer_printf(out, ":%zu: %s: %s\n", table_line(dataset->table, found->rows[0]),
                      audit_outcome_word(found->outcome), found->text);
    }
    return audit->count_of[AUDIT_CONFLICT] > 0;
}

/* Why files are shown as plain tables. */
static bool write_remarks(struct buffer *out, const struct workspace *workspace)
{
    size_t start = out->length;
    for (size_t i = 0; i < workspace->file_count; i++) {
        const char *remark = workspace_file_remark(workspace, i);
        if (!remark)
            continue;
        text_make_visible(out, text_of(workspace_file_path(workspace, i)), true);
        buffer_puts(out, ": ");
        text_make_visible(out, text_of(remark), true);
        buffer_putc(out, '\n');
    }
    return out->length > start;
}

/* What was decided in reading, and passed over: no problem, but to be known. */
static void write_notes(struct buffer *out, const struct workspace *workspace, const char *prefix)
{
    const struct problem_list *notes = &workspace->dataset.notes;
    for (size_t i = 0; i < notes->count; i++) {
        buffer_puts(out, prefix);
        problem_format_note(out, &notes->items[i]);
        buffer_putc(out, '\n');
    }
}

static int check(struct workspace *workspace, bool is_strict)
{
    const struct problem_list *problems = &workspace->dataset.problems;
    struct buffer out = {0};
    bool has_remark = write_remarks(&out, workspace);
    write_notes(&out, workspace, "");
    for (size_t i = 0; i < problems->count; i++) {
        problem_format(&out, &problems->items[i]);
        buffer_putc(&out, '\n');
    }
    bool has_conflict = write_checks(&out, workspace) && is_strict;
    int status = put(&out);
    return problems->count || has_conflict || has_remark ? EXIT_PROBLEMS : status;
}

static void warn_of_unread(const struct workspace *workspace)
{
    struct buffer unread = {0};
    unread_write(&unread, workspace_unread(workspace));
    if (unread.length)
        complain("tradescope: %s", unread.data);
    buffer_release(&unread);
}

/* What was left out is said beside the output, and by the exit status. */
static int warn_of_problems(const struct workspace *workspace)
{
    const struct problem_list *problems = &workspace->dataset.problems;
    if (!problems->count)
        return EXIT_DONE;
    struct buffer first = {0};
    problem_format(&first, &problems->items[0]);
    complain("%s", first.data);
    size_t more = problem_list_total(problems) - 1;
    if (more)
        complain("tradescope: %zu more problem%s; --check lists them", more, more > 1 ? "s" : "");
    buffer_release(&first);
    warn_of_unread(workspace);
    return EXIT_PROBLEMS;
}

static bool suppose(struct workspace *workspace, const struct options *options, struct error *error)
{
    if (options->scenario && !workspace_set_scenario(workspace, options->scenario, error))
        return false;
    return !options->goal || workspace_seek(workspace, options->goal, error);
}

/* An empty output says why it is empty. */
static void warn_of_nothing(struct workspace *workspace, const struct options *options)
{
    if (!workspace_shows_nothing(workspace) || !options->filter_count)
        return;
    struct buffer why = {0};
    workspace_explain_nothing(workspace, options->filters[options->filter_count - 1], &why);
    complain("tradescope: %s", why.data);
    buffer_release(&why);
}

/* `status` is what became of the output. */
static int finish(int status, struct workspace *workspace, const struct options *options)
{
    int problems = warn_of_problems(workspace);
    struct buffer remarks = {0};
    buffer_puts(&remarks, "tradescope: ");
    if (write_remarks(&remarks, workspace))
        complain_lines(remarks.data);
    buffer_truncate(&remarks, 0);
    write_notes(&remarks, workspace, "tradescope: ");
    if (remarks.length)
        complain_lines(remarks.data);
    buffer_release(&remarks);
    warn_of_nothing(workspace, options);
    return status ? status : problems;
}

static int print(struct workspace *workspace, const struct options *options)
{
    struct output output = {.is_exact = false};
    struct sink out = output_sink(&output);
    /* Of a file that could not be read there is nothing to show but the reason. */
    if (!workspace_count_rows(workspace) && workspace->dataset.problems.count &&
        options->pane != PANE_PROBLEMS)
        return finish(EXIT_DONE, workspace, options);
    if (options->goal)
        buffer_printf(&out.text, "%s\n\n", workspace->message.text);
    report_panes(&out, workspace, options->pane, page_width());
    return finish(finish_output(&out), workspace, options);
}

static int export(struct workspace *workspace, const struct options *options)
{
    struct output output = {.is_exact = true};
    struct sink out = output_sink(&output);
    report_make(&out, workspace, options->format);
    return finish(finish_output(&out), workspace, options);
}

/* Each line of the text, on standard error. Takes the text over. */
static void warn_of_lines(struct buffer *lines)
{
    const char *line = lines->length ? lines->data : "";
    for (size_t length; *line; line += length + (line[length] == '\n')) {
        length = strcspn(line, "\n");
        complain("tradescope: %.*s", (int)length, line);
    }
    buffer_release(lines);
}

static int sum(struct workspace *workspace, const struct options *options, struct error *error)
{
    struct buffer out = {0}, remarks = {0};
    const struct sum_wish wish = {options->sum_columns, options->format, options->takes_all_rows};
    if (!report_sums(&out, workspace, &wish, &remarks, error))
        return fail(error);
    warn_of_lines(&remarks);
    int status = output_put(&out, options->format != REPORT_TEXT) ? EXIT_DONE : EXIT_PROBLEMS;
    return finish(status, workspace, options);
}

static int explain(struct workspace *workspace, const struct options *options, struct error *error)
{
    struct buffer out = {0};
    if (!report_explain(&out, workspace, options->explained, page_width(), error))
        return fail(error);
    return finish(put(&out), workspace, options);
}

static int headless(struct workspace *workspace, const struct options *options, struct error *error)
{
    if (!headless_run(workspace, options->width, options->height, options->shows_styles,
                      &options->terminal, error))
        return fail(error);
    return output_flush() ? EXIT_DONE : EXIT_PROBLEMS;
}

static bool shows_screen(enum mode mode)
{
    return mode == MODE_DEFAULT || mode == MODE_HEADLESS;
}

/* As the commands of the same names do; what they say of the choice goes to standard error. */
static bool choose(struct workspace *workspace, const struct options *options, struct error *error)
{
    const struct {
        const char *command, *argument;
    } choices[] = {
        {"pair", options->pair}, {"product", options->product}, {"period", options->period}};
    bool is_done = true;
    for (size_t i = 0; i < sizeof choices / sizeof *choices && is_done; i++) {
        struct buffer line = {0};
        if (!choices[i].argument)
            continue;
        buffer_printf(&line, "%s %s", choices[i].command, choices[i].argument);
        workspace_silence(workspace);
        is_done = command_run(workspace, line.data, error);
        if (workspace->message.text && !shows_screen(options->mode))
            complain("tradescope: %s", workspace->message.text);
        buffer_release(&line);
    }
    return is_done;
}

/* What the user may not expect of a filter. */
static void warn_of_filter(struct workspace *workspace)
{
    struct buffer count = {0}, line = {0};
    if (!workspace->remark.length || workspace_shows_nothing(workspace))
        return;
    workspace_format_count(workspace, &count);
    buffer_printf(&line, "tradescope: %s rows; %s", count.data, workspace->remark.data);
    complain_lines(line.data);
    buffer_release(&count);
    buffer_release(&line);
}

/* A report is made of the rows: no pane has to be seen to. */
static bool apply_filters(struct workspace *workspace, const struct options *options,
                          enum mode mode, struct error *error)
{
    for (size_t i = 0; i < options->filter_count; i++) {
        const char *filter = options->filters[i];
        if (shows_screen(mode) && !workspace_filter(workspace, filter, error))
            return false;
        if (!shows_screen(mode) && !workspace_narrow(workspace, filter, error))
            return false;
        if (!shows_screen(options->mode))
            warn_of_filter(workspace);
    }
    return true;
}

/* What the options say of the data. */
static bool make_choices(struct workspace *workspace, const struct options *options, enum mode mode,
                         struct error *error)
{
    return choose(workspace, options, error) && apply_filters(workspace, options, mode, error) &&
           suppose(workspace, options, error);
}

static bool make_late_choices(struct workspace *workspace, const void *options, struct error *error)
{
    return make_choices(workspace, options, MODE_DEFAULT, error);
}

/* A pipe that says nothing as yet is no reason to show nothing; the choices wait for it. */
static int interact(struct workspace *workspace, const struct options *options, struct error *error)
{
    const struct session_wish late = {make_late_choices, options};
    const struct session_wish *wish = workspace_is_blank(workspace) ? &late : NULL;
    return interactive_run(workspace, wish, &options->terminal, error) ? EXIT_DONE : fail(error);
}

static int run_mode(struct workspace *workspace, const struct options *options, enum mode mode,
                    struct error *error)
{
    switch (mode) {
    case MODE_CHECK:
        return check(workspace, options->is_strict);
    case MODE_EXPORT:
        return export(workspace, options);
    case MODE_SUM:
        return sum(workspace, options, error);
    case MODE_PRINT:
        return print(workspace, options);
    case MODE_EXPLAIN:
        return explain(workspace, options, error);
    case MODE_HEADLESS:
        return headless(workspace, options, error);
    default:
        return interact(workspace, options, error);
    }
}

struct stopwatch {
    bool is_shown;
    double start, last; /* seconds, of the clock that session_times() goes by */
};

static void tell(const struct stopwatch *watch, const char *work, double seconds)
{
    if (watch->is_shown)
        complain("time: %s %.4f s", work, seconds);
}

/* Says how long it took since the last lap. */
static void lap(struct stopwatch *watch, const char *work)
{
    tell(watch, work, session_clock() - watch->last);
    watch->last = session_clock();
}

/* What a user at the keyboard has seen, since the start. */
static void tell_session(const struct stopwatch *watch)
{
    struct session_times times = session_times();
    if (times.first_screen > 0)
        tell(watch, "first screen", times.first_screen - watch->start);
    if (times.loaded > 0)
        tell(watch, "load", times.loaded - watch->start);
}

static void load(struct workspace *workspace, const struct options *options, enum mode mode)
{
    if (mode == MODE_DEFAULT)
        workspace_absorb_first(workspace);
    else if (options->partial_rows)
        workspace_await_rows(workspace, options->partial_rows);
    else
        workspace_finish_loading(workspace);
}

static int open_and_run(const struct options *options, const struct format *fields,
                        struct error *error)
{
    struct workspace workspace;
    struct stopwatch watch = {options->shows_times, session_clock(), session_clock()};
    enum mode mode = options->mode;
    struct look look = {options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0};
    if (mode == MODE_DEFAULT && !isatty(STDOUT_FILENO))
        mode = MODE_PRINT;
    struct layout_wish wish = {options->layout, fields};
    workspace_start(&workspace, options->paths, options->path_count, wish, look);
    workspace.today = (int32_t)(time(NULL) / (24 * 60 * 60));
    if (mode != MODE_DEFAULT)
        warn_of_lists(&workspace);
    load(&workspace, options, mode);
    if (!workspace.loading)
        lap(&watch, "load");
    if (mode != MODE_DEFAULT)
        warn_of_formats(&workspace.formats.problems);
    bool is_late = mode == MODE_DEFAULT && workspace_is_blank(&workspace);
    bool is_chosen = is_late || make_choices(&workspace, options, mode, error);
    lap(&watch, "filter");
    int status = is_chosen ? run_mode(&workspace, options, mode, error) : fail(error);
    lap(&watch, "output");
    tell_session(&watch);
    workspace_release(&workspace);
    return status;
}

/* With what the user says about the columns, if anything. */
static int run(const struct options *options, struct error *error)
{
    struct format fields;
    if (!options->map)
        return open_and_run(options, NULL, error);
    int status = format_wish_parse(&fields, options->map, error)
                     ? open_and_run(options, &fields, error)
                     : fail(error);
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
        status = fail(&error);
    else if (answers_at_once(options.mode, &answer))
        status = put(&answer);
    else if (options.mode == MODE_LIST_FORMATS)
        status = list_formats();
    else if (options.mode == MODE_COMPLETE)
        status = complete(&options);
    else
        status = run(&options, &error);
    options_release(&options);
    error_release(&error);
    return status;
}

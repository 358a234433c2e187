/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "batch.h"

#include "apply_options.h"
#include "base/complaint.h"
#include "base/error.h"
#include "base/paths.h"
#include "model/filtering.h"
#include "model/opening.h"
#include "model/recompute.h"
#include "options.h"
#include "output.h"
#include "page_mode.h"
#include "report/check_report.h"
#include "report/claims_report.h"
#include "report/explain_report.h"
#include "report/extract_report.h"
#include "report/report.h"
#include "report/sum_report.h"
#include "report/verify_report.h"
#include "view/panes.h"
#include "view/sentence_page.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NARROWEST_PAGE 40
#define USUAL_PAGE 80
#define WIDEST_PAGE 1000

int batch_fail(const struct error *error)
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

int batch_put(struct buffer *text)
{
    return output_put(text, false) ? EXIT_DONE : EXIT_PROBLEMS;
}

static struct look look_of(const struct options *options)
{
    return (struct look){options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0};
}

static int page_width(void)
{
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width >= NARROWEST_PAGE && width <= WIDEST_PAGE ? (int)width : USUAL_PAGE;
}

static int check(struct model *model, bool is_strict)
{
    struct buffer out = {0};
    bool is_bad = report_check_files(&out, model);
    int status = batch_put(&out); /* before the rest, for which memory may not suffice */
    is_bad |= report_check_claims(&out, model) && is_strict;
    is_bad |= report_check_quotes(&out, model);
    return batch_put(&out) || is_bad ? EXIT_PROBLEMS : status;
}

static void warn_of_unread(const struct model *model, enum mode mode)
{
    struct buffer unread = {0};
    unread_write(&unread, model_unread(model));
    if (unread.length)
        complain("tradescope: %s%s", unread.data,
                 mode == MODE_SUM && model_unread(model).rows
                     ? "; each may belong to any of these sums, which are at least "
                       "what they say if no value is negative"
                     : "");
    buffer_release(&unread);
}

/* What was left out is reported on standard error and by the exit status. */
int batch_warn_of_problems(const struct model *model, enum mode mode)
{
    const struct problem_list *problems = &model->dataset.problems;
    if (!problems->count)
        return EXIT_DONE;
    struct buffer first = {0};
    problem_format(&first, &problems->items[0]);
    complain("%s", first.data);
    size_t more = problem_list_total(problems) - 1;
    if (more)
        complain("tradescope: %zu more problem%s; --check lists them", more, more > 1 ? "s" : "");
    buffer_release(&first);
    warn_of_unread(model, mode);
    return EXIT_PROBLEMS;
}

/* Explains an empty output. */
static void warn_of_nothing(struct model *model, const struct options *options)
{
    if (!model_shows_nothing(model, NULL) || !options->filter_count)
        return;
    struct buffer why = {0};
    model_explain_nothing(model, options->filters[options->filter_count - 1], &why);
    complain("tradescope: %s", why.data);
    buffer_release(&why);
}

/* `status` is the result of the output. */
static int finish(int status, struct model *model, const struct options *options)
{
    int problems = batch_warn_of_problems(model, options->mode);
    struct buffer remarks = {0};
    buffer_puts(&remarks, "tradescope: ");
    if (report_remarks(&remarks, model))
        complain_lines(remarks.data);
    buffer_truncate(&remarks, 0);
    report_notes(&remarks, model, "tradescope: ");
    if (options->mode == MODE_PRINT || options->mode == MODE_DEFAULT ||
        options->mode == MODE_EXPLAIN || options->mode == MODE_TEST)
        report_doubts(&remarks, model, "tradescope: ");
    if (options->mode != MODE_SUM && report_refusals(&remarks, model, "tradescope: "))
        problems = EXIT_PROBLEMS;
    if (remarks.length)
        complain_lines(remarks.data);
    buffer_release(&remarks);
    warn_of_nothing(model, options);
    return status ? status : problems;
}

/* Writes the rest, then reports what was left out. */
static int end_output(struct output *output, struct model *model, const struct options *options,
                      struct error *error)
{
    if (!output_close(output, error) && output->path)
        return batch_fail(error);
    return finish(ferror(stdout) ? EXIT_PROBLEMS : EXIT_DONE, model, options);
}

static int print(struct model *model, const struct options *options)
{
    struct output output = {.is_exact = false};
    struct sink out = output_sink(&output);
    struct workspace workspace;
    /* If a file could not be read, show only the reason. */
    if (!model_count_rows(model) && model->dataset.problems.count && options->pane != PANE_PROBLEMS)
        return finish(EXIT_DONE, model, options);
    if (options->goal)
        buffer_printf(&out.text, "%s\n\n", model->message.text);
    workspace_init(&workspace, &pane_set, model, look_of(options));
    report_panes(&out, &workspace, options->pane, page_width());
    workspace_release(&workspace);
    return finish(finish_output(&out), model, options);
}

static void write_export(struct sink *out, struct export_files *files, const struct model *model,
                         enum report_format format)
{
    if (format == REPORT_JSON)
        claims_report_json(out, files, model_unread(model));
    else
        claims_report_csv(out, files,
                          format == REPORT_CSV_SAFE ? cell_write_csv_safe : cell_write_csv);
}

static int export(struct model *model, const struct options *options, struct error *error)
{
    struct output output = {
        .is_exact = true, .path = options->output, .replaces = options->is_forced};
    struct export_files files;
    bool is_found = export_files_find(&files, model, error);
    struct sink *out = is_found ? output_open(&output, error) : NULL;
    if (out)
        write_export(out, &files, model, options->format);
    export_files_release(&files);
    return out ? end_output(&output, model, options, error) : batch_fail(error);
}

static int make_report(struct model *model, const struct options *options, struct error *error)
{
    struct output output = {
        .is_exact = true, .path = options->output, .replaces = options->is_forced};
    struct workspace workspace;
    bool is_false = false;
    workspace_init(&workspace, &pane_set, model, look_of(options));
    bool is_made = report_mode_write(&output, &workspace, options, &is_false, error);
    workspace_release(&workspace);
    if (is_made && !is_false)
        return end_output(&output, model, options, error);
    return finish(is_made ? EXIT_PROBLEMS : batch_fail(error), model, options);
}

static int page(struct model *model, const struct options *options, struct error *error)
{
    struct output output = {.path = options->output, .replaces = options->is_forced};
    struct workspace workspace;
    workspace_init(&workspace, &pane_set, model, look_of(options));
    bool is_written = page_mode_write(&output, &workspace, options, error);
    workspace_release(&workspace);
    return is_written ? end_output(&output, model, options, error) : batch_fail(error);
}

/* Writes each line of the text to standard error. Takes ownership of the text. */
static void warn_of_lines(struct buffer *lines)
{
    const char *line = lines->length ? lines->data : "";
    for (size_t length; *line; line += length + (line[length] == '\n')) {
        length = strcspn(line, "\n");
        complain("tradescope: %.*s", (int)length, line);
    }
    buffer_release(lines);
}

static int sum(struct model *model, const struct options *options, struct error *error)
{
    struct buffer out = {0}, remarks = {0};
    if (model_unread(model).files == model->files.count)
        return finish(EXIT_PROBLEMS, model, options);
    const struct sum_wish wish = {options->sum_columns, options->format, options->takes_all_rows};
    if (!report_sums(&out, model, &wish, &remarks, error)) {
        batch_warn_of_problems(model, MODE_PRINT);
        return batch_fail(error);
    }
    warn_of_lines(&remarks);
    int status = output_put(&out, options->format != REPORT_TEXT) ? EXIT_DONE : EXIT_PROBLEMS;
    return finish(status, model, options);
}

static int explain(struct model *model, const struct options *options, struct error *error)
{
    struct buffer out = {0};
    if (!report_explain(&out, model, options->explained, page_width(), look_of(options).ascii,
                        error))
        return batch_fail(error);
    return finish(batch_put(&out), model, options);
}

static int test(struct model *model, const struct options *options, struct error *error)
{
    struct buffer out = {0};
    struct page *page = sentence_page(model, options->tested, error);
    if (!page)
        return batch_fail(error);
    page_write(page, page_width(), look_of(options).ascii, &out);
    page_free(page);
    return finish(batch_put(&out), model, options);
}

static int verify(struct model *model, const struct options *options, struct error *error)
{
    struct buffer out = {0};
    bool is_bad = false;
    if (!report_verify(&out, model, options->is_record, &is_bad, error)) {
        buffer_release(&out);
        return batch_fail(error);
    }
    int status = finish(batch_put(&out), model, options);
    return is_bad ? EXIT_PROBLEMS : status;
}

int batch_extract(const struct options *options, struct error *error)
{
    struct output output = {.is_exact = options->format != REPORT_TEXT};
    struct sink out = output_sink(&output);
    struct buffer remarks = {0};
    char *path = path_of_data("countries.csv");
    struct country_list *countries = country_list_read(path, error);
    free(path);
    if (!countries)
        complain_of(error);
    bool is_done = report_extract(&out, options->paths, options->path_count, countries,
                                  options->format, &remarks, error);
    country_list_free(countries);
    int status = finish_output(&out);
    warn_of_lines(&remarks);
    return is_done ? status : batch_fail(error);
}

int batch_run(struct model *model, const struct options *options, enum mode mode,
              struct error *error)
{
    if (page_mode_is_chosen(options))
        return page(model, options, error);
    switch (mode) {
    case MODE_CHECK:
        return check(model, options->is_strict);
    case MODE_TEST:
        return test(model, options, error);
    case MODE_VERIFY:
        return verify(model, options, error);
    case MODE_EXPORT:
        return export(model, options, error);
    case MODE_SUM:
        return sum(model, options, error);
    case MODE_EXPLAIN:
        return explain(model, options, error);
    case MODE_REPORT:
        return make_report(model, options, error);
    default:
        return print(model, options);
    }
}

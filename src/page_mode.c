/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page_mode.h"

#include "base/complaint.h"
#include "model/recompute.h"
#include "report/explain_report.h"
#include "report/citations.h"
#include "report/page_write.h"
#include "report/trade_report.h"

static bool is_exact_rows(enum report_format format)
{
    return format == REPORT_CSV || format == REPORT_CSV_SAFE || format == REPORT_JSON;
}

bool page_mode_is_chosen(const struct options *options)
{
    if (options->mode == MODE_EXPLAIN)
        return options->has_format;
    if (options->mode == MODE_EXPORT)
        return !is_exact_rows(options->format);
    return options->mode == MODE_PRINT && options->page < PAGE_KIND_COUNT &&
           (options->has_format || options->output || options->page >= PAGE_PARTNERS);
}

/* The table alone has no notes: they are said as --sum says what it left out. */
static void tell_notes(const struct report_table *table, enum report_format format)
{
    bool is_table_alone = format == REPORT_CSV || format == REPORT_CSV_SAFE ||
                          format == REPORT_TSV || format == REPORT_TSV_SAFE;
    for (size_t i = 0; is_table_alone && i < table->notes.count; i++)
        complain("tradescope: %.*s", (int)table->notes.items[i].length, table->notes.items[i].data);
}

/* A page of rows has those of one table. */
static bool has_one_table(const struct model *model, struct error *error)
{
    size_t separate = 0;
    for (size_t i = 0; i < model->files.count; i++)
        separate += file_is_separate(&model->files.items[i]) && model_file_has_columns(model, i);
    bool has_claims =
        table_row_count(model->dataset.table) > 0 && !file_is_separate(&model->files.items[0]);
    return separate + has_claims < 2 ||
           error_set_misuse(error, "a page of rows has those of one file; name one, or write them "
                                   "with --export=csv or --export=json");
}

static bool make_table(struct report_table *table, struct workspace *workspace,
                       const struct options *options, struct error *error)
{
    struct page_wish wish = {.kind = options->mode == MODE_EXPORT ? PAGE_ROWS : options->page};
    struct number_index numbers = {0};
    if (wish.kind == PAGE_ROWS && !has_one_table(workspace->model, error))
        return false;
    if (options->mode == MODE_EXPLAIN) {
        wish.kind = PAGE_EXPLANATION;
        if (!explain_find(&numbers, workspace->model, options->explained, error))
            return false;
        wish.explained = numbers.items;
        wish.explained_count = numbers.count;
    }
    bool is_made = page_make(table, workspace, &wish, error);
    number_index_release(&numbers);
    return is_made;
}

bool page_mode_write(struct output *output, struct workspace *workspace,
                     const struct options *options, struct error *error)
{
    struct report_table table = {0};
    struct sink *out = NULL;
    bool has_table = !citations_is_format(options->format);
    bool is_made = !has_table || make_table(&table, workspace, options, error);
    output->is_exact = page_format_is_exact(options->format);
    if (is_made && options->goal)
        page_lines_add(&table, &table.notes, text_of(workspace->model->message.text));
    if (is_made)
        out = output_open(output, error);
    if (out && !has_table) {
        citations_write(out, workspace, options->format);
    } else if (out) {
        page_write_table(out, &table, options->format, workspace->look.ascii);
        tell_notes(&table, options->format);
    }
    report_table_release(&table);
    return out != NULL;
}

/* A template and an output in two languages would be a file that lies by its name. */
static bool choose_language(struct report_request *request, const struct options *options,
                            struct error *error)
{
    bool is_known = options->has_format || options->output;
    bool is_html = options->has_format ? options->format == REPORT_HTML
                                       : options->output && report_is_html(options->output);
    request->is_html = is_html;
    if (!request->template_path || !is_known || report_is_html(request->template_path) == is_html)
        return true;
    return error_set_misuse(error, "%s is a template in %s, and the output is to be %s",
                            request->template_path, is_html ? "Markdown" : "HTML",
                            is_html ? "HTML" : "Markdown");
}

bool report_mode_write(struct output *output, struct workspace *workspace,
                       const struct options *options, bool *is_false, struct error *error)
{
    struct report_request request = {.template_path = options->template,
                                     .command = options->command};
    struct buffer text = {0}, failures = {0};
    struct sink *out = NULL;
    bool is_made = choose_language(&request, options, error) &&
                   trade_report_make(&text, workspace, &request, &failures, error);
    *is_false = is_made && failures.length;
    if (*is_false)
        complain_lines(failures.data);
    else if (is_made)
        out = output_open(output, error);
    if (out)
        buffer_append_text(&out->text, buffer_text(&text));
    buffer_release(&text);
    buffer_release(&failures);
    return out != NULL || *is_false;
}

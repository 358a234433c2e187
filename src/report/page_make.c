/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/page_make.h"

#include "base/array.h"
#include "model/files.h"
#include "model/opening.h"
#include "report/check_report.h"
#include "report/page_content.h"

#include <string.h>

static bool page_text(struct report_table *table, struct workspace *workspace,
                      const struct page_wish *wish, struct error *error)
{
    (void)table, (void)workspace, (void)wish, (void)error;
    return true;
}

static const struct {
    const char *name, *title;
    page_content *fill;
} pages[PAGE_KIND_COUNT] = {
    [PAGE_BALANCE] = {"balance", "Balance", page_balance},
    [PAGE_PATH] = {"path", "Path", page_path},
    [PAGE_FIGURES] = {"figures", "Figures", page_figures},
    [PAGE_EVENTS] = {"events", "Events", page_events},
    [PAGE_SOURCE] = {"source", "Quotes", page_source},
    [PAGE_PROBLEMS] = {"problems", "Problems", page_problems},
    [PAGE_CHECKS] = {"checks", "Checks", page_checks},
    [PAGE_ROWS] = {"rows", "Rows", page_rows},
    [PAGE_PARTNERS] = {"partners", "By partner", page_partners},
    [PAGE_PRODUCTS] = {"products", "By product", page_products},
    [PAGE_MIRROR] = {"mirror", "Mirror", page_mirror},
    [PAGE_TREND] = {"trend", "Trend", page_trend},
    [PAGE_SCENARIOS] = {"scenarios", "Scenario", page_scenarios},
    [PAGE_SOURCES] = {"sources", "Sources", page_sources},
    [PAGE_DISPUTES] = {"disputes", "Disputes", page_disputes},
    [PAGE_TEXT] = {"text", "Text", page_text},
    [PAGE_EXPLANATION] = {"explanation", "Explanation", page_explanation},
};

const char *page_kind_name(size_t kind)
{
    return kind < PAGE_EXPLANATION ? pages[kind].name : NULL;
}

void page_text_columns(struct report_table *table, const char *const *names)
{
    for (; *names; names++)
        report_table_column(table, *names, CELLS_TEXT);
}

void page_period_cell(struct report_table *table, struct period period)
{
    struct buffer text = {0};
    period_format(&text, period);
    report_table_text(table, buffer_text(&text));
    buffer_release(&text);
}

void page_origin_cells(struct report_table *table, const struct dataset *dataset, size_t row)
{
    struct buffer line = {0};
    if (row == NO_ROW) {
        for (size_t i = 0; i < 3; i++)
            report_table_empty(table);
        return;
    }
    if (table_line(dataset->table, row))
        buffer_printf(&line, "%zu", table_line(dataset->table, row));
    report_table_text(table, dataset_text(dataset, row, FIELD_SOURCE));
    report_table_text(table, text_of(dataset_row_path(dataset, row)));
    report_table_text(table, buffer_text(&line));
    buffer_release(&line);
}

/* --- what the page is of --- */

static void tell(struct report_table *table, struct buffer *line)
{
    page_lines_add(table, &table->about, buffer_text(line));
    buffer_truncate(line, 0);
}

static void tell_trade(struct report_table *table, const struct workspace *workspace,
                       enum page_kind kind)
{
    struct buffer line = {0};
    const struct pair *pair = analysis_pair(workspace->model->results.analysis);
    if (pair->reporter.length) {
        buffer_puts(&line, kind == PAGE_PARTNERS ? "reporter: " : "pair: ");
        buffer_append_text(&line, pair->reporter);
        if (kind != PAGE_PARTNERS) {
            buffer_puts(&line, " with ");
            buffer_append_text(&line, pair->partner);
        }
        tell(table, &line);
    }
    if (pair->product.length) {
        const char *name = model_product_name(workspace->model, pair->product, NULL);
        buffer_puts(&line, "product: ");
        buffer_append_text(&line, pair->product);
        buffer_printf(&line, " %s", name ? name : "");
        tell(table, &line);
    }
    buffer_release(&line);
}

static void tell_choices(struct report_table *table, const struct choices *choices)
{
    struct buffer line = {0};
    const char *filter;
    if (choices->frequency) {
        buffer_printf(&line, "periods: %s", choices->frequency);
        tell(table, &line);
    }
    for (size_t at = 0; (filter = choices_next_filter(choices, &at));) {
        buffer_printf(&line, "filter: %s", filter);
        tell(table, &line);
    }
    if (choices->scenario) {
        buffer_printf(&line, "scenario: %s", choices->scenario);
        tell(table, &line);
    }
    buffer_release(&line);
}

static void tell_order(struct report_table *table, const struct sort *sort)
{
    struct buffer line = {0};
    if (sort->column) {
        buffer_printf(&line, "order: %s, %s first", sort->column,
                      sort->descends ? "largest" : "smallest");
        tell(table, &line);
    }
    buffer_release(&line);
}

/* Appends ", published 2024-07-05 to 2024-10-26", of the claims that are shown. */
static void write_dates(struct buffer *out, const struct model *model, const char *path)
{
    struct text first = {0}, last = {0};
    ROW_SET_EACH (&model->rows.shown, row) {
        struct text date = dataset_text(&model->dataset, row, FIELD_PUBLISHED);
        if (!date.length || strcmp(dataset_row_path(&model->dataset, row), path) != 0)
            continue;
        first = !first.length || text_compare(date, first) < 0 ? date : first;
        last = text_compare(date, last) > 0 ? date : last;
    }
    if (!first.length)
        return;
    buffer_puts(out, ", published ");
    buffer_append_text(out, first);
    if (text_is_equal(first, last))
        return;
    buffer_puts(out, " to ");
    buffer_append_text(out, last);
}

static void tell_files(struct report_table *table, const struct model *model)
{
    struct buffer line = {0};
    for (size_t i = 0; i < model->files.count; i++) {
        const struct dataset *dataset = model_file_dataset(model, i);
        const char *path = model_file_path(model, i);
        buffer_printf(&line, "file: %s, ", file_display_name(path));
        decimal_format(&line, (double)model_file_rows(model, i), 0);
        buffer_puts(&line, " rows");
        if (dataset->form == FORM_STATISTICS)
            buffer_printf(&line, " of statistics, %s",
                          dataset->mapping.format ? dataset->mapping.format : "--map");
        else
            write_dates(&line, model, path);
        tell(table, &line);
    }
    buffer_puts(&line, "made by " PACKAGE_STRING);
    tell(table, &line);
    buffer_release(&line);
}

/* --- what makes it doubtful --- */

static void tell_doubts(struct report_table *table, const struct model *model)
{
    struct buffer lines = {0};
    unread_write(&lines, model_unread(model));
    if (lines.length)
        buffer_putc(&lines, '\n');
    if (model->queue.loading)
        buffer_puts(&lines, "partial: rows are still being loaded\n");
    report_refusals(&lines, model, "");
    report_remarks(&lines, model);
    report_notes(&lines, model, "");
    report_doubts(&lines, model, "");
    page_lines_split(table, &table->doubts, buffer_text(&lines));
    buffer_release(&lines);
}

static void set_title(struct report_table *table, const char *title)
{
    table->title = (struct text){arena_copy(&table->arena, title, strlen(title)), strlen(title)};
}

/* The order of the user applies to lists of rows. */
static bool has_order(enum page_kind kind)
{
    return kind == PAGE_FIGURES || kind == PAGE_EVENTS || kind == PAGE_ROWS;
}

bool page_make(struct report_table *table, struct workspace *workspace,
               const struct page_wish *wish, struct error *error)
{
    *table = (struct report_table){.name = pages[wish->kind].name};
    workspace_update(workspace, NULL);
    set_title(table, wish->title ? wish->title : pages[wish->kind].title);
    if (!pages[wish->kind].fill(table, workspace, wish, error))
        return false;
    tell_trade(table, workspace, wish->kind);
    tell_choices(table, &workspace->model->choices);
    if (has_order(wish->kind))
        tell_order(table, &workspace->model->choices.sort);
    tell_files(table, workspace->model);
    tell_doubts(table, workspace->model);
    return true;
}

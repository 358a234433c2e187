/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report.h"

#include "analysis/claims/headline.h"
#include "base/array.h"
#include "report/cell.h"
#include "report/claims_report.h"
#include "view/claim_format.h"

#include <string.h>

#define PAGE_WIDTH 100

static void make_text(struct sink *out, struct workspace *workspace)
{
    report_panes(out, workspace, PANE_COUNT, PAGE_WIDTH);
}

static void make_csv_with(struct sink *out, struct workspace *workspace, cell_writer *write_cell)
{
    struct export_files files;
    export_files_current(&files, workspace->model);
    claims_report_csv(out, &files, write_cell);
    export_files_release(&files);
}

static void make_csv(struct sink *out, struct workspace *workspace)
{
    make_csv_with(out, workspace, cell_write_csv);
}

static void make_csv_safe(struct sink *out, struct workspace *workspace)
{
    make_csv_with(out, workspace, cell_write_csv_safe);
}

static void make_json(struct sink *out, struct workspace *workspace)
{
    struct export_files files;
    export_files_current(&files, workspace->model);
    claims_report_json(out, &files, model_unread(workspace->model));
    export_files_release(&files);
}

/* Escapes bars and replaces line breaks, which may not occur in a cell of a Markdown table. */
static void write_markdown(struct buffer *out, struct text text)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text, true);
    for (size_t i = 0; i < visible.length; i++) {
        if (strchr("|*_`<>[]\\", visible.data[i]))
            buffer_putc(out, '\\');
        buffer_putc(out, visible.data[i]);
    }
    buffer_release(&visible);
}

static void write_markdown_figure(struct buffer *out, const struct dataset *dataset,
                                  const struct observation *observation)
{
    struct claim claim = dataset_claim(dataset, observation->shown);
    struct buffer cell = {0};
    claim_format_subject(&cell, dataset, observation->shown);
    buffer_puts(out, "| ");
    write_markdown(out, buffer_text(&cell));
    buffer_puts(out, " | ");
    buffer_truncate(&cell, 0);
    claim_format_value(&cell, &claim);
    write_markdown(out, buffer_text(&cell));
    buffer_printf(out, " | %zu | %s |\n", observation->source_count,
                  agreement_word(observation->agreement));
    buffer_release(&cell);
}

static void write_markdown_figures(struct sink *out, const struct workspace *workspace)
{
    const struct observation_list *list = analysis_observations(workspace->model->results.analysis);
    buffer_puts(&out->text,
                "\n## Figures\n\n| what | value | sources | agree |\n| --- | --- | --- | --- |\n");
    for (size_t i = 0; i < list->count && sink_pass(out); i++)
        write_markdown_figure(&out->text, &workspace->model->dataset, &list->items[i]);
}

static void write_markdown_quote(struct buffer *out, const struct dataset *dataset, size_t row)
{
    struct buffer citation = {0};
    claim_format_citation(&citation, dataset, row);
    buffer_puts(out, "\n> ");
    write_markdown(out, dataset_text(dataset, row, FIELD_QUOTE));
    buffer_puts(out, "\n>\n> -- ");
    write_markdown(out, buffer_text(&citation));
    buffer_putc(out, '\n');
    buffer_release(&citation);
}

static void write_markdown_quotes(struct sink *out, const struct workspace *workspace)
{
    buffer_puts(&out->text, "\n## Sources\n");
    ROW_SET_EACH (&workspace->model->rows.shown, row)
        if (sink_pass(out))
            write_markdown_quote(&out->text, &workspace->model->dataset, row);
}

static void write_markdown_pane(struct sink *out, struct workspace *workspace, enum pane pane)
{
    buffer_printf(&out->text, "\n## %s\n\n```\n", workspace->views[pane].ops->title);
    report_panes(out, workspace, pane, PAGE_WIDTH);
    buffer_puts(&out->text, "```\n");
}

static void write_markdown_headline(struct buffer *out, const struct workspace *workspace)
{
    const struct pair *pair = analysis_pair(workspace->model->results.analysis);
    struct buffer headline = {0};
    buffer_puts(out, "# ");
    write_markdown(out, pair->reporter);
    buffer_puts(out, pair->reporter.length ? " and " : "Trade");
    write_markdown(out, pair->partner);
    buffer_puts(out, "\n\n");
    headline_write(&headline, pair, analysis_balance(workspace->model->results.analysis),
                   analysis_path(workspace->model->results.analysis), 1000);
    write_markdown(out, buffer_text(&headline));
    buffer_putc(out, '\n');
    buffer_release(&headline);
}

static void make_markdown(struct sink *out, struct workspace *workspace)
{
    workspace_update(workspace, NULL);
    write_markdown_headline(&out->text, workspace);
    write_markdown_pane(out, workspace, PANE_BALANCE);
    write_markdown_pane(out, workspace, PANE_PATH);
    write_markdown_figures(out, workspace);
    write_markdown_quotes(out, workspace);
}

static const struct {
    const char *ending;
    void (*make)(struct sink *out, struct workspace *workspace);
} formats[REPORT_FORMAT_COUNT] = {
    [REPORT_TEXT] = {".txt", make_text},        [REPORT_CSV] = {".csv", make_csv},
    [REPORT_CSV_SAFE] = {NULL, make_csv_safe},  [REPORT_JSON] = {".json", make_json},
    [REPORT_MARKDOWN] = {".md", make_markdown},
};

bool report_format_of_file(const char *path, enum report_format *format)
{
    struct text name = text_of(path);
    for (size_t i = 0; i < REPORT_FORMAT_COUNT; i++) {
        if (!formats[i].ending)
            continue;
        struct text ending = text_of(formats[i].ending);
        if (name.length <= ending.length)
            continue;
        struct text tail = {name.data + name.length - ending.length, ending.length};
        if (text_is_equal_folded(tail, ending)) {
            *format = (enum report_format)i;
            return true;
        }
    }
    return false;
}

void report_make(struct sink *out, struct workspace *workspace, enum report_format format)
{
    formats[format].make(out, workspace);
}

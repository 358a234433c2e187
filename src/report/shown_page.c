/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/shown_page.h"

#include "base/array.h"
#include "report/citations.h"
#include "report/claims_report.h"
#include "report/page_make.h"
#include "report/page_write.h"
#include "view/page.h"
#include "view/panes.h"

#include <string.h>

#define PAGE_WIDTH 100

bool report_format_of_file(const char *path, enum report_format *format)
{
    static const struct {
        const char *ending;
        enum report_format format;
    } endings[] = {
        {".txt", REPORT_TEXT},  {".csv", REPORT_CSV},     {".tsv", REPORT_TSV},
        {".json", REPORT_JSON}, {".md", REPORT_MARKDOWN}, {".html", REPORT_HTML},
        {".htm", REPORT_HTML},  {".bib", REPORT_BIBTEX},  {".ris", REPORT_RIS},
    };
    struct text name = text_of(path);
    for (size_t i = 0; i < ARRAY_LENGTH(endings); i++) {
        struct text ending = text_of(endings[i].ending);
        if (name.length <= ending.length)
            continue;
        struct text tail = {name.data + name.length - ending.length, ending.length};
        if (text_is_equal_folded(tail, ending)) {
            *format = endings[i].format;
            return true;
        }
    }
    return false;
}

void report_rows(struct sink *out, struct model *model, enum report_format format)
{
    struct export_files files;
    export_files_current(&files, model);
    if (format == REPORT_JSON)
        claims_report_json(out, &files, model_unread(model));
    else
        claims_report_csv(out, &files,
                          format == REPORT_CSV_SAFE ? cell_write_csv_safe : cell_write_csv);
    export_files_release(&files);
}

static bool is_by_record(enum report_format format)
{
    return format == REPORT_CSV || format == REPORT_CSV_SAFE || format == REPORT_JSON;
}

static bool is_of_tables(enum report_format format)
{
    return is_by_record(format) || format == REPORT_TSV || format == REPORT_TSV_SAFE;
}

/* A page without a table, such as help, is written as it is read. */
static bool take_lines(struct report_table *table, struct workspace *workspace,
                       const struct view *view, enum report_format format, struct error *error)
{
    struct page_wish wish = {.kind = PAGE_TEXT, .title = page_title(view)};
    if (is_of_tables(format))
        return error_set_misuse(error,
                                "%s is text and no table; end the name in .md, .html or "
                                ".txt",
                                page_title(view));
    if (!page_make(table, workspace, &wish, error))
        return false;
    page_write(page_of_view(view), PAGE_WIDTH, workspace->look.ascii, &table->chart);
    return true;
}

/* Returns the page with the name of a pane; PAGE_TEXT if it has no table. */
static enum page_kind kind_of_name(const char *name)
{
    for (size_t kind = 0; page_kind_name(kind); kind++)
        if (strcmp(page_kind_name(kind), name) == 0)
            return (enum page_kind)kind;
    return PAGE_TEXT;
}

static bool take_page(struct report_table *table, struct workspace *workspace,
                      const struct view *view, enum report_format format, struct error *error)
{
    const struct page_subject *subject = page_subject(view);
    if (!subject->name)
        return take_lines(table, workspace, view, format, error);
    struct page_wish wish = {.kind = kind_of_name(subject->name),
                             .period = subject->period,
                             .product = text_of(subject->product ? subject->product : "")};
    return page_make(table, workspace, &wish, error);
}

bool shown_page_make(struct shown_page *page, struct workspace *workspace,
                     enum report_format format, struct error *error)
{
    *page = (struct shown_page){.format = format};
    if (citations_is_format(format)) /* the sources of what is shown, in any pane */
        return true;
    struct view *view = workspace_view(workspace, NULL);
    if (page_is(view))
        return take_page(&page->table, workspace, view, format, error);
    if (workspace->overlay_count)
        return error_set(error, "this list is not written; Esc closes it");
    struct page_wish wish = {.kind = kind_of_name(view->ops->name)};
    if (wish.kind == PAGE_TEXT)
        return error_set(error, "this pane is not written");
    page->has_rows = wish.kind == PAGE_ROWS && is_by_record(format);
    if (wish.kind == PAGE_SOURCE) {
        wish.has_row = true;
        wish.row = workspace->model->selection.row;
    }
    return page->has_rows || page_make(&page->table, workspace, &wish, error);
}

void shown_page_write(struct sink *out, const struct shown_page *page, struct workspace *workspace)
{
    if (citations_is_format(page->format))
        citations_write(out, workspace, page->format);
    else if (page->has_rows)
        report_rows(out, workspace->model, page->format);
    else
        page_write_table(out, &page->table, page->format, workspace->look.ascii);
}

void shown_page_release(struct shown_page *page)
{
    report_table_release(&page->table);
}

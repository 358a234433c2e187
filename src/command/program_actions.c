/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/actions.h"

#include "base/atomic_file.h"
#include "base/memory.h"
#include "base/paths.h"
#include "command/command.h"
#include "command/help.h"
#include "report/copy_text.h"
#include "report/shown_page.h"
#include "report/trade_report.h"

#include <stdlib.h>
#include <string.h>

#define CSV_SAFE "csv-safe "

/* Appends what was written, and what a reader of the file would not see there. */
static void tell_written(struct workspace *workspace, const struct shown_page *page,
                         const char *path, size_t bytes)
{
    struct model *model = workspace->model;
    struct buffer what = {0}, unread = {0};
    if (page->has_rows && model->files.count > 1)
        buffer_printf(&what, ", the rows of %s",
                      file_display_name(model_current_file(model)->path));
    else if (page->table.title.length)
        buffer_printf(&what, ", %.*s", (int)page->table.title.length, page->table.title.data);
    unread_write(&unread, model_unread(model));
    model_set_message(model, unread.length ? MESSAGE_WARNING : MESSAGE_GOOD,
                      "written%s: %s, %zu bytes%s%s", what.data ? what.data : "", path, bytes,
                      unread.length ? "; " : "", unread.length ? unread.data : "");
    buffer_release(&what);
    buffer_release(&unread);
}

static size_t name_start(const char *argument)
{
    return strncmp(argument, CSV_SAFE, strlen(CSV_SAFE)) == 0 ? strlen(CSV_SAFE) : 0;
}

static bool choose_format(const char *argument, const char *name, enum report_format *format,
                          struct error *error)
{
    if (*name == '|' || strcmp(name, "-") == 0)
        return error_set_misuse(error,
                                "%s: name a file; commands and standard output are for "
                                "`tradescope --export`",
                                name);
    if (!report_format_of_file(name, format))
        return error_set_misuse(error, "%s: end the name in " REPORT_ENDINGS, name);
    if (name == argument)
        return true;
    if (*format != REPORT_CSV && *format != REPORT_TSV)
        return error_set_misuse(error, "csv-safe is for .csv and .tsv");
    *format = *format == REPORT_CSV ? REPORT_CSV_SAFE : REPORT_TSV_SAFE;
    return true;
}

static bool write_file(struct workspace *workspace, const char *argument, bool replaces,
                       struct error *error)
{
    enum report_format format;
    struct shown_page page = {0};
    struct atomic_file file;
    const char *name = argument + name_start(argument);
    if (!choose_format(argument, name, &format, error))
        return false;
    char *path = path_expand_home(name);
    bool is_written = shown_page_make(&page, workspace, format, error) &&
                      atomic_file_open(&file, path, replaces ? ATOMIC_REPLACE : ATOMIC_NEW, error);
    if (is_written) {
        shown_page_write(&file.out, &page, workspace);
        is_written = atomic_file_publish(&file, error);
    }
    if (is_written)
        tell_written(workspace, &page, path, file.out.taken);
    shown_page_release(&page);
    free(path);
    return is_written;
}

ACTION(write)
{
    return write_file(workspace, argument, false, error);
}

ACTION(overwrite)
{
    return write_file(workspace, argument, true, error);
}

/* Makes the report and writes it, unless a number in it no longer holds. */
static bool write_report(struct workspace *workspace, const char *name, const char *template,
                         struct error *error)
{
    struct buffer text = {0}, failures = {0};
    struct atomic_file file;
    char *path = path_expand_home(name), *from = template ? path_expand_home(template) : NULL;
    struct report_request request = {.template_path = from, .is_html = report_is_html(path)};
    bool is_made = trade_report_make(&text, workspace, &request, &failures, error);
    if (is_made && failures.length) {
        size_t first = strcspn(failures.data, "\n");
        is_made = error_set(error, "%.*s", (int)first, failures.data);
    }
    bool is_written = is_made && atomic_file_open(&file, path, ATOMIC_NEW, error);
    if (is_written) {
        buffer_append_text(&file.out.text, buffer_text(&text));
        is_written = atomic_file_publish(&file, error);
    }
    if (is_written)
        model_set_message(workspace->model, MESSAGE_GOOD, "report written: %s, %zu bytes", path,
                          text.length);
    buffer_release(&text);
    buffer_release(&failures);
    free(path);
    free(from);
    return is_written;
}

ACTION(report)
{
    const char *blank = strchr(argument, ' ');
    const char *template = blank ? blank + strspn(blank, " ") : NULL;
    char *name = xstrndup(argument, blank ? (size_t)(blank - argument) : strlen(argument));
    bool is_html = report_is_html(name);
    enum report_format format;
    bool is_known = report_format_of_file(name, &format) &&
                    (format == REPORT_MARKDOWN || format == REPORT_HTML);
    bool is_written = false;
    if (!is_known)
        error_set_misuse(error, "%s: end the name in .md or .html", name);
    else if (template && report_is_html(template) != is_html)
        error_set_misuse(error, "the template and the report must both end in .md, or in .html");
    else
        is_written = write_report(workspace, name, template, error);
    free(name);
    return is_written;
}

ACTION(copy)
{
    (void)argument;
    struct buffer text = {0}, what = {0};
    bool is_made = copy_text_make(&text, &what, workspace, error);
    if (is_made)
        workspace_wish(workspace, WISH_COPY, what.data, text.data);
    buffer_release(&text);
    buffer_release(&what);
    return is_made;
}

ACTION(help)
{
    if (help_open(workspace, argument))
        return true;
    return error_set_misuse(error, "no help on `%s`; ? shows all of it", argument);
}

ACTION(command)
{
    return command_run(workspace, argument, error);
}

ACTION(redraw)
{
    (void)argument, (void)error;
    workspace_wish(workspace, WISH_REDRAW, NULL, NULL);
    return true;
}

ACTION(suspend)
{
    (void)argument, (void)error;
    workspace_wish(workspace, WISH_SUSPEND, NULL, NULL);
    return true;
}

ACTION(quit)
{
    (void)argument, (void)error;
    workspace_wish(workspace, WISH_QUIT, NULL, NULL);
    return true;
}

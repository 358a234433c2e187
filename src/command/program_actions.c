/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/actions.h"

#include "base/atomic_file.h"
#include "base/paths.h"
#include "command/command.h"
#include "command/help.h"
#include "report/report.h"
#include "view/claim_format.h"

#include <stdlib.h>

/* Rows are those of one file: of which, where several are open. */
static void tell_written(struct model *model, enum report_format format, const char *path,
                         size_t bytes)
{
    bool is_of_one = model->files.count > 1 && (format == REPORT_CSV || format == REPORT_JSON);
    const char *of = is_of_one ? file_display_name(model_current_file(model)->path) : "";
    model_set_message(model, MESSAGE_GOOD, "written%s%s: %s, %zu bytes",
                      is_of_one ? ", the rows of " : "", of, path, bytes);
}

static bool write_file(struct workspace *workspace, const char *argument, bool replaces,
                       struct error *error)
{
    enum report_format format;
    if (!report_format_of_file(argument, &format))
        return error_set_misuse(error, "%s: end the name in .csv, .json, .md or .txt", argument);
    struct atomic_file file;
    char *path = path_expand_home(argument);
    bool is_written = atomic_file_open(&file, path, replaces ? ATOMIC_REPLACE : ATOMIC_NEW, error);
    if (is_written) {
        report_make(&file.out, workspace, format);
        is_written = atomic_file_publish(&file, error);
    }
    if (is_written)
        tell_written(workspace->model, format, path, file.out.taken);
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

ACTION(copy)
{
    (void)argument;
    size_t row = workspace->model->selection.row;
    if (row == NO_ROW)
        return error_set(error, "nothing is selected");
    struct buffer text = {0};
    buffer_putc(&text, '"');
    claim_format_quoted(&text, dataset_text(&workspace->model->dataset, row, FIELD_QUOTE));
    buffer_puts(&text, "\"\n");
    claim_format_citation(&text, &workspace->model->dataset, row);
    buffer_putc(&text, '\n');
    workspace_wish(workspace, WISH_COPY, NULL, text.data);
    buffer_release(&text);
    return true;
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

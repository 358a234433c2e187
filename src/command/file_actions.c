/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory.h"
#include "base/paths.h"
#include "command/actions.h"
#include "model/file_loading.h"
#include "model/opening.h"
#include "view/breakdown_page.h"
#include "view/columns_page.h"
#include "view/mirror_page.h"
#include "view/page.h"

#include <stdlib.h>

ACTION(by)
{
    (void)argument;
    return breakdown_page_switch(workspace, error);
}

ACTION(columns)
{
    (void)argument;
    return columns_page_open(workspace, error);
}

ACTION(mirror)
{
    (void)argument;
    return mirror_page_open(workspace, error);
}

bool file_open(struct workspace *workspace, const char *name, struct error *error)
{
    char *path = path_expand_home(name);
    bool is_open = model_open_file(workspace->model, path, error);
    if (is_open && !workspace->model->user) /* there is no user watching */
        model_finish_loading(workspace->model);
    free(path);
    return is_open;
}

bool file_close(struct workspace *workspace, const char *name, struct error *error)
{
    char *path = path_expand_home(name);
    bool is_closed = workspace_close_file(workspace, path, error);
    if (is_closed)
        model_set_message(workspace->model, MESSAGE_GOOD, "closed: %s", path);
    free(path);
    return is_closed;
}

/* Describes a file: its kind, its rows, and for statistics what is shown. */
static void write_file(struct line *line, const struct workspace *workspace, size_t file)
{
    const struct dataset *dataset = model_file_dataset(workspace->model, file);
    const struct file_sums *sums = &workspace->model->files.items[file].sums;
    bool is_base = !workspace->model->files.items[file].dataset;
    struct buffer text = {0};
    line_puts(line, ROLE_STRONG, dataset->path);
    buffer_puts(&text, "  ");
    decimal_format(&text, (double)model_file_rows(workspace->model, file), 0);
    buffer_puts(&text, " rows");
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    buffer_release(&text);
    if (is_base || dataset->form == FORM_CLAIMS)
        line_puts(line, ROLE_DIM, "  claims");
    else if (dataset->form == FORM_STATISTICS)
        line_printf(line, ROLE_DIM, "  statistics, %s",
                    dataset->mapping.format ? dataset->mapping.format : "--map");
    else
        line_puts(line, ROLE_DIM, "  a plain table");
    if (sums->reason)
        line_printf(line, ROLE_WARN, "  %s", sums->reason);
    else if (sums->series.count)
        line_printf(line, ROLE_GOOD, "  %zu sums shown", sums->series.count);
}

static void show_file(struct workspace *workspace, size_t row, const char *value)
{
    (void)row;
    workspace_show_file(workspace, (size_t)strtoul(value, NULL, 10));
}

ACTION(files)
{
    (void)argument, (void)error;
    struct page *page = page_new("Files", show_file);
    for (size_t i = 0; i < workspace->model->files.count; i++) {
        struct buffer value = {0};
        buffer_printf(&value, "%zu", i);
        write_file(page_add(page, NO_ROW, value.data, 4), workspace, i);
        buffer_release(&value);
    }
    page_open(workspace, page, 0);
    return true;
}

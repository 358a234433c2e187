/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/actions.h"

#include "base/memory.h"
#include "base/paths.h"
#include "view/breakdown_page.h"
#include "view/mirror_page.h"
#include "view/page.h"
#include "view/workspace_files.h"
#include "view/workspace_loading.h"

#include <stdlib.h>

ACTION(by)
{
    (void)argument;
    return breakdown_page_switch(workspace, error);
}

ACTION(mirror)
{
    (void)argument;
    return mirror_page_open(workspace, error);
}

bool file_open(struct workspace *workspace, const char *name, struct error *error)
{
    char *path = path_expand_home(name);
    bool is_open = workspace_open_file(workspace, path, error);
    if (is_open && !workspace->doubt) /* nobody looks on */
        workspace_finish_loading(workspace);
    free(path);
    return is_open;
}

bool file_close(struct workspace *workspace, const char *name, struct error *error)
{
    char *path = path_expand_home(name);
    bool is_closed = workspace_close_file(workspace, path, error);
    if (is_closed)
        workspace_say(workspace, ROLE_GOOD, "closed: %s", path);
    free(path);
    return is_closed;
}

/* What a file is, how many rows it has, and of statistics what is shown. */
static void write_file(struct line *line, const struct workspace *workspace, size_t file)
{
    const struct dataset *dataset = workspace_file_dataset(workspace, file);
    const struct file_sums *sums = &workspace->files[file].sums;
    bool is_base = !workspace->files[file].dataset;
    struct buffer text = {0};
    line_puts(line, ROLE_STRONG, dataset->path);
    buffer_puts(&text, "  ");
    decimal_format(&text, (double)workspace_file_rows(workspace, file), 0);
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
    for (size_t i = 0; i < workspace->file_count; i++) {
        struct buffer value = {0};
        buffer_printf(&value, "%zu", i);
        write_file(page_add(page, NO_ROW, value.data, 4), workspace, i);
        buffer_release(&value);
    }
    page_open(workspace, page, 0);
    return true;
}

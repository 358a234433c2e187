/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panes as plain text: views drawn into a canvas of the height that they need. */
#include "config.h"

#include "analysis/claims/headline.h"
#include "report/report.h"
#include "view/draw/canvas.h"
#include "model/files.h"

static void write_view(struct sink *out, struct workspace *workspace, struct view *view, int width)
{
    struct canvas canvas;
    if (view->ops->finish)
        view->ops->finish(view, NULL);
    if (view->ops->print) {
        view->ops->print(view, width, workspace->look.ascii, &out->text);
        return;
    }
    canvas_init(&canvas, width, view->ops->full_height(view, width), workspace->look.ascii);
    canvas.is_printed = true;
    view_draw(view, &canvas, false, NULL);
    for (int row = 0; row < canvas.height && sink_pass(out); row++)
        line_write(canvas_line(&canvas, row), workspace->look.ascii, &out->text);
    canvas_release(&canvas);
}

static void write_title(struct sink *out, struct workspace *workspace, enum pane pane)
{
    const struct view *view = workspace_pane(workspace, pane, NULL);
    struct line line = {0};
    line_puts(&line, ROLE_TITLE, view->ops->title);
    if ((pane == PANE_BALANCE || pane == PANE_PATH) && view->ops->write_title) {
        line_puts(&line, ROLE_PLAIN, "  ");
        view->ops->write_title(view, &line);
    }
    line_write(&line, workspace->look.ascii, &out->text);
    line_release(&line);
}

/* Writes the quote of each shown row, separated by blank lines. */
static void write_sources(struct sink *out, struct workspace *workspace, int width)
{
    workspace_update(workspace, NULL);
    size_t selected = workspace->model->selection.row;
    bool is_first = true;
    ROW_SET_EACH (&workspace->model->rows.shown, row) {
        if (!sink_pass(out))
            break;
        workspace_select(workspace, row);
        if (!is_first)
            buffer_putc(&out->text, '\n');
        is_first = false;
        write_view(out, workspace, workspace_pane(workspace, PANE_SOURCE, NULL), width);
    }
    workspace_select(workspace, selected);
}

static void write_headline(struct sink *out, struct workspace *workspace, int width)
{
    struct buffer text = {0};
    struct line line = {0};
    workspace_update(workspace, NULL);
    headline_write(&text, analysis_pair(workspace->model->results.analysis),
                   analysis_balance(workspace->model->results.analysis),
                   analysis_path(workspace->model->results.analysis), width);
    line_add(&line, ROLE_STRONG, buffer_text(&text));
    line_write(&line, workspace->look.ascii, &out->text);
    line_release(&line);
    buffer_release(&text);
}

static void write_all(struct sink *out, struct workspace *workspace, int width)
{
    write_headline(out, workspace, width);
    for (size_t pane = 0; pane < PANE_COUNT && sink_pass(out); pane++) {
        /* All claims are in the other panes. */
        if ((pane == PANE_PROBLEMS && !workspace->model->dataset.problems.count) ||
            pane == PANE_ROWS || pane == PANE_PARTNERS || pane == PANE_PRODUCTS)
            continue;
        buffer_putc(&out->text, '\n');
        write_title(out, workspace, (enum pane)pane);
        write_view(out, workspace, workspace_pane(workspace, (enum pane)pane, NULL), width);
    }
}

/* Precedes everything that depends on the rows. */
static void write_unread(struct sink *out, const struct workspace *workspace, int width)
{
    struct buffer text = {0};
    struct line line = {0};
    unread_write_with_problems(&text, model_unread(workspace->model));
    if (text.length) {
        line_add(&line, ROLE_BAD, buffer_text(&text));
        line_cut(&line, width, "");
        line_write(&line, workspace->look.ascii, &out->text);
        buffer_putc(&out->text, '\n');
    }
    line_release(&line);
    buffer_release(&text);
}

/* True for the first file of those whose rows stand in one table. */
static bool has_own_table(const struct model *model, size_t file)
{
    if (!model_file_has_columns(model, file))
        return false;
    for (size_t i = 0; i < file && !file_is_separate(&model->files.items[file]); i++)
        if (model_file_has_columns(model, i) && !file_is_separate(&model->files.items[i]))
            return false;
    return true;
}

/* Writes the rows of every file, each below its name if there are several tables. */
static void write_rows(struct sink *out, struct workspace *workspace, int width)
{
    struct model *model = workspace->model;
    size_t current = model->files.current, tables = 0, written = 0;
    for (size_t i = 0; i < model->files.count; i++)
        tables += has_own_table(model, i);
    for (size_t i = 0; i < model->files.count && tables > 1 && sink_pass(out); i++) {
        if (!has_own_table(model, i))
            continue;
        struct line line = {0};
        line_puts(&line, ROLE_TITLE, file_display_name(model_file_path(model, i)));
        buffer_puts(&out->text, written++ ? "\n" : "");
        line_write(&line, workspace->look.ascii, &out->text);
        line_release(&line);
        model->files.current = i;
        workspace->views[PANE_ROWS].is_stale = true;
        write_view(out, workspace, workspace_pane(workspace, PANE_ROWS, NULL), width);
    }
    model->files.current = current;
    workspace->views[PANE_ROWS].is_stale = true;
    if (tables < 2)
        write_view(out, workspace, workspace_pane(workspace, PANE_ROWS, NULL), width);
}

void report_panes(struct sink *out, struct workspace *workspace, enum pane pane, int width)
{
    if (pane != PANE_PROBLEMS)
        write_unread(out, workspace, width);
    if (pane == PANE_COUNT && model_current_file(workspace->model)->form == FORM_PLAIN)
        write_rows(out, workspace, width);
    else if (pane == PANE_COUNT)
        write_all(out, workspace, width);
    else if (pane == PANE_SOURCE)
        write_sources(out, workspace, width);
    else if (pane == PANE_ROWS)
        write_rows(out, workspace, width);
    else
        write_view(out, workspace, workspace_pane(workspace, (enum pane)pane, NULL), width);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows: the rows of a file with all columns, of any kind. The strip below shows the row at the
 * cursor as written in the file.
 */
#include "config.h"

#include "model/recompute.h"
#include "view/draw/footer.h"
#include "view/grid.h"
#include "view/draw/highlight.h"
#include "view/page.h"
#include "view/panes.h"
#include "view/workspace.h"

static bool collect(struct workspace *workspace, struct row_list *rows, const struct effort *effort)
{
    const struct only_rows *only = workspace_only_rows(workspace);
    if (only) {
        *rows = row_list_copy(&only->rows);
        return true;
    }
    *rows = row_list_of_set(model_current_rows(workspace->model, effort));
    return true;
}

static const struct grid_ops rows_grid = {
    .empty = "no rows",
    .dataset = model_current_file,
    .collect = collect,
};

/*
 * Writes "row 1,234,567 of 10,000,000", preceded by its position among the rows that pass the
 * filters.
 */
static void write_title(const struct view *view, struct line *line)
{
    const struct table *table = model_current_file(view->workspace->model)->table;
    size_t row = grid_row(view), count = table_row_count(table);
    const struct only_rows *only = workspace_only_rows(view->workspace);
    struct buffer text = {0};
    if (row == NO_ROW)
        return;
    if (only)
        line_printf(line, ROLE_WARN, "%s only, Esc shows all  ", only->label);
    if (view->list.count < count) {
        decimal_format(&text, (double)view->list.cursor + 1, 0);
        buffer_puts(&text, " of ");
        decimal_format(&text, (double)view->list.count, 0);
        buffer_puts(&text, ": ");
    }
    buffer_puts(&text, "row ");
    decimal_format(&text, (double)row + 1, 0);
    buffer_puts(&text, " of ");
    decimal_format(&text, (double)count, 0);
    line_add(line, ROLE_DIM, buffer_text(&text));
    buffer_release(&text);
}

static bool is_sum(const struct view *view, const struct dataset *dataset, size_t row)
{
    return dataset == &view->workspace->model->dataset && model_is_sum(view->workspace->model, row);
}

static void write_record(const struct view *view, size_t row, struct line *line)
{
    const struct dataset *dataset = model_current_file(view->workspace->model);
    struct buffer record = {0};
    if (is_sum(view, dataset, row)) {
        line_printf(line, ROLE_DIM, "a sum, made of rows of %s", dataset_row_path(dataset, row));
        return;
    }
    line_printf(line, ROLE_DIM, "line %zu  ", table_line(dataset->table, row));
    if (model_row_as_written(view->workspace->model, row, &record))
        line_add(line, ROLE_PLAIN, buffer_text(&record));
    else
        line_puts(line, ROLE_WARN, "the file has changed: the row cannot be read in it any more");
    buffer_release(&record);
}

static void draw_evidence(struct view *view, struct canvas *canvas)
{
    size_t row = grid_row(view);
    if (row == NO_ROW)
        return;
    struct line line = {0};
    struct wrapping wrapping = {0};
    write_record(view, row, &line);
    if (canvas->ascii)
        line_make_ascii(&line);
    wrapping_add(&wrapping, &line, NO_ROW, canvas->width, 0);
    for (size_t i = 0; i < wrapping.count && (int)i < canvas->height; i++) {
        line_join(canvas_line(canvas, (int)i), &wrapping.rows[i].line);
        highlight_matches(&view->workspace->model->search, canvas_line(canvas, (int)i));
    }
    if ((int)wrapping.count > canvas->height && canvas->height > 0)
        canvas_mark_more(canvas, canvas->height - 1);
    wrapping_release(&wrapping);
    line_release(&line);
}

/* Shows each column of the row on a line of its own. */
static void open_row(struct workspace *workspace, const struct dataset *dataset, size_t row)
{
    struct buffer text = {0};
    int widest = 0;
    for (size_t column = 0; column < dataset->file_columns; column++) {
        int cells = text_cells(text_of(table_column_name(dataset->table, column)));
        widest = cells > widest ? cells : widest;
    }
    buffer_printf(&text, "Row, line %zu", table_line(dataset->table, row));
    struct page *page = page_new(text.data, NULL);
    for (size_t column = 0; column < dataset->file_columns; column++) {
        struct line *line = page_add(page, NO_ROW, NULL, widest + 2);
        line_puts(line, ROLE_HEADER, table_column_name(dataset->table, column));
        line_pad(line, widest + 2);
        buffer_truncate(&text, 0);
        table_write(dataset->table, row, column, &text);
        line_add(line, ROLE_PLAIN, buffer_text(&text));
    }
    page_open(workspace, page, 0);
    buffer_release(&text);
}

/* Enter leads from a claim to its quote, as in all panes; from another row to all its columns. */
static bool request(struct view *view, enum request request)
{
    const struct dataset *dataset = model_current_file(view->workspace->model);
    size_t row = grid_row(view);
    if (request != REQUEST_OPEN)
        return grid_request(view, request);
    if (row == NO_ROW || dataset_text(dataset, row, FIELD_QUOTE).length)
        return false;
    open_row(view->workspace, dataset, row);
    return true;
}

/* Claims are selected by row number, which is meaningless for other files. */
static void select_claim(struct view *view, size_t row)
{
    if (model_current_file(view->workspace->model) == &view->workspace->model->dataset)
        view_move_to_row(view, row);
}

static void init(struct view *view)
{
    grid_init(view, &rows_grid);
}

const struct view_ops rows_view_ops = {
    .name = "rows",
    .title = "Rows",
    .help = "the rows of the file with all its columns, as they are",
    .keys = "open keep exclude sort-ascending goto",
    .behind = PANE_SOURCE,
    .init = init,
    .rows = grid_rows,
    .collect = grid_collect,
    .reach = grid_reach,
    .finish = grid_finish,
    .write_title = write_title,
    .draw = grid_draw,
    .draw_evidence = draw_evidence,
    .print = grid_print,
    .item = grid_item,
    .select = select_claim,
    .request = request,
    .release = grid_release,
};

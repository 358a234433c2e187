/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/grid.h"

#include "base/memory.h"
#include "query/rows/row_order.h"
#include "view/draw/highlight.h"
#include "view/grid_columns.h"
#include "view/workspace.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH_STEP 4 /* cells that a key adds to a column */

void grid_init(struct view *view, const struct grid_ops *grid)
{
    struct grid *state = xcalloc(1, sizeof *state);
    state->ops = grid;
    view->state = state;
}

static struct row_keys sort_keys(const struct view *view, const char *name)
{
    const struct grid *grid = grid_state(view);
    const struct dataset *dataset = grid_dataset(view);
    size_t column = table_find_column(dataset->table, text_of(name));
    if (column != NO_COLUMN)
        return row_keys_of_column(dataset, column);
    return row_keys_of_numbers(grid->ops->keys ? grid->ops->keys(view->workspace, name) : NULL);
}

/* --- the rows --- */

/*
 * Takes ownership of the rows. Those on the screen, and those measured for column widths, are
 * sorted at once.
 */
static void bring_into_order(struct view *view, struct row_list rows)
{
    struct grid *grid = grid_state(view);
    const struct sort *sort = &view->workspace->model->choices.sort;
    struct row_keys keys = sort->column ? sort_keys(view, sort->column) : (struct row_keys){0};
    if (keys.numbers || keys.ranks)
        ordered_rows_sort(&grid->ordered, rows, &keys, sort->descends,
                          view->list.top + view->list.height + GRID_ROWS_MEASURED);
    else
        ordered_rows_set(&grid->ordered, rows);
    row_keys_release(&keys);
}

bool grid_finish(struct view *view, const struct effort *effort)
{
    struct grid *grid = grid_state(view);
    const struct sort *sort = &view->workspace->model->choices.sort;
    if (grid->ordered.is_whole)
        return true;
    if (view_is_stale(view) || effort_defers_slow(effort))
        return false;
    struct row_keys keys = sort_keys(view, sort->column);
    bool is_done = ordered_rows_finish(&grid->ordered, &keys, sort->descends, effort);
    row_keys_release(&keys);
    return is_done;
}

size_t grid_row_at(const struct view *view, size_t place)
{
    const struct ordered_rows *ordered = &grid_state(view)->ordered;
    return ordered_rows_has(ordered, place) ? ordered_rows_at(ordered, place) : NO_ROW;
}

void grid_reach(struct view *view, const struct effort *effort)
{
    size_t place = view->list.cursor;
    const struct ordered_rows *ordered = &grid_state(view)->ordered;
    if (!ordered_rows_has(ordered, place) && place < ordered->rows.count)
        grid_finish(view, effort);
}

const struct row_list *grid_rows(const struct view *view)
{
    const struct ordered_rows *ordered = &grid_state(view)->ordered;
    return ordered->is_whole ? &ordered->rows : NULL;
}

bool grid_collect(struct view *view, const struct effort *effort)
{
    struct grid *grid = grid_state(view);
    struct row_list rows = {0};
    grid_columns_find(grid, grid_dataset(view));
    ordered_rows_release(&grid->ordered);
    if (!grid->ops->collect(view->workspace, &rows, effort)) {
        row_list_release(&rows);
        return false;
    }
    bring_into_order(view, rows);
    list_set_count(&view->list, rows.count);
    if (grid->column >= grid_column_count(grid))
        grid->column = 0;
    return true;
}

/* --- the screen --- */

/* Scrolls sideways until the column of the cursor is visible. */
static struct fit fit_with_cursor(struct view *view, int width)
{
    struct grid *grid = grid_state(view);
    if (grid->column < grid->first_column)
        grid->first_column = grid->column;
    struct fit fit = grid_fit(view, width);
    while (grid->column - grid->first_column >= fit.count && grid->first_column < grid->column) {
        free(fit.widths);
        grid->first_column++;
        fit = grid_fit(view, width);
    }
    return fit;
}

static const char *sort_sign(const struct view *view, struct grid_cell_column column,
                             const struct canvas *canvas)
{
    if (!grid_is_sorted_by(view, column))
        return "";
    return view->workspace->model->choices.sort.descends ? canvas_sign(canvas, "▼", "v")
                                                         : canvas_sign(canvas, "▲", "^");
}

static void place_cell(struct line *line, struct line *cell, int width, bool is_right,
                       const struct canvas *canvas)
{
    line_cut(cell, width, canvas_sign(canvas, "…", ">"));
    int start = line_cells(line);
    if (is_right)
        line_pad(line, start + width - line_cells(cell));
    line_join(line, cell);
    line_pad(line, start + width + GRID_GAP);
}

/* Marks columns beyond the edges, in cells that no column uses. */
static void point_at_hidden(const struct view *view, const struct fit *fit,
                            const struct canvas *canvas, struct line *line)
{
    line_cut(line, canvas->width, "");
    if (!grid_has_more(grid_state(view), fit))
        return;
    line_cut(line, canvas->width - 1, "");
    line_pad(line, canvas->width - 1);
    line_puts(line, ROLE_DIM, ">");
}

static void draw_header(const struct view *view, struct canvas *canvas, const struct fit *fit,
                        bool is_focused)
{
    const struct grid *grid = grid_state(view);
    struct line *line = canvas_line(canvas, 0), cell = {0};
    line_puts(line, ROLE_DIM, grid->first_column ? "<" : "");
    line_pad(line, GRID_MARGIN);
    if (fit->key) {
        struct grid_cell_column column = grid_column_at(view, 0);
        line_puts(&cell, ROLE_HEADER, column.title);
        place_cell(line, &cell, fit->key, column.is_right, canvas);
    }
    for (size_t i = 0; i < fit->count; i++) {
        struct grid_cell_column column = grid_column_at(view, grid->first_column + i);
        bool is_current = is_focused && grid->first_column + i == grid->column;
        line_clear(&cell);
        line_printf(&cell, is_current ? ROLE_FOCUS : ROLE_HEADER, "%s%s", column.title,
                    sort_sign(view, column, canvas));
        place_cell(line, &cell, fit->widths[i], column.is_right, canvas);
    }
    line_release(&cell);
    point_at_hidden(view, fit, canvas, line);
}

/* A pane without focus shows its cursor only if it is on the selection or an equivalent. */
static bool shows_cursor(const struct view *view, bool is_focused)
{
    return is_focused || (grid_dataset(view) == &view->workspace->model->dataset &&
                          workspace_shows_selection(view->workspace, grid_row(view)));
}

static void draw_row(struct view *view, struct canvas *canvas, int at, size_t item,
                     const struct fit *fit, bool is_focused)
{
    const struct grid *grid = grid_state(view);
    bool is_cursor = item == view->list.cursor && shows_cursor(view, is_focused);
    struct line *line = canvas_item_line(canvas, at, is_cursor), cell = {0};
    if (fit->key) {
        struct grid_cell_column column = grid_column_at(view, 0);
        grid_write_cell(view, column, grid_row_at(view, item), &cell);
        place_cell(line, &cell, fit->key, column.is_right, canvas);
    }
    for (size_t i = 0; i < fit->count; i++) {
        struct grid_cell_column column = grid_column_at(view, grid->first_column + i);
        line_clear(&cell);
        grid_write_cell(view, column, grid_row_at(view, item), &cell);
        place_cell(line, &cell, fit->widths[i], column.is_right, canvas);
    }
    line_release(&cell);
    line_cut(line, canvas->width, "");
    view_note_item(view, at, item);
    if (is_cursor)
        canvas_mark_row(canvas, at, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    highlight_matches(&view->workspace->model->search, line);
}

static void draw_empty(const struct view *view, struct canvas *canvas)
{
    struct line *line = canvas_line(canvas, 0);
    line_printf(line, ROLE_DIM, "%s %s", grid_state(view)->ops->empty,
                model_scope(view->workspace->model));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

static bool has_rows_of_screen(const struct view *view)
{
    const struct ordered_rows *ordered = &grid_state(view)->ordered;
    size_t last = view->list.top + view->list.height + GRID_ROWS_MEASURED;
    last = last < ordered->rows.count ? last : ordered->rows.count;
    return ordered_rows_has(ordered, last - 1);
}

void grid_draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct grid *grid = grid_state(view);
    if (canvas->height < 1)
        return;
    list_set_height(&view->list, (size_t)(canvas->height > 1 ? canvas->height - 1 : 1));
    if (!grid->ordered.rows.count) {
        draw_empty(view, canvas);
        return;
    }
    if (!has_rows_of_screen(view)) {
        view_draw_later(view, canvas);
        return;
    }
    struct fit fit = fit_with_cursor(view, canvas->width);
    int top = canvas->height > 1 ? 1 : 0;
    if (top)
        draw_header(view, canvas, &fit, is_focused);
    for (int row = top; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)(row - top);
        if (item < grid->ordered.rows.count)
            draw_row(view, canvas, row, item, &fit, is_focused);
    }
    free(fit.widths);
}

void grid_print(struct view *view, int width, bool ascii, struct buffer *out)
{
    const size_t count = grid_state(view)->ordered.rows.count;
    struct canvas canvas;
    canvas_init(&canvas, width, 1, ascii);
    canvas.is_printed = true;
    view->list.top = 0;
    struct fit fit = grid_fit(view, width);
    if (count)
        draw_header(view, &canvas, &fit, false);
    else
        draw_empty(view, &canvas);
    line_write(canvas_line(&canvas, 0), ascii, out);
    for (size_t item = 0; item < count; item++) {
        line_clear(canvas_line(&canvas, 0));
        draw_row(view, &canvas, 0, item, &fit, false);
        line_write(canvas_line(&canvas, 0), ascii, out);
    }
    free(fit.widths);
    canvas_release(&canvas);
}

void grid_write_title(const struct view *view, struct line *line)
{
    struct buffer text = {0};
    decimal_format(&text, view->list.count ? (double)view->list.cursor + 1 : 0, 0);
    buffer_puts(&text, " of ");
    decimal_format(&text, (double)view->list.count, 0);
    line_add(line, ROLE_DIM, buffer_text(&text));
    buffer_release(&text);
}

size_t grid_row(const struct view *view)
{
    return grid_row_at(view, view->list.cursor);
}

struct item grid_item(const struct view *view)
{
    struct grid *grid = grid_state(view);
    const struct dataset *dataset = grid_dataset(view);
    struct item item = {.row = NO_ROW};
    size_t row = grid_row(view);
    if (row == NO_ROW || grid->column >= grid_column_count(grid))
        return item;
    if (dataset == &view->workspace->model->dataset)
        item.row = row;
    struct grid_cell_column column = grid_column_at(view, grid->column);
    if (column.leading)
        item.sort_key = column.leading->sort_key;
    if (column.table_column != NO_COLUMN) {
        buffer_truncate(&grid->value, 0);
        table_write(dataset->table, row, column.table_column, &grid->value);
        item.column = table_column_name(dataset->table, column.table_column);
        item.sort_key = item.column;
        item.value = buffer_text(&grid->value);
    }
    return item;
}

bool grid_request(struct view *view, enum request request)
{
    struct grid *grid = grid_state(view);
    if (request == REQUEST_LEFT && grid->column > 0)
        grid->column--;
    if (request == REQUEST_RIGHT && grid->column + 1 < grid_column_count(grid))
        grid->column++;
    if (request == REQUEST_FIRST)
        grid->column = 0;
    if (request == REQUEST_LAST)
        grid->column = grid_column_count(grid) - 1;
    if (request == REQUEST_NARROWER || request == REQUEST_WIDER)
        grid_widen_column(view, request == REQUEST_WIDER ? WIDTH_STEP : -WIDTH_STEP);
    return request == REQUEST_LEFT || request == REQUEST_RIGHT || request == REQUEST_FIRST ||
           request == REQUEST_LAST || request == REQUEST_NARROWER || request == REQUEST_WIDER;
}

void grid_release(struct view *view)
{
    struct grid *grid = grid_state(view);
    ordered_rows_release(&grid->ordered);
    buffer_release(&grid->value);
    free(grid->file_columns);
    free(grid->samples);
    free(grid->widths);
    free(grid);
}

void grid_write_date(const struct workspace *workspace, size_t row, struct line *line)
{
    line_add(line, ROLE_PLAIN, dataset_text(&workspace->model->dataset, row, FIELD_DATE));
}

void grid_write_text(const struct workspace *workspace, size_t row, struct line *line)
{
    struct text text = dataset_text(&workspace->model->dataset, row, FIELD_TEXT);
    line_add(line, ROLE_PLAIN,
             text.length ? text : dataset_text(&workspace->model->dataset, row, FIELD_QUOTE));
}

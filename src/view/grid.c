/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Widths of columns come from the rows on the screen and those near them, never from all rows. The
 * column that takes what is left shrinks first; columns that do not fit are reached by moving
 * right.
 */
#include "config.h"

#include "view/grid.h"

#include "base/memory.h"
#include "query/row_order.h"
#include "view/workspace.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_FLEXIBLE 18
#define MOST_OF_FILE_COLUMN 40
#define ROWS_MEASURED 200
#define GAP 2

struct grid {
    const struct grid_ops *ops;
    struct row_list rows;
    struct buffer value;  /* of the item that was asked for last */
    size_t *file_columns; /* of the table, behind the leading ones */
    size_t file_column_count;
    size_t column, first_column; /* cursor, and leftmost on the screen */
};

/* A column of the grid, whether it leads or comes from the file. */
struct grid_cell_column {
    const struct grid_column *leading; /* NULL for a column of the file */
    size_t table_column;               /* NO_COLUMN for what is worked out */
    const char *title;
};

static struct grid *grid_of(const struct view *view)
{
    return view->state;
}

void grid_init(struct view *view, const struct view_ops *ops, const struct grid_ops *grid)
{
    struct grid *state = xcalloc(1, sizeof *state);
    state->ops = grid;
    view->ops = ops;
    view->state = state;
}

const struct row_list *grid_rows(const struct view *view)
{
    return &grid_of(view)->rows;
}

static size_t column_count(const struct grid *grid)
{
    return grid->ops->column_count + grid->file_column_count;
}

static struct grid_cell_column column_at(const struct view *view, size_t index)
{
    const struct grid *grid = grid_of(view);
    const struct dataset *dataset = &view->workspace->dataset;
    if (index < grid->ops->column_count) {
        const struct grid_column *leading = &grid->ops->columns[index];
        size_t column = leading->field < FIELD_COUNT ? dataset->column[leading->field] : NO_COLUMN;
        return (struct grid_cell_column){leading, column, leading->title};
    }
    size_t column = grid->file_columns[index - grid->ops->column_count];
    return (struct grid_cell_column){NULL, column, table_column_name(dataset->table, column)};
}

static bool is_leading(const struct grid *grid, const struct dataset *dataset, size_t column)
{
    for (size_t i = 0; i < grid->ops->column_count; i++) {
        enum field field = grid->ops->columns[i].field;
        if (field < FIELD_COUNT && dataset->column[field] == column)
            return true;
    }
    return false;
}

static void find_file_columns(struct grid *grid, const struct dataset *dataset)
{
    grid->file_columns =
        xreallocarray(grid->file_columns, dataset->file_columns, sizeof *grid->file_columns);
    grid->file_column_count = 0;
    for (size_t column = 0; column < dataset->file_columns; column++)
        if (!is_leading(grid, dataset, column))
            grid->file_columns[grid->file_column_count++] = column;
}

static double *sort_keys(const struct view *view, const char *name)
{
    const struct grid *grid = grid_of(view);
    const struct dataset *dataset = &view->workspace->dataset;
    size_t column = table_find_column(dataset->table, text_of(name));
    if (column != NO_COLUMN)
        return row_keys_of_column(dataset, column);
    return grid->ops->keys ? grid->ops->keys(view->workspace, name) : NULL;
}

void grid_refresh(struct view *view)
{
    struct grid *grid = grid_of(view);
    const struct sort *sort = &view->workspace->choices.sort;
    find_file_columns(grid, &view->workspace->dataset);
    grid->rows.count = 0;
    grid->ops->collect(view->workspace, &grid->rows);
    double *keys = sort->column ? sort_keys(view, sort->column) : NULL;
    if (keys)
        row_list_sort(&grid->rows, keys, sort->descends);
    free(keys);
    list_set_count(&view->list, grid->rows.count);
    if (grid->column >= column_count(grid))
        grid->column = 0;
}

static void write_table_cell(const struct table *table, size_t row, size_t column,
                             struct line *line)
{
    struct buffer text = {0};
    table_write(table, row, column, &text);
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    buffer_release(&text);
}

static void write_cell(const struct view *view, struct grid_cell_column column, size_t row,
                       struct line *line)
{
    if (column.leading && column.leading->write)
        column.leading->write(view->workspace, row, line);
    else
        write_table_cell(view->workspace->dataset.table, row, column.table_column, line);
}

static bool is_sorted_by(const struct view *view, struct grid_cell_column column)
{
    const struct sort *sort = &view->workspace->choices.sort;
    const char *key = column.leading ? column.leading->sort_key : column.title;
    return sort->column && key && strcmp(sort->column, key) == 0;
}

static int measure_column(const struct view *view, struct grid_cell_column column)
{
    const struct row_list *rows = grid_rows(view);
    int widest = text_cells(text_of(column.title)) + is_sorted_by(view, column);
    int most = !column.leading        ? MOST_OF_FILE_COLUMN
               : column.leading->most ? column.leading->most
                                      : INT_MAX;
    size_t first = view->list.top > ROWS_MEASURED / 2 ? view->list.top - ROWS_MEASURED / 2 : 0;
    struct line cell = {0};
    for (size_t i = first; i < rows->count && i < first + ROWS_MEASURED; i++) {
        line_clear(&cell);
        write_cell(view, column, rows->rows[i], &cell);
        int cells = line_cells(&cell);
        widest = cells > widest ? cells : widest;
    }
    line_release(&cell);
    return widest < most ? widest : most;
}

static bool is_flexible(struct grid_cell_column column)
{
    return column.leading && column.leading->most == 0;
}

static void widen(const struct view *view, int *widths, size_t flexible, int *room)
{
    int wanted = measure_column(view, column_at(view, flexible)) - widths[flexible];
    int given = wanted < *room ? wanted : *room;
    if (given > 0) {
        widths[flexible] += given;
        *room -= given;
    }
}

/*
 * The widths of the columns from first_column on that fit; 0 for those that do not. The leading
 * columns come first, then the flexible one gets what its content needs, then the others follow.
 */
static int *fit_columns(const struct view *view, int width)
{
    const struct grid *grid = grid_of(view);
    size_t count = column_count(grid), flexible = count;
    int *widths = xcalloc(count, sizeof *widths);
    int room = width - 2; /* the cursor sign and the blank behind it */
    for (size_t i = grid->first_column; i < count && room > 0; i++) {
        struct grid_cell_column column = column_at(view, i);
        if (i == grid->ops->column_count && flexible < count)
            widen(view, widths, flexible, &room);
        if (is_flexible(column))
            flexible = i;
        int cells = is_flexible(column) ? LEAST_FLEXIBLE : measure_column(view, column);
        if (cells > room && i > grid->first_column)
            break;
        widths[i] = cells < room ? cells : room;
        room -= widths[i] + GAP;
    }
    room += GAP;
    if (flexible < count)
        widen(view, widths, flexible, &room);
    return widths;
}

/* Scrolls sideways until the column of the cursor is on the screen. */
static int *fit_with_cursor(struct view *view, int width)
{
    struct grid *grid = grid_of(view);
    if (grid->column < grid->first_column)
        grid->first_column = grid->column;
    int *widths = fit_columns(view, width);
    while (!widths[grid->column] && grid->first_column < grid->column) {
        free(widths);
        grid->first_column++;
        widths = fit_columns(view, width);
    }
    return widths;
}

static const char *sort_sign(const struct view *view, struct grid_cell_column column,
                             const struct canvas *canvas)
{
    if (!is_sorted_by(view, column))
        return "";
    return view->workspace->choices.sort.descends ? canvas_sign(canvas, "▼", "v")
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
    line_pad(line, start + width + GAP);
}

static void draw_header(const struct view *view, struct canvas *canvas, const int *widths,
                        bool is_focused)
{
    const struct grid *grid = grid_of(view);
    struct line *line = canvas_line(canvas, 0), cell = {0};
    line_pad(line, 2);
    for (size_t i = 0; i < column_count(grid); i++) {
        if (!widths[i])
            continue;
        struct grid_cell_column column = column_at(view, i);
        bool is_current = is_focused && i == grid->column;
        line_clear(&cell);
        line_printf(&cell, is_current ? ROLE_FOCUS : ROLE_HEADER, "%s%s", column.title,
                    sort_sign(view, column, canvas));
        place_cell(line, &cell, widths[i], column.leading && column.leading->is_right, canvas);
    }
    line_release(&cell);
    line_cut(line, canvas->width, "");
}

/* The cursor of a pane without focus is shown only on what is selected, or on what stands for it.
 */
static bool shows_selection(const struct view *view)
{
    const struct workspace *workspace = view->workspace;
    const struct observation_list *observations = &workspace->analysis.observations;
    size_t row = grid_rows(view)->rows[view->list.cursor], selected = workspace->selected_row;
    const struct observation *observation = observation_of_row(observations, row);
    return row == selected || (selected != NO_ROW && observation &&
                               observation == observation_of_row(observations, selected));
}

static void draw_row(struct view *view, struct canvas *canvas, int at, size_t item,
                     const int *widths, bool is_focused)
{
    const struct grid *grid = grid_of(view);
    bool is_cursor = item == view->list.cursor && (is_focused || shows_selection(view));
    struct line *line = canvas_item_line(canvas, at, is_cursor), cell = {0};
    for (size_t i = 0; i < column_count(grid); i++) {
        if (!widths[i])
            continue;
        struct grid_cell_column column = column_at(view, i);
        line_clear(&cell);
        write_cell(view, column, grid->rows.rows[item], &cell);
        place_cell(line, &cell, widths[i], column.leading && column.leading->is_right, canvas);
    }
    line_release(&cell);
    line_cut(line, canvas->width, "");
    view_note_item(view, at, item);
    if (is_cursor)
        canvas_mark_row(canvas, at, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    search_mark(&view->workspace->search, line);
}

void grid_draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct grid *grid = grid_of(view);
    if (canvas->height < 1)
        return;
    list_set_height(&view->list, (size_t)(canvas->height > 1 ? canvas->height - 1 : 1));
    if (!grid->rows.count) {
        line_printf(canvas_line(canvas, 0), ROLE_DIM, "%s %s", grid->ops->empty,
                    workspace_scope(view->workspace));
        line_cut(canvas_line(canvas, 0), canvas->width, canvas_sign(canvas, "…", ">"));
        return;
    }
    int *widths = fit_with_cursor(view, canvas->width);
    int top = canvas->height > 1 ? 1 : 0;
    if (top)
        draw_header(view, canvas, widths, is_focused);
    for (int row = top; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)(row - top);
        if (item < grid->rows.count)
            draw_row(view, canvas, row, item, widths, is_focused);
    }
    free(widths);
}

int grid_full_height(struct view *view, int width)
{
    (void)width;
    return (int)grid_rows(view)->count + 1;
}

struct item grid_item(const struct view *view)
{
    struct grid *grid = grid_of(view);
    struct item item = {.row = NO_ROW};
    if (view->list.cursor >= grid->rows.count)
        return item;
    item.row = grid->rows.rows[view->list.cursor];
    struct grid_cell_column column = column_at(view, grid->column);
    if (column.leading)
        item.sort_key = column.leading->sort_key;
    if (column.table_column != NO_COLUMN) {
        const struct table *table = view->workspace->dataset.table;
        item.column = table_column_name(table, column.table_column);
        item.sort_key = item.column;
        buffer_truncate(&grid->value, 0);
        table_write(table, item.row, column.table_column, &grid->value);
        item.value = buffer_text(&grid->value);
    }
    return item;
}

void grid_select(struct view *view, size_t row)
{
    const struct row_list *rows = grid_rows(view);
    for (size_t i = 0; i < rows->count; i++)
        if (rows->rows[i] == row)
            list_move_to(&view->list, i);
}

bool grid_request(struct view *view, enum request request)
{
    struct grid *grid = grid_of(view);
    if (request == REQUEST_LEFT && grid->column > 0)
        grid->column--;
    if (request == REQUEST_RIGHT && grid->column + 1 < column_count(grid))
        grid->column++;
    return request == REQUEST_LEFT || request == REQUEST_RIGHT;
}

void grid_release(struct view *view)
{
    struct grid *grid = grid_of(view);
    row_list_release(&grid->rows);
    buffer_release(&grid->value);
    free(grid->file_columns);
    free(grid);
}

void grid_write_date(const struct workspace *workspace, size_t row, struct line *line)
{
    line_add(line, ROLE_PLAIN, dataset_text(&workspace->dataset, row, FIELD_DATE));
}

void grid_write_text(const struct workspace *workspace, size_t row, struct line *line)
{
    struct text text = dataset_text(&workspace->dataset, row, FIELD_TEXT);
    line_add(line, ROLE_PLAIN,
             text.length ? text : dataset_text(&workspace->dataset, row, FIELD_QUOTE));
}

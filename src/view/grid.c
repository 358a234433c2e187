/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Widths of columns come from the rows on the screen and those near them, never from all rows, and
 * are kept: a row is measured once, as long as the window moves by small steps. The column that
 * takes what is left shrinks first; columns that do not fit are reached by moving right, and a sign
 * in the header says that there are some.
 */
#include "config.h"

#include "view/grid.h"

#include "base/array.h"
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
#define MARGIN 2 /* the cursor sign and the blank behind it */

/* The widest cell of a column among the items from first to end - 1. */
struct sample {
    size_t first, end; /* equal while nothing is measured */
    int cells;
};

struct grid {
    const struct grid_ops *ops;
    struct row_list rows;
    size_t *file_columns; /* of the table, behind the leading ones */
    size_t file_column_count;
    struct sample *samples;      /* of each column */
    size_t column, first_column; /* cursor, and leftmost on the screen */
    struct buffer value;         /* of the item last asked for */
};

/* A column of the grid, whether it leads or comes from the file. */
struct grid_cell_column {
    const struct grid_column *leading; /* NULL for a column of the file */
    size_t table_column;               /* NO_COLUMN for what is worked out */
    const char *title;
    bool is_right;
};

/* The columns on the screen: the cells of those from first_column on. */
struct fit {
    int *widths;
    size_t count, capacity;
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

static const struct dataset *dataset_of(const struct view *view)
{
    const struct grid_ops *ops = grid_of(view)->ops;
    return ops->dataset ? ops->dataset(view->workspace) : &view->workspace->dataset;
}

static size_t column_count(const struct grid *grid)
{
    return grid->ops->column_count + grid->file_column_count;
}

static struct grid_cell_column column_at(const struct view *view, size_t index)
{
    const struct grid *grid = grid_of(view);
    const struct dataset *dataset = dataset_of(view);
    if (index < grid->ops->column_count) {
        const struct grid_column *leading = &grid->ops->columns[index];
        size_t column = leading->field < FIELD_COUNT ? dataset->column[leading->field] : NO_COLUMN;
        return (struct grid_cell_column){leading, column, leading->title, leading->is_right};
    }
    size_t column = grid->file_columns[index - grid->ops->column_count];
    return (struct grid_cell_column){NULL, column, table_column_name(dataset->table, column),
                                     table_column_type(dataset->table, column) == COLUMN_NUMBER};
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

static struct row_keys sort_keys(const struct view *view, const char *name)
{
    const struct grid *grid = grid_of(view);
    const struct dataset *dataset = dataset_of(view);
    size_t column = table_find_column(dataset->table, text_of(name));
    if (column != NO_COLUMN)
        return row_keys_of_column(dataset, column);
    return row_keys_of_numbers(grid->ops->keys ? grid->ops->keys(view->workspace, name) : NULL);
}

void grid_refresh(struct view *view)
{
    struct grid *grid = grid_of(view);
    const struct sort *sort = &view->workspace->choices.sort;
    find_file_columns(grid, dataset_of(view));
    free(grid->samples);
    grid->samples = xcalloc(column_count(grid), sizeof *grid->samples);
    row_list_release(&grid->rows);
    grid->ops->collect(view->workspace, &grid->rows);
    struct row_keys keys = sort->column ? sort_keys(view, sort->column) : (struct row_keys){0};
    row_list_sort(&grid->rows, &keys, sort->descends, NULL, NULL);
    row_keys_release(&keys);
    list_set_count(&view->list, grid->rows.count);
    if (grid->column >= column_count(grid))
        grid->column = 0;
}

static void write_cell_of_file(const struct view *view, struct grid_cell_column column, size_t row,
                               struct line *line)
{
    const struct table *table = dataset_of(view)->table;
    struct buffer number = {0};
    if (column.is_right) {
        table_write(table, row, column.table_column, &number);
        line_add(line, ROLE_PLAIN, buffer_text(&number));
    } else {
        line_add(line, ROLE_PLAIN, table_text(table, row, column.table_column));
    }
    buffer_release(&number);
}

static void write_cell(const struct view *view, struct grid_cell_column column, size_t row,
                       struct line *line)
{
    if (column.leading && column.leading->write)
        column.leading->write(view->workspace, row, line);
    else
        write_cell_of_file(view, column, row, line);
}

static bool is_sorted_by(const struct view *view, struct grid_cell_column column)
{
    const struct sort *sort = &view->workspace->choices.sort;
    const char *key = column.leading ? column.leading->sort_key : column.title;
    return sort->column && key && strcmp(sort->column, key) == 0;
}

static void measure_items(const struct view *view, struct grid_cell_column column, size_t first,
                          size_t end, struct sample *sample)
{
    struct line cell = {0};
    for (size_t i = first; i < end; i++) {
        line_clear(&cell);
        write_cell(view, column, row_list_at(grid_rows(view), i), &cell);
        int cells = line_cells(&cell);
        sample->cells = cells > sample->cells ? cells : sample->cells;
    }
    line_release(&cell);
}

/* A window that left what was measured far behind begins with a sample of what is around it; one
 * that moved on adds the items that it came upon. */
static int measure_cells(const struct view *view, struct grid_cell_column column,
                         struct sample *sample)
{
    const size_t count = grid_rows(view)->count, top = view->list.top;
    size_t bottom = top + view->list.height;
    bottom = bottom < count ? bottom : count;
    if (sample->first == sample->end || top > sample->end || bottom < sample->first) {
        size_t first = top > ROWS_MEASURED / 2 ? top - ROWS_MEASURED / 2 : 0;
        size_t end = count - first > ROWS_MEASURED ? first + ROWS_MEASURED : count;
        *sample = (struct sample){first, end, 0};
        measure_items(view, column, first, end, sample);
    }
    if (top < sample->first) {
        measure_items(view, column, top, sample->first, sample);
        sample->first = top;
    }
    if (bottom > sample->end) {
        measure_items(view, column, sample->end, bottom, sample);
        sample->end = bottom;
    }
    return sample->cells;
}

static int title_cells(const struct view *view, struct grid_cell_column column)
{
    return text_cells(text_of(column.title)) + is_sorted_by(view, column);
}

static int measure_column(const struct view *view, size_t index)
{
    struct grid_cell_column column = column_at(view, index);
    int title = title_cells(view, column);
    int cells = measure_cells(view, column, &grid_of(view)->samples[index]);
    int widest = cells > title ? cells : title;
    int most = !column.leading        ? MOST_OF_FILE_COLUMN
               : column.leading->most ? column.leading->most
                                      : INT_MAX;
    return widest < most ? widest : most;
}

static bool is_flexible(struct grid_cell_column column)
{
    return column.leading && column.leading->most == 0;
}

static void widen(const struct view *view, struct fit *fit, size_t flexible, int *room)
{
    int *width = &fit->widths[flexible - grid_of(view)->first_column];
    int wanted = measure_column(view, flexible) - *width;
    int given = wanted < *room ? wanted : *room;
    if (given > 0) {
        *width += given;
        *room -= given;
    }
}

/*
 * The widths of the columns from first_column on that fit. The leading columns come first, then the
 * flexible one gets what its content needs, then the others follow.
 */
static struct fit fit_into(const struct view *view, int width)
{
    const struct grid *grid = grid_of(view);
    size_t count = column_count(grid), flexible = count;
    struct fit fit = {0};
    int room = width - MARGIN;
    for (size_t i = grid->first_column; i < count && room > 0; i++) {
        struct grid_cell_column column = column_at(view, i);
        if (i == grid->ops->column_count && flexible < count)
            widen(view, &fit, flexible, &room);
        if (is_flexible(column))
            flexible = i;
        int cells = is_flexible(column) ? LEAST_FLEXIBLE : measure_column(view, i);
        if (cells > room && i > grid->first_column)
            break;
        ARRAY_RESERVE(fit.widths, fit.count + 1, fit.capacity);
        fit.widths[fit.count++] = cells < room ? cells : room;
        room -= cells + GAP;
    }
    room += GAP;
    if (flexible < count)
        widen(view, &fit, flexible, &room);
    return fit;
}

static bool has_more(const struct grid *grid, const struct fit *fit)
{
    return grid->first_column + fit->count < column_count(grid);
}

/* The cells of the header that the last title leaves free. */
static int cells_behind(const struct view *view, const struct fit *fit, int width)
{
    if (!fit->count)
        return width;
    struct grid_cell_column last = column_at(view, grid_of(view)->first_column + fit->count - 1);
    int used = MARGIN - GAP;
    for (size_t i = 0; i < fit->count; i++)
        used += fit->widths[i] + GAP;
    if (!last.is_right)
        used -= fit->widths[fit->count - 1] - title_cells(view, last);
    return width - used;
}

/* Columns that do not fit leave room for the sign that there are more. */
static struct fit fit_columns(const struct view *view, int width)
{
    struct fit fit = fit_into(view, width);
    if (has_more(grid_of(view), &fit) && cells_behind(view, &fit, width) < 1) {
        free(fit.widths);
        fit = fit_into(view, width - 1);
    }
    return fit;
}

/* Scrolls sideways until the column of the cursor is on the screen. */
static struct fit fit_with_cursor(struct view *view, int width)
{
    struct grid *grid = grid_of(view);
    if (grid->column < grid->first_column)
        grid->first_column = grid->column;
    struct fit fit = fit_columns(view, width);
    while (grid->column - grid->first_column >= fit.count && grid->first_column < grid->column) {
        free(fit.widths);
        grid->first_column++;
        fit = fit_columns(view, width);
    }
    return fit;
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

/* What lies beyond the edges is pointed at, in the cells that no column uses. */
static void point_at_hidden(const struct view *view, const struct fit *fit,
                            const struct canvas *canvas, struct line *line)
{
    line_cut(line, canvas->width, "");
    if (!has_more(grid_of(view), fit))
        return;
    line_cut(line, canvas->width - 1, "");
    line_pad(line, canvas->width - 1);
    line_puts(line, ROLE_DIM, ">");
}

static void draw_header(const struct view *view, struct canvas *canvas, const struct fit *fit,
                        bool is_focused)
{
    const struct grid *grid = grid_of(view);
    struct line *line = canvas_line(canvas, 0), cell = {0};
    line_puts(line, ROLE_DIM, grid->first_column ? "<" : "");
    line_pad(line, MARGIN);
    for (size_t i = 0; i < fit->count; i++) {
        struct grid_cell_column column = column_at(view, grid->first_column + i);
        bool is_current = is_focused && grid->first_column + i == grid->column;
        line_clear(&cell);
        line_printf(&cell, is_current ? ROLE_FOCUS : ROLE_HEADER, "%s%s", column.title,
                    sort_sign(view, column, canvas));
        place_cell(line, &cell, fit->widths[i], column.is_right, canvas);
    }
    line_release(&cell);
    point_at_hidden(view, fit, canvas, line);
}

/* The cursor of a pane without focus is shown only on what is selected, or stands for it. */
static bool shows_cursor(const struct view *view, bool is_focused)
{
    return is_focused || (dataset_of(view) == &view->workspace->dataset &&
                          workspace_shows_selection(view->workspace, grid_row(view)));
}

static void draw_row(struct view *view, struct canvas *canvas, int at, size_t item,
                     const struct fit *fit, bool is_focused)
{
    const struct grid *grid = grid_of(view);
    bool is_cursor = item == view->list.cursor && shows_cursor(view, is_focused);
    struct line *line = canvas_item_line(canvas, at, is_cursor), cell = {0};
    for (size_t i = 0; i < fit->count; i++) {
        struct grid_cell_column column = column_at(view, grid->first_column + i);
        line_clear(&cell);
        write_cell(view, column, row_list_at(&grid->rows, item), &cell);
        place_cell(line, &cell, fit->widths[i], column.is_right, canvas);
    }
    line_release(&cell);
    line_cut(line, canvas->width, "");
    view_note_item(view, at, item);
    if (is_cursor)
        canvas_mark_row(canvas, at, is_focused ? ROLE_CURSOR : ROLE_SELECTED);
    search_mark(&view->workspace->search, line);
}

static void draw_empty(const struct view *view, struct canvas *canvas)
{
    struct line *line = canvas_line(canvas, 0);
    line_printf(line, ROLE_DIM, "%s %s", grid_of(view)->ops->empty,
                workspace_scope(view->workspace));
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

void grid_draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    struct grid *grid = grid_of(view);
    if (canvas->height < 1)
        return;
    list_set_height(&view->list, (size_t)(canvas->height > 1 ? canvas->height - 1 : 1));
    if (!grid->rows.count) {
        draw_empty(view, canvas);
        return;
    }
    struct fit fit = fit_with_cursor(view, canvas->width);
    int top = canvas->height > 1 ? 1 : 0;
    if (top)
        draw_header(view, canvas, &fit, is_focused);
    for (int row = top; row < canvas->height; row++) {
        size_t item = view->list.top + (size_t)(row - top);
        if (item < grid->rows.count)
            draw_row(view, canvas, row, item, &fit, is_focused);
    }
    free(fit.widths);
}

void grid_print(struct view *view, int width, bool ascii, struct buffer *out)
{
    const size_t count = grid_rows(view)->count;
    struct canvas canvas;
    canvas_init(&canvas, width, 1, ascii);
    canvas.is_printed = true;
    view->list.top = 0;
    struct fit fit = fit_columns(view, width);
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

size_t grid_row(const struct view *view)
{
    const struct row_list *rows = grid_rows(view);
    return view->list.cursor < rows->count ? row_list_at(rows, view->list.cursor) : NO_ROW;
}

struct item grid_item(const struct view *view)
{
    struct grid *grid = grid_of(view);
    const struct dataset *dataset = dataset_of(view);
    struct item item = {.row = NO_ROW};
    size_t row = grid_row(view);
    if (row == NO_ROW)
        return item;
    if (dataset == &view->workspace->dataset)
        item.row = row;
    struct grid_cell_column column = column_at(view, grid->column);
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

void grid_select(struct view *view, size_t row)
{
    const struct row_list *rows = grid_rows(view);
    size_t place = row_list_find(rows, row); /* where they are in the order of the file */
    if (place >= rows->count || row_list_at(rows, place) != row)
        for (place = 0; place < rows->count && row_list_at(rows, place) != row;)
            place++;
    if (place < rows->count)
        list_move_to(&view->list, place);
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
    free(grid->samples);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Column widths depend on the rows on the screen and those near them, never on all rows, and are
 * cached: each row is measured once while the window moves by small steps. The flexible column
 * shrinks first. Columns that do not fit are reached by moving right, and a sign in the header
 * shows that there are some.
 */
#include "config.h"

#include "view/grid_columns.h"

#include "base/array.h"
#include "base/memory.h"
#include "view/workspace.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_FLEXIBLE 18
#define LEAST_CHOSEN 3
#define KEY_PART 3 /* the key column takes a third of the width at most */
#define MOST_OF_FILE_COLUMN 40

struct grid *grid_state(const struct view *view)
{
    return view->state;
}

const struct dataset *grid_dataset(const struct view *view)
{
    const struct grid_ops *ops = grid_state(view)->ops;
    return ops->dataset ? ops->dataset(view->workspace->model) : &view->workspace->model->dataset;
}

size_t grid_column_count(const struct grid *grid)
{
    return grid->ops->column_count + grid->file_column_count;
}

struct grid_cell_column grid_column_at(const struct view *view, size_t index)
{
    const struct grid *grid = grid_state(view);
    const struct dataset *dataset = grid_dataset(view);
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

void grid_columns_find(struct grid *grid, const struct dataset *dataset)
{
    grid->file_columns =
        xreallocarray(grid->file_columns, dataset->file_columns, sizeof *grid->file_columns);
    grid->file_column_count = 0;
    for (size_t column = 0; column < dataset->file_columns; column++)
        if (!is_leading(grid, dataset, column))
            grid->file_columns[grid->file_column_count++] = column;
    free(grid->samples);
    grid->samples = xcalloc(grid_column_count(grid), sizeof *grid->samples);
    if (grid->width_count == grid_column_count(grid))
        return; /* the widths that the user chose stay */
    free(grid->widths);
    grid->width_count = grid_column_count(grid);
    grid->widths = xcalloc(grid->width_count + 1, sizeof *grid->widths);
}

static void write_cell_of_file(const struct view *view, struct grid_cell_column column, size_t row,
                               struct line *line)
{
    const struct table *table = grid_dataset(view)->table;
    struct buffer number = {0};
    if (column.is_right) {
        table_write(table, row, column.table_column, &number);
        line_add(line, ROLE_PLAIN, buffer_text(&number));
    } else {
        line_add(line, ROLE_PLAIN, table_text(table, row, column.table_column));
    }
    buffer_release(&number);
}

void grid_write_cell(const struct view *view, struct grid_cell_column column, size_t row,
                     struct line *line)
{
    if (column.leading && column.leading->write)
        column.leading->write(view->workspace, row, line);
    else
        write_cell_of_file(view, column, row, line);
}

bool grid_is_sorted_by(const struct view *view, struct grid_cell_column column)
{
    const struct sort *sort = &view->workspace->model->choices.sort;
    const char *key = column.leading ? column.leading->sort_key : column.title;
    return sort->column && key && strcmp(sort->column, key) == 0;
}

static void measure_items(const struct view *view, struct grid_cell_column column, size_t first,
                          size_t end, struct sample *sample)
{
    struct line cell = {0};
    for (size_t i = first; i < end; i++) {
        line_clear(&cell);
        grid_write_cell(view, column, grid_row_at(view, i), &cell);
        int cells = line_cells(&cell);
        sample->cells = cells > sample->cells ? cells : sample->cells;
    }
    line_release(&cell);
}

/*
 * A window that moved far begins a new sample around it; one that moved a little adds the new
 * items.
 */
static int measure_cells(const struct view *view, struct grid_cell_column column,
                         struct sample *sample)
{
    const size_t count = grid_state(view)->ordered.rows.count, top = view->list.top;
    size_t bottom = top + view->list.height;
    bottom = bottom < count ? bottom : count;
    if (sample->first == sample->end || top > sample->end || bottom < sample->first) {
        size_t first = top > GRID_ROWS_MEASURED / 2 ? top - GRID_ROWS_MEASURED / 2 : 0;
        size_t end = count - first > GRID_ROWS_MEASURED ? first + GRID_ROWS_MEASURED : count;
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
    return text_cells(text_of(column.title)) + grid_is_sorted_by(view, column);
}

static bool is_flexible(struct grid_cell_column column)
{
    return column.leading && column.leading->most == 0;
}

/* Returns the width with what the user added, at most that of the widest cell. */
static int chosen_width(const struct view *view, size_t index, int width, int widest)
{
    width += grid_state(view)->widths[index];
    width = width > widest ? widest : width;
    int least = widest < LEAST_CHOSEN ? widest : LEAST_CHOSEN;
    return width < least ? least : width;
}

static int measure_column(const struct view *view, size_t index)
{
    struct grid_cell_column column = grid_column_at(view, index);
    int title = title_cells(view, column);
    int cells = measure_cells(view, column, &grid_state(view)->samples[index]);
    int widest = cells > title ? cells : title;
    int most = !column.leading        ? MOST_OF_FILE_COLUMN
               : column.leading->most ? column.leading->most
                                      : INT_MAX;
    return chosen_width(view, index, widest < most ? widest : most, widest);
}

void grid_widen_column(struct view *view, int cells)
{
    struct grid *grid = grid_state(view);
    if (grid->column >= grid->width_count || !grid->ordered.rows.count)
        return;
    int before = measure_column(view, grid->column), *width = &grid->widths[grid->column];
    *width += cells;
    bool is_flexible_one = is_flexible(grid_column_at(view, grid->column));
    if (!is_flexible_one && measure_column(view, grid->column) == before)
        *width -= cells; /* it has its least or greatest width */
}

static void widen(const struct view *view, struct fit *fit, size_t flexible, int *room)
{
    int *width = &fit->widths[flexible - grid_state(view)->first_column];
    int wanted = measure_column(view, flexible) - *width;
    int given = wanted < *room ? wanted : *room;
    if (given > 0) {
        *width += given;
        *room -= given;
    }
}

/*
 * Fits columns from first_column on. The leading columns come first, then the flexible one gets the
 * width of its content, then the others follow.
 */
static struct fit fit_into(const struct view *view, int width)
{
    const struct grid *grid = grid_state(view);
    size_t count = grid_column_count(grid), flexible = count;
    struct fit fit = {0};
    int room = width - GRID_MARGIN;
    if (grid->first_column) {
        int key = measure_column(view, 0), most = width / KEY_PART;
        fit.key = key < most ? key : most;
        room -= fit.key + GRID_GAP;
    }
    for (size_t i = grid->first_column; i < count && room > 0; i++) {
        struct grid_cell_column column = grid_column_at(view, i);
        if (i == grid->ops->column_count && flexible < count)
            widen(view, &fit, flexible, &room);
        int cells = is_flexible(column) ? chosen_width(view, i, LEAST_FLEXIBLE, width - GRID_MARGIN)
                                        : measure_column(view, i);
        if (cells > room && i > grid->first_column)
            break;
        if (is_flexible(column))
            flexible = i;
        ARRAY_RESERVE(fit.widths, fit.count + 1, fit.capacity);
        fit.widths[fit.count++] = cells < room ? cells : room;
        room -= cells + GRID_GAP;
    }
    room += GRID_GAP;
    if (flexible < count)
        widen(view, &fit, flexible, &room);
    return fit;
}

bool grid_has_more(const struct grid *grid, const struct fit *fit)
{
    return grid->first_column + fit->count < grid_column_count(grid);
}

/* Returns the cells of the header that the last title leaves free. */
static int cells_behind(const struct view *view, const struct fit *fit, int width)
{
    if (!fit->count)
        return width;
    struct grid_cell_column last =
        grid_column_at(view, grid_state(view)->first_column + fit->count - 1);
    int used = GRID_MARGIN - GRID_GAP + (fit->key ? fit->key + GRID_GAP : 0);
    for (size_t i = 0; i < fit->count; i++)
        used += fit->widths[i] + GRID_GAP;
    if (!last.is_right)
        used -= fit->widths[fit->count - 1] - title_cells(view, last);
    return width - used;
}

/* If columns do not fit, room is left for the sign that there are more. */
struct fit grid_fit(const struct view *view, int width)
{
    struct fit fit = fit_into(view, width);
    if (grid_has_more(grid_state(view), &fit) && cells_behind(view, &fit, width) < 1) {
        free(fit.widths);
        fit = fit_into(view, width - 1);
    }
    return fit;
}

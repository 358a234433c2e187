/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/batch.h"

#include "base/array.h"
#include "data/load/load_plan.h"

#include <stdlib.h>
#include <string.h>

struct batch *batch_new(const struct mapping *mapping)
{
    struct batch *batch = xcalloc(1, sizeof *batch);
    batch->columns = xcalloc(mapping->column_count, sizeof *batch->columns);
    batch->column_count = mapping->column_count;
    batch->left_out = xcalloc(mapping->left_out_count, sizeof *batch->left_out);
    return batch;
}

static void release_column(struct batch_column *column)
{
    memory_block_release(&column->cells);
    memory_block_release(&column->places);
    free(column->kept);
    free(column->new_words);
}

void batch_free(struct batch *batch)
{
    if (!batch)
        return;
    for (size_t i = 0; i < batch->column_count; i++)
        release_column(&batch->columns[i]);
    free(batch->columns);
    free(batch->error);
    memory_block_release(&batch->offsets);
    memory_block_release(&batch->dropped);
    free(batch->runs);
    free(batch->ids);
    free(batch->left_out);
    problem_list_release(&batch->problems);
    free(batch);
}

void batch_clear(struct batch *batch, const struct mapping *mapping, uint64_t start)
{
    batch->start = batch->end = start;
    batch->how = BATCH_DONE;
    free(batch->error);
    batch->error = NULL;
    batch->error_line = batch->rows = batch->lines = batch->dropped_count = batch->refused = 0;
    batch->passed_rows = batch->empty_cells = 0;
    batch->is_decoded = false;
    batch->run_count = batch->id_count = 0;
    problem_list_release(&batch->problems);
    memset(batch->passed, 0, sizeof batch->passed);
    for (size_t i = 0; i < mapping->left_out_count; i++)
        batch->left_out[i] = 0;
    for (size_t i = 0; i < batch->column_count; i++) {
        struct batch_column *column = &batch->columns[i];
        column->is_uniform = true;
        column->has_odd = column->has_none = false;
        column->kept_count = column->new_count = column->rounded = 0;
    }
}

static size_t cell_size(const struct batch_column *column, enum column_type type)
{
    return type == COLUMN_NUMBER ? sizeof(double)
           : column->is_spread   ? sizeof(stored_text)
                                 : sizeof(uint32_t);
}

bool batch_reserve(struct batch *batch, const struct mapping *mapping, size_t rows)
{
    if (!memory_block_reserve(&batch->offsets, rows * sizeof(uint32_t)) ||
        !memory_block_reserve(&batch->dropped, rows))
        return false;
    for (size_t i = 0; i < batch->column_count; i++) {
        struct batch_column *column = &batch->columns[i];
        enum column_type type = mapping->columns[i].type;
        if (!load_plan_has_cells(&mapping->columns[i]))
            continue;
        if (!memory_block_reserve(&column->cells, rows * cell_size(column, type)) ||
            (type == COLUMN_NUMBER && !memory_block_reserve(&column->places, rows)))
            return false;
    }
    return true;
}

void batch_end_dry(struct batch *batch, uint64_t arrived)
{
    batch->how = BATCH_DRY;
    batch->arrived = arrived;
}

void batch_break(struct batch *batch, const char *reason)
{
    batch->how = BATCH_BROKEN;
    batch->error = xstrdup(reason);
}

void batch_drop(struct batch *batch, size_t row)
{
    bool *dropped = batch->dropped.data;
    batch->dropped_count += !dropped[row];
    dropped[row] = true;
}

/* Moves the rows that stay to the front. */
static void compact(void *cells, size_t size, const bool *dropped, size_t rows)
{
    char *bytes = cells;
    size_t kept = 0;
    for (size_t row = 0; row < rows; row++)
        if (!dropped[row])
            memmove(bytes + size * kept++, bytes + size * row, size);
}

static void compact_kept(struct batch_column *column, const bool *dropped, size_t rows)
{
    size_t kept = 0, at = 0;
    for (size_t row = 0, to = 0; row < rows && at < column->kept_count; row++) {
        bool is_here = column->kept[at].row == row;
        if (is_here && !dropped[row])
            column->kept[kept++] = (struct kept_text){to, column->kept[at].text};
        at += is_here;
        to += !dropped[row];
    }
    column->kept_count = kept;
}

static void compact_column(struct batch_column *column, enum column_type type, const bool *dropped,
                           size_t rows)
{
    compact(column->cells.data, cell_size(column, type), dropped, rows);
    if (type != COLUMN_NUMBER)
        return;
    compact(column->places.data, 1, dropped, rows);
    compact_kept(column, dropped, rows);
}

static size_t line_of(const struct batch *batch, size_t row, size_t *run)
{
    while (*run + 1 < batch->run_count && batch->runs[*run + 1].row <= row)
        ++*run;
    return batch->runs[*run].line + (row - batch->runs[*run].row);
}

static void add_run(struct row_offsets *places, size_t row, size_t line)
{
    row_offsets_add_line(places, row, line);
}

static void compact_lines(struct batch *batch, const bool *dropped)
{
    struct row_offsets places = {0};
    size_t run = 0, to = 0;
    for (size_t row = 0; row < batch->rows; row++)
        if (!dropped[row])
            add_run(&places, to++, line_of(batch, row, &run));
    free(batch->runs);
    batch->runs = places.runs;
    batch->run_count = places.run_count;
    batch->run_capacity = places.run_capacity;
}

static void drop_rows(struct batch *batch, const struct mapping *mapping)
{
    const bool *dropped = batch->dropped.data;
    for (size_t i = 0; i < batch->column_count; i++)
        if (load_plan_has_cells(&mapping->columns[i]))
            compact_column(&batch->columns[i], mapping->columns[i].type, dropped, batch->rows);
    compact(batch->offsets.data, sizeof(uint32_t), dropped, batch->rows);
    compact_lines(batch, dropped);
    batch->rows -= batch->dropped_count;
    batch->dropped_count = 0;
}

struct numbered_problem {
    struct problem problem;
    size_t number;
};

static int compare_problems(const struct problem *a, const struct problem *b)
{
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->field > b->field) - (a->field < b->field);
}

static int compare_numbered(const void *left, const void *right)
{
    const struct numbered_problem *a = left, *b = right;
    int order = compare_problems(&a->problem, &b->problem);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static bool is_sorted(const struct problem_list *list)
{
    for (size_t i = 1; i < list->count; i++)
        if (compare_problems(&list->items[i - 1], &list->items[i]) > 0)
            return false;
    return true;
}

/* Sorts by line and field, else in order of arrival. */
static void sort_problems(struct problem_list *list)
{
    if (is_sorted(list))
        return;
    struct numbered_problem *sorted = xcalloc(list->count, sizeof *sorted);
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = (struct numbered_problem){list->items[i], i};
    qsort(sorted, list->count, sizeof *sorted, compare_numbered);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = sorted[i].problem;
    free(sorted);
}

void batch_settle(struct batch *batch, const struct mapping *mapping)
{
    sort_problems(&batch->problems);
    if (batch->dropped_count)
        drop_rows(batch, mapping);
}

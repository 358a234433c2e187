/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/file_columns.h"

#include "base/memory.h"
#include "data/load/load_plan.h"

#include <stdlib.h>

/* Returns the first column of the mapping that has the file's column unchanged. */
static size_t column_as_it_is(const struct mapping *mapping, size_t file_column)
{
    for (size_t i = 0; i < mapping->column_count; i++)
        if (mapping->columns[i].origin == ORIGIN_FILE && mapping->columns[i].from[0] == file_column)
            return i;
    return NO_COLUMN;
}

static size_t melted_into(const struct mapping *mapping)
{
    for (size_t i = 0; i < mapping->column_count; i++)
        if (mapping->columns[i].origin == ORIGIN_MELTED)
            return i;
    return NO_COLUMN;
}

static void add(struct file_columns *columns, struct text name, size_t column, bool is_melted)
{
    const struct table *table = columns->dataset->table;
    bool is_number = table_column_type(table, column) == COLUMN_NUMBER &&
                     !table_has_zeros_in_front(table, column);
    columns->columns[columns->count++] = (struct file_column){name, column, is_melted, is_number};
}

/* Claims of several files are in one table, which has the columns of all. */
static void add_table_columns(struct file_columns *columns)
{
    for (size_t i = 0; i < columns->dataset->file_columns; i++)
        add(columns, text_of(table_column_name(columns->dataset->table, i)), i, false);
}

static bool is_in_header(const struct mapping *mapping, struct text name)
{
    for (size_t i = 0; i < mapping->file_columns; i++)
        if (text_is_equal(text_of(mapping->header[i]), name))
            return true;
    return false;
}

/* Adds what the file name or the text above the header states, as the export has neither. */
static void add_outside_columns(struct file_columns *columns)
{
    const struct mapping *mapping = &columns->dataset->mapping;
    for (size_t i = 0; i < mapping->column_count; i++) {
        if (!mapping->columns[i].is_outside)
            continue;
        struct text name = text_of(arena_printf(&columns->names, "%s%s", EXPORTED_PREFIX,
                                                field_table[mapping->columns[i].field].name));
        if (!is_in_header(mapping, name))
            add(columns, name, i, false);
    }
}

static void add_file_columns(struct file_columns *columns)
{
    const struct mapping *mapping = &columns->dataset->mapping;
    size_t value = melted_into(mapping), melted = 0;
    for (size_t i = 0; i < mapping->file_columns; i++) {
        size_t column = column_as_it_is(mapping, i);
        struct text name = text_of(mapping->header[i]);
        bool is_melted = melted < mapping->melted_count && mapping->melted[melted].column == i;
        if (is_melted)
            columns->melted[melted++] = columns->count;
        if (is_melted || column != NO_COLUMN)
            add(columns, name, is_melted ? value : column, is_melted);
    }
    add_outside_columns(columns);
}

void file_columns_init(struct file_columns *columns, const struct dataset *dataset)
{
    const struct mapping *mapping = &dataset->mapping;
    bool is_of_file = dataset->form != FORM_CLAIMS && mapping->header;
    size_t most = is_of_file ? mapping->file_columns + FIELD_COUNT : dataset->file_columns;
    *columns = (struct file_columns){.dataset = dataset};
    columns->columns = xcalloc(most + 1, sizeof *columns->columns);
    columns->melted = xcalloc(mapping->melted_count + 1, sizeof *columns->melted);
    columns->rows = xcalloc(most + 1, sizeof *columns->rows);
    if (is_of_file)
        add_file_columns(columns);
    else
        add_table_columns(columns);
}

void file_columns_release(struct file_columns *columns)
{
    free(columns->columns);
    free(columns->melted);
    free(columns->rows);
    arena_release(&columns->names);
    *columns = (struct file_columns){0};
}

/* True if the row's fields from the header are those of this melted column. */
static bool is_called(const struct dataset *dataset, size_t row, const struct melted_column *melted)
{
    const struct mapping *mapping = &dataset->mapping;
    for (size_t i = 0, heading = 0; i < mapping->column_count; i++) {
        if (mapping->columns[i].origin != ORIGIN_HEADING)
            continue;
        if (!text_is_equal(table_text(dataset->table, row, i),
                           text_trim(text_of(melted->heading[heading++]))))
            return false;
    }
    return true;
}

/*
 * Returns the melted column of the row, at or after `from`: the rows of a record are in column
 * order.
 */
static size_t melted_of(const struct dataset *dataset, size_t row, size_t from)
{
    size_t melted = from;
    while (melted < dataset->mapping.melted_count &&
           !is_called(dataset, row, &dataset->mapping.melted[melted]))
        melted++;
    return melted;
}

static bool is_same_record(const struct dataset *dataset, size_t a, size_t b)
{
    uint64_t place_a, place_b;
    return table_line(dataset->table, a) == table_line(dataset->table, b) &&
           table_position(dataset->table, a, &place_a) &&
           table_position(dataset->table, b, &place_b) && place_a == place_b;
}

static size_t take_cells(struct file_columns *columns, const struct row_list *rows, size_t place)
{
    const struct dataset *dataset = columns->dataset;
    size_t first = row_list_at(rows, place), melted = 0;
    for (size_t i = 0; i < columns->count; i++)
        columns->rows[i] = columns->columns[i].is_melted ? NO_ROW : first;
    for (; place < rows->count; place++) {
        size_t row = row_list_at(rows, place);
        if (row != first && !is_same_record(dataset, first, row))
            break;
        melted = melted_of(dataset, row, melted);
        if (melted == dataset->mapping.melted_count)
            break; /* in another order, so it is a record of its own */
        columns->rows[columns->melted[melted++]] = row;
    }
    return place;
}

size_t file_columns_take(struct file_columns *columns, const struct row_list *rows, size_t place)
{
    if (columns->dataset->mapping.melted_count && columns->dataset->form != FORM_CLAIMS) {
        size_t next = take_cells(columns, rows, place);
        return next > place ? next : place + 1;
    }
    for (size_t i = 0; i < columns->count; i++)
        columns->rows[i] = row_list_at(rows, place);
    return place + 1;
}

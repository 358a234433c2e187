/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/dataset_join.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

struct dataset_mark dataset_mark(const struct dataset *dataset)
{
    struct dataset_mark mark = {
        .rows = table_row_count(dataset->table),
        .problems = dataset->problems.count,
        .notes = dataset->notes.count,
        .parts = dataset->part_count,
        .file_columns = dataset->file_columns,
        .source_count = dataset->source_count,
    };
    memcpy(mark.count_of_kind, dataset->count_of_kind, sizeof mark.count_of_kind);
    return mark;
}

void dataset_rewind(struct dataset *dataset, const struct dataset_mark *mark)
{
    table_truncate(dataset->table, mark->rows);
    problem_list_truncate(&dataset->problems, mark->problems);
    problem_list_truncate(&dataset->notes, mark->notes);
    while (dataset->part_count > mark->parts)
        free(dataset->parts[--dataset->part_count].path);
    dataset->file_columns = mark->file_columns;
    dataset->source_count = mark->source_count;
    memcpy(dataset->count_of_kind, mark->count_of_kind, sizeof mark->count_of_kind);
}

void dataset_init(struct dataset *dataset, const char *path)
{
    *dataset = (struct dataset){.path = xstrdup(path), .table = table_new(), .separator = ','};
    for (enum field field = 0; field < FIELD_COUNT; field++)
        dataset->column[field] = table_add_column(dataset->table, text_of(field_table[field].name),
                                                  field_table[field].type);
    dataset->file_columns = FIELD_COUNT;
}

void dataset_begin_part(struct dataset *dataset, const char *path)
{
    ARRAY_RESERVE(dataset->parts, dataset->part_count + 1, dataset->part_capacity);
    dataset->parts[dataset->part_count++] =
        (struct dataset_part){table_row_count(dataset->table), xstrdup(path)};
}

void dataset_count(struct dataset *dataset, size_t row)
{
    struct table *table = dataset->table;
    size_t column = dataset->column[FIELD_SOURCE], rows = table_row_count(table);
    bool *is_used = xcalloc(table_distinct_count(table, column) + 1, sizeof *is_used);
    struct codes sources = table_codes(table, column);
    word_meanings_learn(&dataset->meanings, table, dataset->column);
    for (; row < rows; row++)
        dataset->count_of_kind[dataset_claim(dataset, row).kind]++;
    for (row = 0; row < rows; row++)
        is_used[codes_at(sources, row)] = true;
    dataset->source_count = 0;
    for (size_t code = 1; code < table_distinct_count(table, column); code++)
        dataset->source_count += is_used[code];
    free(is_used);
}

/* Returns the target column of each column of another data set. New ones are added. */
static size_t *match_columns(struct dataset *dataset, const struct dataset *other)
{
    size_t *columns = xcalloc(other->file_columns + 1, sizeof *columns);
    for (size_t i = 0; i < other->file_columns; i++) {
        enum field field = dataset_field_of(other, i);
        struct text name = text_of(table_column_name(other->table, i));
        columns[i] =
            field < FIELD_COUNT ? dataset->column[field] : table_find_column(dataset->table, name);
        if (columns[i] == NO_COLUMN)
            columns[i] = table_add_column(dataset->table, name, COLUMN_TEXT);
        /* Columns behind those of the first file are shown and exported as they are. */
        if (columns[i] >= dataset->file_columns)
            dataset->file_columns = table_column_count(dataset->table);
    }
    return columns;
}

static void copy_cell(struct table *to, size_t row, size_t column, const struct table *from,
                      size_t from_row, size_t from_column)
{
    struct buffer text = {0};
    table_write(from, from_row, from_column, &text);
    if (!text.length)
        ;
    else if (table_column_type(to, column) == COLUMN_NUMBER)
        table_set_number(to, row, column, buffer_text(&text),
                         table_number(from, from_row, from_column));
    else if (table_column_type(to, column) == COLUMN_PERIOD)
        table_set_period(to, row, column, buffer_text(&text),
                         table_period(from, from_row, from_column));
    else
        table_set_text(to, row, column, buffer_text(&text));
    buffer_release(&text);
}

void dataset_append_problems(struct dataset *dataset, const struct dataset *other)
{
    problem_list_append(&dataset->problems, &other->problems, 0);
    problem_list_append(&dataset->notes, &other->notes, 0);
}

void dataset_append(struct dataset *dataset, const struct dataset *other)
{
    size_t first = table_row_count(dataset->table), count = table_row_count(other->table);
    size_t *columns = match_columns(dataset, other);
    dataset_begin_part(dataset, other->path);
    for (size_t i = 0; i < count; i++) {
        size_t row = table_add_row(dataset->table, table_line(other->table, i));
        for (size_t column = 0; column < other->file_columns; column++)
            copy_cell(dataset->table, row, columns[column], other->table, i, column);
    }
    dataset_append_problems(dataset, other);
    dataset_count(dataset, first);
    free(columns);
}

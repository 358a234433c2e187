/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/claims_report.h"

#include "report/cell.h"

#include <math.h>

void claims_report_csv(struct buffer *out, struct workspace *workspace)
{
    const struct dataset *dataset = workspace_current_file(workspace);
    for (size_t column = 0; column < dataset->file_columns; column++) {
        buffer_puts(out, column ? "," : "");
        cell_write_csv(out, text_of(table_column_name(dataset->table, column)));
    }
    buffer_puts(out, dataset->file_columns ? "\n" : "");
    struct buffer cell = {0};
    for (size_t i = 0; i < workspace_current_rows(workspace)->count; i++) {
        for (size_t column = 0; column < dataset->file_columns; column++) {
            buffer_puts(out, column ? "," : "");
            buffer_truncate(&cell, 0);
            table_write(dataset->table, row_list_at(workspace_current_rows(workspace), i), column,
                        &cell);
            cell_write_csv(out, buffer_text(&cell));
        }
        buffer_putc(out, '\n');
    }
    buffer_release(&cell);
}

static json_t *json_of_cell(const struct table *table, size_t row, size_t column)
{
    double number = NAN;
    if (table_column_type(table, column) == COLUMN_NUMBER)
        number = table_number(table, row, column);
    if (!isnan(number))
        return json_real(number);
    struct buffer text = {0};
    table_write(table, row, column, &text);
    json_t *value = cell_json(buffer_text(&text));
    buffer_release(&text);
    return value;
}

static json_t *json_of_row(const struct dataset *dataset, size_t row)
{
    json_t *object = json_object();
    for (size_t column = 0; column < dataset->file_columns; column++)
        json_object_set_new(object, table_column_name(dataset->table, column),
                            json_of_cell(dataset->table, row, column));
    return object;
}

/* An object at a time, so that memory holds one and not the whole file again. */
void claims_report_json(struct buffer *out, struct workspace *workspace)
{
    cell_prepare_json();
    buffer_puts(out, "[");
    for (size_t i = 0; i < workspace_current_rows(workspace)->count; i++) {
        json_t *object = json_of_row(workspace_current_file(workspace),
                                     row_list_at(workspace_current_rows(workspace), i));
        buffer_puts(out, i ? ",\n" : "\n");
        cell_write_json(out, object);
    }
    buffer_puts(out, workspace_current_rows(workspace)->count ? "\n]\n" : "]\n");
}

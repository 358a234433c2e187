/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/claims_report.h"

#include "model/recompute.h"
#include "report/cell.h"

#include <math.h>

static void write_header(struct buffer *out, const struct dataset *dataset, cell_writer *write_cell)
{
    for (size_t column = 0; column < dataset->file_columns; column++) {
        buffer_puts(out, column ? "," : "");
        write_cell(out, text_of(table_column_name(dataset->table, column)));
    }
    buffer_puts(out, dataset->file_columns ? "\n" : "");
}

static void write_row(struct buffer *out, const struct dataset *dataset, size_t row,
                      struct buffer *cell, cell_writer *write_cell)
{
    for (size_t column = 0; column < dataset->file_columns; column++) {
        buffer_puts(out, column ? "," : "");
        buffer_truncate(cell, 0);
        table_write(dataset->table, row, column, cell);
        write_cell(out, buffer_text(cell));
    }
    buffer_putc(out, '\n');
}

void claims_report_csv(struct sink *out, struct model *model, cell_writer *write_cell)
{
    const struct dataset *dataset = model_current_file(model);
    const struct row_list *rows = model_current_rows(model);
    struct buffer cell = {0};
    write_header(&out->text, dataset, write_cell);
    for (size_t i = 0; i < rows->count && sink_pass(out); i++)
        write_row(&out->text, dataset, row_list_at(rows, i), &cell, write_cell);
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

void claims_report_json(struct sink *out, struct model *model)
{
    const struct dataset *dataset = model_current_file(model);
    const struct row_list *rows = model_current_rows(model);
    cell_prepare_json();
    buffer_puts(&out->text, "[");
    for (size_t i = 0; i < rows->count && sink_pass(out); i++) {
        buffer_puts(&out->text, i ? ",\n" : "\n");
        cell_write_json(&out->text, json_of_row(dataset, row_list_at(rows, i)));
    }
    buffer_puts(&out->text, rows->count ? "\n]\n" : "]\n");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/claims_report.h"

#include "base/complaint.h"
#include "base/memory.h"
#include "model/files.h"
#include "model/recompute.h"
#include "report/cell.h"
#include "report/file_columns.h"

#include <math.h>
#include <stdlib.h>

static void append_cell(struct buffer *out, const struct file_columns *columns, size_t i)
{
    if (columns->rows[i] != NO_ROW)
        table_write(columns->dataset->table, columns->rows[i], columns->columns[i].column, out);
}

static void write_csv_header(struct buffer *out, const struct file_columns *columns,
                             cell_writer *write_cell)
{
    for (size_t i = 0; i < columns->count; i++) {
        buffer_puts(out, i ? "," : "");
        write_cell(out, columns->columns[i].name);
    }
    buffer_puts(out, columns->count ? "\n" : "");
}

/* A line without any byte would not be a record, so a single empty field is quoted. */
static void write_csv_record(struct buffer *out, const struct file_columns *columns,
                             struct buffer *cell, cell_writer *write_cell)
{
    size_t start = out->length;
    for (size_t i = 0; i < columns->count; i++) {
        buffer_puts(out, i ? "," : "");
        buffer_truncate(cell, 0);
        append_cell(cell, columns, i);
        write_cell(out, buffer_text(cell));
    }
    buffer_puts(out, out->length == start ? "\"\"\n" : "\n");
}

void claims_report_csv(struct sink *out, struct model *model, cell_writer *write_cell)
{
    const struct row_list *rows = model_current_rows(model);
    struct file_columns columns;
    struct buffer cell = {0};
    file_columns_init(&columns, model_current_file(model));
    write_csv_header(&out->text, &columns, write_cell);
    for (size_t i = 0; i < rows->count && sink_pass(out);) {
        i = file_columns_take(&columns, rows, i);
        write_csv_record(&out->text, &columns, &cell, write_cell);
    }
    file_columns_release(&columns);
    buffer_release(&cell);
}

/* Formats the keys of the objects. A column without a name is named by its number. */
static struct buffer *make_keys(const struct file_columns *columns)
{
    struct buffer *keys = xcalloc(columns->count + 1, sizeof *keys);
    for (size_t i = 0; i < columns->count; i++) {
        struct buffer name = {0};
        buffer_append_text(&name, columns->columns[i].name);
        if (!name.length)
            buffer_printf(&name, "column %zu", i + 1);
        buffer_puts(&keys[i], i ? ", " : "{");
        cell_write_json(&keys[i], cell_json(buffer_text(&name)));
        buffer_puts(&keys[i], ": ");
        buffer_release(&name);
    }
    return keys;
}

static void free_keys(struct buffer *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_release(&keys[i]);
    free(keys);
}

static void write_json_cell(struct buffer *out, const struct file_columns *columns, size_t i,
                            struct buffer *cell)
{
    const struct file_column *column = &columns->columns[i];
    double number = NAN;
    buffer_truncate(cell, 0);
    append_cell(cell, columns, i);
    if (column->is_number && columns->rows[i] != NO_ROW)
        number = table_number(columns->dataset->table, columns->rows[i], column->column);
    cell_write_json_value(out, buffer_text(cell), number);
}

void claims_report_json(struct sink *out, struct model *model)
{
    const struct row_list *rows = model_current_rows(model);
    struct file_columns columns;
    struct buffer cell = {0}, unread = {0};
    bool is_first = true;
    cell_prepare_json();
    file_columns_init(&columns, model_current_file(model));
    struct buffer *keys = make_keys(&columns);
    cell_write_json_unread(&unread, model_unread(model));
    buffer_puts(&out->text, "[");
    for (size_t i = 0; i < rows->count && sink_pass(out); is_first = false) {
        i = file_columns_take(&columns, rows, i);
        buffer_puts(&out->text, is_first ? "\n" : ",\n");
        for (size_t k = 0; k < columns.count; k++) {
            buffer_append_text(&out->text, buffer_text(&keys[k]));
            write_json_cell(&out->text, &columns, k, &cell);
        }
        buffer_append_text(&out->text, buffer_text(&unread));
        buffer_puts(&out->text, "}");
    }
    buffer_puts(&out->text, rows->count ? "\n]\n" : "]\n");
    free_keys(keys, columns.count);
    file_columns_release(&columns);
    buffer_release(&cell);
    buffer_release(&unread);
}

void claims_report_warn(const struct model *model, bool has_choice)
{
    size_t shown = model_shown_file(model);
    bool is_one = file_is_separate(&model->files.items[shown]);
    if (has_choice)
        complain("tradescope: --export writes the rows of all pairs and products; choose rows with "
                 "--filter");
    for (size_t i = 0; i < model->files.count; i++) {
        const struct open_file *file = &model->files.items[i];
        if (i != shown && (is_one || file_is_separate(file)))
            complain("tradescope: file %zu of %zu is not in the export; export it by itself", i + 1,
                     model->files.count);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/claims_report.h"

#include "base/memory.h"

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

static void write_csv_rows(struct sink *out, struct export_part *part, cell_writer *write_cell)
{
    struct buffer cell = {0};
    for (size_t i = 0; i < part->rows.count && sink_pass(out);) {
        i = file_columns_take(&part->columns, &part->rows, i);
        write_csv_record(&out->text, &part->columns, &cell, write_cell);
    }
    buffer_release(&cell);
}

void claims_report_csv(struct sink *out, struct export_files *files, cell_writer *write_cell)
{
    for (size_t i = 0; i < files->count; i++) {
        if (!i)
            write_csv_header(&out->text, &files->items[0].columns, write_cell);
        write_csv_rows(out, &files->items[i], write_cell);
    }
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

/* The parts that all objects share. */
struct json_frame {
    struct buffer *keys;  /* of each column */
    struct buffer unread; /* the last field, or nothing */
    bool has_begun;
};

static void write_json_rows(struct sink *out, struct export_part *part, struct json_frame *frame)
{
    struct buffer cell = {0};
    for (size_t i = 0; i < part->rows.count && sink_pass(out); frame->has_begun = true) {
        i = file_columns_take(&part->columns, &part->rows, i);
        buffer_puts(&out->text, frame->has_begun ? ",\n" : "\n");
        for (size_t k = 0; k < part->columns.count; k++) {
            buffer_append_text(&out->text, buffer_text(&frame->keys[k]));
            write_json_cell(&out->text, &part->columns, k, &cell);
        }
        buffer_append_text(&out->text, buffer_text(&frame->unread));
        buffer_puts(&out->text, "}");
    }
    buffer_release(&cell);
}

void claims_report_json(struct sink *out, struct export_files *files, struct unread unread)
{
    struct json_frame frame = {0};
    size_t columns = files->count ? files->items[0].columns.count : 0;
    cell_prepare_json();
    if (files->count)
        frame.keys = make_keys(&files->items[0].columns);
    cell_write_json_unread(&frame.unread, unread);
    buffer_puts(&out->text, "[");
    for (size_t i = 0; i < files->count; i++)
        write_json_rows(out, &files->items[i], &frame);
    buffer_puts(&out->text, frame.has_begun ? "\n]\n" : "]\n");
    free_keys(frame.keys, columns);
    buffer_release(&frame.unread);
}

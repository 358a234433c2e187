/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/claims_report.h"

#include "base/memory.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define JSON_DIGITS 15 /* every decimal of so many digits survives a double */

static void write_field(struct buffer *out, struct text field)
{
    bool is_quoted = field.length && (field.data[0] == ' ' || field.data[field.length - 1] == ' ');
    for (size_t i = 0; i < field.length && !is_quoted; i++)
        is_quoted = strchr(",;\t\"\r\n", field.data[i]) != NULL;
    if (!is_quoted) {
        buffer_append_text(out, field);
        return;
    }
    buffer_putc(out, '"');
    for (size_t i = 0; i < field.length; i++) {
        if (field.data[i] == '"')
            buffer_putc(out, '"');
        buffer_putc(out, field.data[i]);
    }
    buffer_putc(out, '"');
}

void claims_report_csv(struct buffer *out, const struct workspace *workspace)
{
    const struct dataset *dataset = workspace_current_file(workspace);
    for (size_t column = 0; column < dataset->file_columns; column++) {
        buffer_puts(out, column ? "," : "");
        write_field(out, text_of(table_column_name(dataset->table, column)));
    }
    buffer_puts(out, dataset->file_columns ? "\n" : "");
    struct buffer cell = {0};
    for (size_t i = 0; i < workspace_current_rows(workspace)->count; i++) {
        for (size_t column = 0; column < dataset->file_columns; column++) {
            buffer_puts(out, column ? "," : "");
            buffer_truncate(&cell, 0);
            table_write(dataset->table, row_list_at(workspace_current_rows(workspace), i), column,
                        &cell);
            write_field(out, buffer_text(&cell));
        }
        buffer_putc(out, '\n');
    }
    buffer_release(&cell);
}

/* JSON is UTF-8: what is not is written as its visible sign. */
static json_t *json_of_text(struct text text)
{
    if (text_is_utf8(text))
        return json_stringn(text.data, text.length);
    struct buffer visible = {0};
    text_make_visible(&visible, text, false);
    json_t *string = json_stringn(visible.data, visible.length);
    buffer_release(&visible);
    return string;
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
    json_t *value = text.length ? json_of_text(buffer_text(&text)) : json_null();
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

static int append_piece(const char *piece, size_t length, void *out)
{
    buffer_append(out, piece, length);
    return 0;
}

/* An object at a time, so that memory holds one and not the whole file again. */
void claims_report_json(struct buffer *out, const struct workspace *workspace)
{
    json_set_alloc_funcs(xmalloc, free); /* or a cell would be missing for want of memory */
    buffer_puts(out, "[");
    for (size_t i = 0; i < workspace_current_rows(workspace)->count; i++) {
        json_t *object = json_of_row(workspace_current_file(workspace),
                                     row_list_at(workspace_current_rows(workspace), i));
        buffer_puts(out, i ? ",\n" : "\n");
        json_dump_callback(object, append_piece, out, JSON_REAL_PRECISION(JSON_DIGITS));
        json_decref(object);
    }
    buffer_puts(out, workspace_current_rows(workspace)->count ? "\n]\n" : "]\n");
}

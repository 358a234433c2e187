/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as CSV and JSON: numbers with all digits, in the base unit. */
#include "config.h"

#include "report/page_write.h"

#include <math.h>

/* A heading holds no separator, but may hold a blank. */
static void write_headings(struct buffer *out, const struct report_table *table,
                           cell_writer *write_cell, char separator)
{
    for (size_t k = 0; k < table->column_count; k++) {
        struct buffer heading = {0};
        page_column_exact_heading(&heading, &table->columns[k]);
        if (k)
            buffer_putc(out, separator);
        write_cell(out, buffer_text(&heading));
        if (table->columns[k].kind == CELLS_QUANTITY) {
            buffer_putc(out, separator);
            buffer_puts(&heading, " unit");
            write_cell(out, buffer_text(&heading));
        }
        buffer_release(&heading);
    }
    buffer_putc(out, '\n');
}

static void write_cell_of(struct buffer *out, const struct page_column *column,
                          const struct report_cell *cell, cell_writer *write_cell, char separator)
{
    struct buffer unit = {0};
    if (column->kind == CELLS_TEXT)
        write_cell(out, cell->text);
    else if (!isnan(cell->number))
        cell_write_number(out, cell->number);
    if (column->kind == CELLS_QUANTITY) {
        buffer_putc(out, separator);
        if (!isnan(cell->number))
            page_unit_name(&unit, cell->unit);
        write_cell(out, buffer_text(&unit));
    }
    buffer_release(&unit);
}

void page_write_csv(struct sink *out, const struct report_table *table, cell_writer *write_cell,
                    char separator)
{
    write_headings(&out->text, table, write_cell, separator);
    for (size_t i = 0; i < report_table_rows(table) && sink_pass(out); i++) {
        const struct report_cell *cells = report_table_row(table, i);
        for (size_t k = 0; k < table->column_count; k++) {
            if (k)
                buffer_putc(&out->text, separator);
            write_cell_of(&out->text, &table->columns[k], &cells[k], write_cell, separator);
        }
        buffer_putc(&out->text, '\n');
    }
}

static void write_json_text(struct buffer *out, struct text text)
{
    cell_write_json(out, cell_json(text));
}

static void write_json_lines(struct buffer *out, const char *name, const struct page_lines *lines)
{
    buffer_printf(out, " \"%s\": [", name);
    for (size_t i = 0; i < lines->count; i++) {
        buffer_puts(out, i ? ",\n  " : "\n  ");
        write_json_text(out, lines->items[i]);
    }
    buffer_puts(out, "],\n");
}

static void write_json_columns(struct buffer *out, const struct report_table *table)
{
    buffer_puts(out, " \"columns\": [");
    for (size_t k = 0; k < table->column_count; k++) {
        const struct page_column *column = &table->columns[k];
        struct buffer unit = {0};
        buffer_puts(out, k ? ",\n  {\"name\": " : "\n  {\"name\": ");
        write_json_text(out, text_of(column->name));
        if (column->kind == CELLS_NUMBER)
            page_unit_name(&unit, column->unit);
        buffer_puts(out, ", \"unit\": ");
        write_json_text(out, buffer_text(&unit));
        buffer_putc(out, '}');
        buffer_release(&unit);
    }
    buffer_puts(out, "],\n");
}

static void write_json_cell(struct buffer *out, const struct page_column *column,
                            const struct report_cell *cell)
{
    write_json_text(out, text_of(column->name));
    buffer_puts(out, ": ");
    if (column->kind == CELLS_TEXT)
        write_json_text(out, cell->text);
    else if (isfinite(cell->number))
        cell_write_number(out, cell->number);
    else
        buffer_puts(out, "null");
    if (column->kind != CELLS_QUANTITY)
        return;
    struct buffer name = {0}, unit = {0};
    buffer_printf(&name, "%s unit", column->name);
    buffer_puts(out, ", ");
    write_json_text(out, buffer_text(&name));
    buffer_puts(out, ": ");
    if (!isnan(cell->number))
        page_unit_name(&unit, cell->unit);
    write_json_text(out, buffer_text(&unit));
    buffer_release(&name);
    buffer_release(&unit);
}

void page_write_json(struct sink *out, const struct report_table *table)
{
    cell_prepare_json();
    buffer_puts(&out->text, "{\"page\": ");
    write_json_text(&out->text, text_of(table->name));
    buffer_puts(&out->text, ",\n \"title\": ");
    write_json_text(&out->text, table->title);
    buffer_puts(&out->text, ",\n");
    write_json_lines(&out->text, "about", &table->about);
    write_json_lines(&out->text, "notes", &table->notes);
    write_json_lines(&out->text, "doubts", &table->doubts);
    write_json_columns(&out->text, table);
    buffer_puts(&out->text, " \"rows\": [");
    for (size_t i = 0; i < report_table_rows(table) && sink_pass(out); i++) {
        const struct report_cell *cells = report_table_row(table, i);
        buffer_puts(&out->text, i ? ",\n  {" : "\n  {");
        for (size_t k = 0; k < table->column_count; k++) {
            buffer_puts(&out->text, k ? ", " : "");
            write_json_cell(&out->text, &table->columns[k], &cells[k]);
        }
        buffer_putc(&out->text, '}');
    }
    buffer_puts(&out->text, "]\n}\n");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report_table.h"

#include "base/array.h"
#include "base/paths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void report_table_release(struct report_table *table)
{
    free(table->about.items);
    free(table->notes.items);
    free(table->doubts.items);
    free(table->columns);
    free(table->cells);
    buffer_release(&table->chart);
    arena_release(&table->arena);
    *table = (struct report_table){0};
}

struct page_column *report_table_column(struct report_table *table, const char *name,
                                        enum cells_kind kind)
{
    ARRAY_RESERVE(table->columns, table->column_count + 1, table->column_capacity);
    struct page_column *column = &table->columns[table->column_count++];
    *column =
        (struct page_column){.name = arena_copy(&table->arena, name, strlen(name)), .kind = kind};
    return column;
}

size_t report_table_rows(const struct report_table *table)
{
    return table->column_count ? table->cell_count / table->column_count : 0;
}

const struct report_cell *report_table_row(const struct report_table *table, size_t row)
{
    return &table->cells[row * table->column_count];
}

static struct text keep(struct report_table *table, struct text text)
{
    return (struct text){arena_copy(&table->arena, text.data, text.length), text.length};
}

static struct report_cell *add_cell(struct report_table *table, struct text text)
{
    ARRAY_RESERVE(table->cells, table->cell_count + 1, table->cell_capacity);
    struct report_cell *cell = &table->cells[table->cell_count++];
    *cell = (struct report_cell){.number = (double)NAN};
    if (text.length)
        cell->text = keep(table, text);
    return cell;
}

void report_table_text(struct report_table *table, struct text text)
{
    add_cell(table, text);
}

void report_table_empty(struct report_table *table)
{
    add_cell(table, (struct text){0});
}

static const struct page_column *next_column(const struct report_table *table)
{
    return &table->columns[table->cell_count % table->column_count];
}

void report_table_number(struct report_table *table, double number, int places)
{
    struct buffer shown = {0};
    struct unit unit = next_column(table)->unit;
    double scale = unit.scale > 0 ? unit.scale : 1;
    if (!isnan(number))
        decimal_format(&shown, number / scale, places);
    struct report_cell *cell = add_cell(table, buffer_text(&shown));
    cell->number = number;
    cell->unit = unit;
    buffer_release(&shown);
}

void report_table_derived(struct report_table *table, const struct derivation *derivation)
{
    struct buffer shown = {0};
    const struct page_column *column = next_column(table);
    if (derivation && column->kind == CELLS_QUANTITY)
        derivation_format(&shown, derivation);
    else if (derivation && column->unit.dimension == derivation->unit.dimension &&
             column->unit.scale > 0)
        derivation_format_number(&shown, derivation, column->unit);
    else if (derivation)
        decimal_format(&shown, derivation->value, derivation->places);
    struct report_cell *cell = add_cell(table, buffer_text(&shown));
    if (derivation) {
        cell->number = derivation->value;
        cell->unit = derivation->unit;
        cell->derivation = derivation;
    }
    buffer_release(&shown);
}

void report_table_quantity(struct report_table *table, struct text shown, double number,
                           struct unit unit)
{
    struct report_cell *cell = add_cell(table, shown);
    cell->number = number;
    cell->unit = unit;
}

#define MOST_LINES ((size_t)6)

void report_table_origin(struct report_table *table, const struct dataset *dataset,
                         const uint32_t *rows, size_t count)
{
    struct buffer text = {0};
    if (!count)
        return;
    buffer_printf(&text, "%s, line%s ", path_name(dataset->path), count > 1 ? "s" : "");
    for (size_t i = 0; i < count && i < MOST_LINES; i++)
        buffer_printf(&text, "%s%zu", i ? ", " : "", table_line(dataset->table, rows[i]));
    if (count > MOST_LINES)
        buffer_printf(&text, " and %zu more", count - MOST_LINES);
    table->cells[table->cell_count - 1].origin = keep(table, buffer_text(&text));
    buffer_release(&text);
}

void page_lines_add(struct report_table *table, struct page_lines *lines, struct text text)
{
    if (!text.length)
        return;
    ARRAY_RESERVE(lines->items, lines->count + 1, lines->capacity);
    lines->items[lines->count++] = keep(table, text);
}

void page_lines_split(struct report_table *table, struct page_lines *lines, struct text text)
{
    while (text.length) {
        const char *end = memchr(text.data, '\n', text.length);
        size_t length = end ? (size_t)(end - text.data) : text.length;
        page_lines_add(table, lines, (struct text){text.data, length});
        length += end != NULL;
        text = (struct text){text.data + length, text.length - length};
    }
}

void page_unit_name(struct buffer *out, struct unit unit)
{
    struct unit base = unit;
    base.scale = 1;
    if (unit.dimension == DIMENSION_MONEY)
        buffer_puts(out, unit.currency);
    else if (unit.dimension != DIMENSION_NONE)
        unit_format_name(out, base);
}

bool page_column_is_right(const struct page_column *column)
{
    return column->kind != CELLS_TEXT || column->is_right;
}

void page_column_heading(struct buffer *out, const struct page_column *column)
{
    buffer_puts(out, column->name);
    if (column->kind != CELLS_NUMBER || column->unit.dimension == DIMENSION_NONE)
        return;
    buffer_puts(out, ", ");
    unit_format_name(out, column->unit);
}

void page_column_exact_heading(struct buffer *out, const struct page_column *column)
{
    buffer_puts(out, column->name);
    if (column->kind != CELLS_NUMBER || column->unit.dimension == DIMENSION_NONE)
        return;
    buffer_puts(out, " (");
    page_unit_name(out, column->unit);
    buffer_putc(out, ')');
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/columns_page.h"

#include "base/buffer.h"
#include "data/value/number_reader.h"
#include "model/files.h"
#include "view/page.h"

#include <string.h>

#define MOST_MISSING_WORDS 4
#define MOST_NAME_CELLS 24

/* Text of items, with a separator between them. */
static void put_item(struct buffer *out, const char *item)
{
    buffer_puts(out, out->length ? "; " : "");
    buffer_puts(out, item);
}

static void put_field(struct buffer *out, const struct mapped_column *column)
{
    struct buffer item = {0};
    if (column->field >= FIELD_COUNT)
        return;
    buffer_printf(&item, "the %s", field_table[column->field].name);
    put_item(out, item.data);
    buffer_release(&item);
}

/* The fields that are made of the column. */
static void put_fields(struct buffer *out, const struct dataset *dataset, size_t number)
{
    const struct mapping *mapping = &dataset->mapping;
    if (number < mapping->column_count)
        put_field(out, &mapping->columns[number]);
    for (size_t i = 0; i < mapping->column_count; i++)
        if (mapping->columns[i].origin == ORIGIN_TRANSLATED &&
            mapping->columns[i].from[0] == number)
            put_field(out, &mapping->columns[i]);
}

static void put_numbers(struct buffer *out, const struct mapped_column *column)
{
    put_item(out, "numbers");
    buffer_puts(out, number_reader_has_comma(column->read) ? ", the decimal sign is a comma"
                                                           : ", the decimal sign is a point");
}

static void put_missing(struct buffer *out, const struct mapped_column *column)
{
    struct buffer item = {0};
    for (size_t i = 0; i < column->missing_count && i < MOST_MISSING_WORDS; i++) {
        buffer_puts(&item, i ? ", `" : "states nothing: `");
        text_make_visible(&item, text_of(column->missing[i]), true);
        buffer_putc(&item, '`');
    }
    if (column->missing_count > MOST_MISSING_WORDS)
        buffer_printf(&item, " and %zu more", column->missing_count - MOST_MISSING_WORDS);
    if (item.length)
        put_item(out, item.data);
    buffer_release(&item);
}

static void put_type(struct buffer *out, const struct dataset *dataset, size_t number)
{
    const struct mapping *mapping = &dataset->mapping;
    struct buffer item = {0};
    if (table_column_type(dataset->table, number) == COLUMN_NUMBER) {
        if (number < mapping->column_count) {
            put_numbers(out, &mapping->columns[number]);
            put_missing(out, &mapping->columns[number]);
        }
        return;
    }
    buffer_puts(&item, "text");
    if (table_is_coded(dataset->table, number)) {
        buffer_puts(&item, ", ");
        decimal_format(&item, (double)table_distinct_count(dataset->table, number) - 1, 0);
        buffer_puts(&item, " different");
    }
    put_item(out, item.data);
    buffer_release(&item);
}

/* What was decided for the column while the file was opened: the notes on it. */
static void put_decisions(struct buffer *out, const struct model *model,
                          const struct dataset *dataset, size_t number)
{
    const struct problem_list *notes = &model->dataset.notes;
    const struct mapping *mapping = &dataset->mapping;
    bool is_of_file =
        number < mapping->column_count && mapping->columns[number].origin == ORIGIN_FILE;
    size_t place = is_of_file ? mapping->columns[number].from[0] + 1 : 0;
    for (size_t i = 0; place && i < notes->count; i++)
        if (notes->items[i].field == place && strcmp(notes->items[i].file, dataset->path) == 0)
            put_item(out, notes->items[i].reason);
}

static void add_column(struct page *page, const struct model *model, const struct dataset *dataset,
                       size_t number, int indent)
{
    struct buffer text = {0};
    struct line *line = page_add(page, NO_ROW, NULL, indent);
    line_puts(line, ROLE_HEADER, table_column_name(dataset->table, number));
    line_pad(line, indent);
    put_fields(&text, dataset, number);
    put_type(&text, dataset, number);
    put_decisions(&text, model, dataset, number);
    line_add(line, ROLE_PLAIN, buffer_text(&text));
    buffer_release(&text);
}

/* Notes that are of no column: the header's line, the encoding, the unit. */
static void add_notes(struct page *page, const struct model *model, const struct dataset *dataset)
{
    const struct problem_list *notes = &model->dataset.notes;
    bool is_first = true;
    for (size_t i = 0; i < notes->count; i++) {
        if (notes->items[i].field || strcmp(notes->items[i].file, dataset->path) != 0)
            continue;
        if (is_first)
            page_add(page, NO_ROW, NULL, 0);
        is_first = false;
        line_puts(page_add(page, NO_ROW, NULL, 0), ROLE_PLAIN, notes->items[i].reason);
    }
}

bool columns_page_open(struct workspace *workspace, struct error *error)
{
    struct model *model = workspace->model;
    const struct dataset *dataset = model_current_file(model);
    int widest = 0;
    if (!dataset->file_columns)
        return error_set(error, "no file with columns is open");
    for (size_t i = 0; i < dataset->file_columns; i++) {
        int cells = text_cells(text_of(table_column_name(dataset->table, i)));
        widest = cells > widest ? cells : widest;
    }
    struct buffer title = {0};
    buffer_printf(&title, "Columns of %s", file_display_name(dataset->path));
    struct page *page = page_new(title.data, NULL);
    buffer_release(&title);
    widest = widest < MOST_NAME_CELLS ? widest : MOST_NAME_CELLS;
    for (size_t i = 0; i < dataset->file_columns; i++)
        add_column(page, model, dataset, i, widest + 2);
    add_notes(page, model, dataset);
    page_open(workspace, page, 0);
    return true;
}

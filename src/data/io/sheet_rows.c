/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/sheet_rows.h"

#include "base/ascii.h"
#include "data/io/sheet_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHEET_ROWS ((size_t)1048576)
#define SHEET_COLUMNS ((size_t)16384)
#define EXACT_DIGITS 15 /* what a spreadsheet shows of a number */

struct sheet_parse {
    const struct sheet_context *context;
    struct sheet_writer writer;
    size_t row, column, next_column; /* from 1; 0 before the first */
    struct buffer value;
    char type; /* 's' shared, 't' text, 'n' number, 'b' truth, 'd' date, 'e' error */
    size_t style;
    bool is_value, is_reading;
    bool is_too_large;
};

/* --- places --- */

/* Rows without cells may be left out of the part. */
static void start_row(struct sheet_parse *parse, const char **attributes)
{
    const char *number = xml_attribute(attributes, "r");
    size_t row = number ? strtoul(number, NULL, 10) : parse->row + 1;
    if (row <= parse->row || row > SHEET_ROWS) {
        parse->is_too_large = parse->is_too_large || row > SHEET_ROWS;
        row = parse->row + 1;
    }
    while (parse->writer.count + 1 < row)
        sheet_writer_end_row(&parse->writer);
    parse->row = row;
    parse->next_column = 1;
}

/* "AB12": 28; 0 for what is no place. */
static size_t column_of(const char *place)
{
    size_t column = 0;
    for (; place && ascii_is_letter(*place) && column <= SHEET_COLUMNS; place++)
        column = column * 26 + (size_t)(ascii_lower(*place) - 'a') + 1;
    return column <= SHEET_COLUMNS ? column : 0;
}

static void start_cell(struct sheet_parse *parse, const char **attributes)
{
    const char *type = xml_attribute(attributes, "t"), *style = xml_attribute(attributes, "s");
    size_t column = column_of(xml_attribute(attributes, "r"));
    parse->column = column >= parse->next_column ? column : parse->next_column;
    parse->next_column = parse->column + 1;
    parse->style = style ? strtoul(style, NULL, 10) : 0;
    parse->type = !type                            ? 'n'
                  : strcmp(type, "inlineStr") == 0 ? 't'
                  : strcmp(type, "str") == 0       ? 't'
                                                   : type[0];
    buffer_truncate(&parse->value, 0);
}

/* --- values --- */

static struct text shared_text(const struct shared_texts *texts, const char *word)
{
    size_t number = strtoul(word, NULL, 10);
    if (number >= texts->count)
        return (struct text){"", 0};
    size_t start = number ? texts->ends[number - 1] : 0, length = texts->ends[number] - start;
    return length ? (struct text){texts->bytes.data + start, length} : (struct text){"", 0};
}

/* 0.30000000000000004 is shown as 0.3, which is what was typed or meant. */
static void write_number(struct buffer *out, const struct buffer *value)
{
    char *end, shown[40];
    size_t digits = 0;
    for (size_t i = 0; i < value->length; i++)
        digits += ascii_is_digit(value->data[i]);
    double number = strtod(value->data, &end);
    bool is_long = digits > EXACT_DIGITS && !*end && strpbrk(value->data, ".eE");
    if (is_long)
        snprintf(shown, sizeof shown, "%.*g", EXACT_DIGITS, number);
    buffer_puts(out, is_long ? shown : value->data);
}

static void write_value(const struct sheet_parse *parse, struct buffer *out)
{
    const struct sheet_context *context = parse->context;
    const struct cell_styles *styles = &context->styles;
    enum date_parts parts = parse->style < styles->count ? styles->parts[parse->style] : DATE_NONE;
    if (!parse->value.length)
        return;
    if (parse->type == 's')
        buffer_append_text(out, shared_text(&context->texts, parse->value.data));
    else if (parse->type == 'b')
        buffer_puts(out, parse->value.data[0] == '1' ? "TRUE" : "FALSE");
    else if (parse->type != 'n')
        buffer_append_text(out, buffer_text(&parse->value));
    else if (!parts || !sheet_date_write(out, buffer_text(&parse->value), parts, context->is_1904))
        write_number(out, &parse->value);
}

static void end_cell(struct sheet_parse *parse)
{
    struct buffer text = {0};
    write_value(parse, &text);
    sheet_writer_cell(&parse->writer, parse->column, buffer_text(&text));
    buffer_release(&text);
}

/* --- the part --- */

static void start(void *context, const char *name, const char **attributes)
{
    struct sheet_parse *parse = context;
    if (strcmp(name, "row") == 0)
        start_row(parse, attributes);
    else if (strcmp(name, "c") == 0)
        start_cell(parse, attributes);
    else if (strcmp(name, "rPh") == 0)
        parse->is_reading = true;
    parse->is_value = !parse->is_reading && (strcmp(name, "v") == 0 || strcmp(name, "t") == 0);
}

static void end(void *context, const char *name)
{
    struct sheet_parse *parse = context;
    parse->is_value = false;
    if (strcmp(name, "rPh") == 0)
        parse->is_reading = false;
    else if (strcmp(name, "c") == 0)
        end_cell(parse);
    else if (strcmp(name, "row") == 0)
        sheet_writer_end_row(&parse->writer);
}

static void take_value(void *context, struct text text)
{
    struct sheet_parse *parse = context;
    if (parse->is_value)
        buffer_append_text(&parse->value, text);
}

bool sheet_rows_read(const struct expat_library *library, const char *what, struct text part,
                     const struct sheet_context *context, struct buffer *out, struct error *error)
{
    static const struct xml_handlers handlers = {start, end, take_value};
    struct sheet_parse parse = {.context = context, .next_column = 1};
    bool is_good = xml_part_parse(library, what, part, &handlers, &parse, error);
    if (is_good && parse.is_too_large)
        is_good = error_set(error, "is damaged: its part %s has a row beyond %zu; save it again",
                            what, SHEET_ROWS);
    if (is_good)
        sheet_writer_finish(&parse.writer, out);
    sheet_writer_release(&parse.writer);
    buffer_release(&parse.value);
    return is_good;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/sheet_writer.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

struct sheet_line {
    size_t end, width; /* in the text of all rows; cells */
};

/* In quotes where it must be; a line break is a blank, so that each row stays one line. */
static void write_field(struct buffer *out, struct text text)
{
    bool is_quoted = false;
    for (size_t i = 0; i < text.length; i++)
        is_quoted = is_quoted || strchr(",\";\t|\n\r", text.data[i]);
    if (is_quoted)
        buffer_putc(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '"')
            buffer_putc(out, '"');
        if (c)
            buffer_putc(out, c == '\n' || c == '\r' ? ' ' : c);
    }
    if (is_quoted)
        buffer_putc(out, '"');
}

void sheet_writer_cell(struct sheet_writer *writer, size_t column, struct text text)
{
    if (!text_trim(text).length)
        return;
    for (; writer->width < column; writer->width++)
        if (writer->width)
            buffer_putc(&writer->cells, ',');
    write_field(&writer->cells, text);
}

void sheet_writer_end_row(struct sheet_writer *writer)
{
    ARRAY_RESERVE(writer->lines, writer->count + 1, writer->capacity);
    writer->lines[writer->count++] = (struct sheet_line){writer->cells.length, writer->width};
    writer->widest = writer->width > writer->widest ? writer->width : writer->widest;
    writer->width = 0;
}

void sheet_writer_finish(const struct sheet_writer *writer, struct buffer *out)
{
    size_t start = 0;
    bool has_header = false;
    for (size_t i = 0; i < writer->count; i++) {
        struct sheet_line line = writer->lines[i];
        has_header = has_header || line.width == writer->widest;
        if (line.width)
            buffer_append(out, writer->cells.data + start, line.end - start);
        for (size_t k = line.width ? line.width : 1;
             (line.width || !has_header) && k < writer->widest; k++)
            buffer_putc(out, ',');
        buffer_putc(out, '\n');
        start = line.end;
    }
}

void sheet_writer_release(struct sheet_writer *writer)
{
    buffer_release(&writer->cells);
    free(writer->lines);
    *writer = (struct sheet_writer){0};
}

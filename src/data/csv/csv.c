/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libcsv does not count lines, so it is fed one physical line at a time. A line end outside quotes
 * ends the record; if a quote is open at a line end, the record continues on the next line. So the
 * line on which a record starts is known, and the one on which an open quote was opened.
 */
#include "config.h"

#include "data/csv/csv.h"

#include "base/array.h"
#include "base/buffer.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

static const char separators[] = {',', ';', '\t'};

/* libcsv reuses its memory for every field, so the fields of a record are collected here. */
struct reader {
    csv_handler *handler;
    void *context;
    struct buffer bytes; /* the bytes of all fields, one after the other */
    size_t *ends;        /* the end of each field in `bytes` */
    size_t count, capacity;
    struct text *fields;
    size_t field_capacity;
    size_t line; /* on which the record starts */
    bool stopped;
};

/* Returns the first line of `bytes` with its end: LF, CRLF, or CR alone. */
static struct text first_line(struct text bytes)
{
    size_t length = 0;
    while (length < bytes.length && bytes.data[length] != '\n' && bytes.data[length] != '\r')
        length++;
    if (length + 1 < bytes.length && bytes.data[length] == '\r' && bytes.data[length + 1] == '\n')
        length++;
    if (length < bytes.length)
        length++;
    return (struct text){bytes.data, length};
}

static struct text after(struct text bytes, size_t length)
{
    return (struct text){bytes.data + length, bytes.length - length};
}

static struct text skip_blank_lines(struct text bytes)
{
    struct text line = first_line(bytes);
    while (line.length && text_trim(line).length == 0) {
        bytes = after(bytes, line.length);
        line = first_line(bytes);
    }
    return bytes;
}

static size_t skip_quoted(struct text bytes, size_t at)
{
    for (at++; at < bytes.length; at++) {
        if (bytes.data[at] != '"')
            continue;
        if (at + 1 == bytes.length || bytes.data[at + 1] != '"')
            break;
        at++;
    }
    return at;
}

/* Returns the index of the separator, or -1. */
static int separator_of(char byte)
{
    const char *found = memchr(separators, byte, sizeof separators);
    return found ? (int)(found - separators) : -1;
}

char csv_separator(struct text bytes)
{
    size_t counts[sizeof separators] = {0}, most = 0;
    bool field_starts = true; /* inside a field a quote is an ordinary character */
    bytes = skip_blank_lines(bytes);
    for (size_t at = 0; at < bytes.length; at++) {
        char byte = bytes.data[at];
        int separator = separator_of(byte);
        if (byte == '\n' || byte == '\r')
            break;
        if (byte == '"' && field_starts)
            at = skip_quoted(bytes, at);
        if (separator >= 0)
            counts[separator]++;
        field_starts = separator >= 0 || (field_starts && byte == ' ');
    }
    for (size_t i = 1; i < sizeof separators; i++)
        if (counts[i] > counts[most])
            most = i;
    return separators[most];
}

static void take_field(void *bytes, size_t length, void *context)
{
    struct reader *reader = context;
    buffer_append(&reader->bytes, bytes, length);
    ARRAY_RESERVE(reader->ends, reader->count + 1, reader->capacity);
    reader->ends[reader->count++] = reader->bytes.length;
}

static void take_record(int end, void *context)
{
    (void)end;
    struct reader *reader = context;
    ARRAY_RESERVE(reader->fields, reader->count, reader->field_capacity);
    size_t start = 0;
    for (size_t i = 0; i < reader->count; i++) {
        reader->fields[i] = (struct text){reader->bytes.data + start, reader->ends[i] - start};
        start = reader->ends[i];
    }
    struct csv_record record = {reader->fields, reader->count, reader->line};
    reader->stopped = !reader->handler(reader->context, &record);
    reader->count = 0;
    buffer_truncate(&reader->bytes, 0);
}

static void *resize(void *old, size_t size)
{
    return xreallocarray(old, size, 1);
}

/* Lets libcsv double its memory in place of growing by 128 bytes, as fields may be huge. */
static void feed(struct csv_parser *parser, struct text line, struct reader *reader)
{
    size_t size = csv_get_buffer_size(parser);
    csv_set_blk_size(parser, size > line.length ? size : line.length);
    csv_parse(parser, line.data, line.length, take_field, take_record, reader);
}

/* Returns the line of a quote that is open at the end, 0 if there is none. */
static size_t read_lines(struct csv_parser *parser, struct text bytes, struct reader *reader)
{
    size_t line_number = 0, quote_line = 0;
    while (bytes.length && !reader->stopped) {
        struct text line = first_line(bytes);
        size_t fields_before = reader->count;
        line_number++;
        if (!quote_line)
            reader->line = line_number;
        feed(parser, line, reader);
        if (!parser->quoted)
            quote_line = 0;
        else if (!quote_line || reader->count != fields_before)
            quote_line = line_number;
        bytes = after(bytes, line.length);
    }
    return quote_line;
}

bool csv_refuse_open_quote(struct error *error)
{
    return error_set(error, "the quote that opens here is never closed, so the rest of the file is "
                            "left out; close it with a second \"");
}

bool csv_read(struct text bytes, char separator, csv_handler *handler, void *context,
              size_t *error_line, struct error *error)
{
    struct reader reader = {.handler = handler, .context = context};
    struct csv_parser parser;
    csv_init(&parser, 0);
    csv_set_delim(&parser, (unsigned char)separator);
    csv_set_realloc_func(&parser, resize);
    *error_line = 0;
    size_t quote_line = read_lines(&parser, bytes, &reader);
    /* Strict only at the end: until here, misplaced quotes are text; an open one is an error. */
    csv_set_opts(&parser, CSV_STRICT | CSV_STRICT_FINI);
    bool closed = reader.stopped || csv_fini(&parser, take_field, take_record, &reader) == 0;
    if (!closed) {
        *error_line = quote_line;
        csv_refuse_open_quote(error);
    }
    csv_free(&parser);
    buffer_release(&reader.bytes);
    free(reader.ends);
    free(reader.fields);
    return closed;
}

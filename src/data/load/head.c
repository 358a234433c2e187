/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/head.h"

#include "data/csv/csv_repair.h"
#include "data/csv/csv_split.h"
#include "data/csv/dialect.h"
#include "data/io/read_buffer.h"
#include "base/parallel.h"
#include "base/event.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BYTES ((size_t)64 * 1024)
#define HEAD_PATIENCE 200 /* milliseconds that the first record waits for more */

static struct text copy_field(struct head *head, struct text field)
{
    struct buffer decoded = {0};
    if (encoding_recognise(field) == ENCODING_CP1252) {
        head->encoding = ENCODING_CP1252;
        text_decode_cp1252(&decoded, field);
        field = buffer_text(&decoded);
    }
    struct text copy = {arena_copy(&head->texts, field.data, field.length), field.length};
    buffer_release(&decoded);
    return copy;
}

/* Splits a record that was quoted as a whole. */
static struct text *unquote(struct head *head, struct text record, size_t *count)
{
    char separator = head->file.separator;
    *count = csv_repair_split(record, separator, &head->texts, NULL, 0);
    struct text *fields = arena_alloc(&head->texts, *count * sizeof *fields);
    csv_repair_split(record, separator, &head->texts, fields, *count);
    return fields;
}

static void keep_record(struct head *head, const struct csv_splitter *splitter, size_t line)
{
    size_t number = head->file.count++, count = splitter->count;
    struct text *fields = arena_alloc(&head->texts, count * sizeof *fields);
    for (size_t i = 0; i < count; i++)
        fields[i] = copy_field(head, splitter->fields[i]);
    if (head->is_requoted && count == 1)
        fields = unquote(head, fields[0], &count);
    head->records[number] = (struct csv_record){fields, count, line};
    head->ends[number] = splitter->at;
    head->lines[number] = splitter->line;
}

/* The splitter must have one field of room to spare; a record without that is read twice. */
static bool take(struct csv_splitter *splitter)
{
    size_t at = splitter->at, line = splitter->line;
    if (!csv_splitter_take(splitter))
        return false;
    if (splitter->count <= splitter->room || splitter->count > MOST_COLUMNS)
        return true;
    splitter->room = splitter->count;
    splitter->fields = xreallocarray(splitter->fields, splitter->room, sizeof *splitter->fields);
    splitter->line = line;
    csv_splitter_start(splitter, at);
    return csv_splitter_take(splitter);
}

static bool refuse_columns(struct error *error)
{
    return error_set(
        error, "has more than %zu columns, which is the most that can be read; leave out some",
        MOST_COLUMNS);
}

/*
 * Takes the records that end in the buffer. Returns false if the first cannot be read. What is
 * wrong with a later one is for the reader to say, who lists it. `error_line` is where its quote
 * stays open, or 0.
 */
static bool take_records(struct head *head, struct csv_splitter *splitter, bool is_end,
                         size_t *error_line, struct error *error)
{
    *error_line = 0;
    while (head->file.count < HEAD_RECORDS && csv_splitter_seek(splitter, SIZE_MAX)) {
        size_t line = splitter->line;
        bool is_closed = take(splitter), is_first = !head->file.count;
        bool is_wide = is_closed && splitter->count > MOST_COLUMNS;
        if (is_first && (is_wide || !is_closed))
            *error_line = is_closed ? line : splitter->line;
        if (is_first && is_wide)
            return refuse_columns(error);
        if (is_first && !is_closed && is_end)
            return csv_refuse_open_quote(error);
        if (!is_closed || is_wide || (splitter->at == splitter->bytes.length && !is_end))
            return true;
        keep_record(head, splitter, line);
    }
    return true;
}

static bool split(struct head *head, const struct read_buffer *read_buffer, size_t *line,
                  struct error *error)
{
    struct arena copies = {0};
    struct csv_splitter splitter = {.bytes = read_buffer_bytes(read_buffer),
                                    .separator = head->file.separator,
                                    .copies = &copies,
                                    .line = 1};
    csv_splitter_start(&splitter, 0);
    head->searched += read_buffer->length;
    bool was_read = take_records(head, &splitter, read_buffer->is_end, line, error);
    free(splitter.fields);
    arena_release(&copies);
    return was_read;
}

static bool has_record(const struct read_buffer *read_buffer)
{
    struct text bytes = read_buffer_bytes(read_buffer);
    const char *header = bytes.length ? memchr(bytes.data, '\n', bytes.length) : NULL;
    return header && memchr(header + 1, '\n', (size_t)(bytes.data + bytes.length - header - 1));
}

/* Waits for the first record, and for more until nothing follows for a while. */
static void await_records(struct read_buffer *read_buffer, struct input_source *source)
{
    while (read_buffer->is_dry && read_buffer->length < FIRST_BYTES &&
           !(has_record(read_buffer) && input_source_is_silent(source, HEAD_PATIENCE))) {
        input_source_fetch(source);
        read_buffer_extend(read_buffer, source, 0);
    }
}

/* True if a line ends behind the first `from` bytes. */
static bool has_line_end(const struct read_buffer *read_buffer, size_t from)
{
    struct text bytes = read_buffer_bytes(read_buffer);
    const char *more = bytes.data + from;
    return memchr(more, '\n', bytes.length - from) || memchr(more, '\r', bytes.length - from);
}

/*
 * A first record that has no end yet is split again only when there is twice as much of it, or
 * when a line has ended and nothing follows: else a long one that comes in small pieces would take
 * a time that grows with the square of its length.
 */
static void await_more(struct read_buffer *read_buffer, struct input_source *source)
{
    size_t enough = 2 * read_buffer->length;
    bool has_ended = false;
    do {
        size_t known = read_buffer->length;
        input_source_fetch(source);
        read_buffer_extend(read_buffer, source, 0);
        has_ended = has_ended || has_line_end(read_buffer, known);
    } while (read_buffer->is_dry && read_buffer->has_memory && read_buffer->length < enough &&
             read_buffer->length < LONGEST_HEAD &&
             !(has_ended && input_source_is_silent(source, HEAD_PATIENCE)));
}

static bool refuse_long(size_t open_quote, struct error *error)
{
    return open_quote
               ? error_set(error,
                           "the quote that opens here is not closed in the first %zu MiB, so "
                           "the file is not read; close it with a second \"",
                           LONGEST_HEAD >> 20)
               : error_set(error, "has no whole record in its first %zu MiB; it is no CSV file",
                           LONGEST_HEAD >> 20);
}

/* `wished` is the one that the user states, or 0. */
static void choose_separator(struct head *head, const struct read_buffer *read_buffer, char wished)
{
    struct text bytes = read_buffer_bytes(read_buffer);
    char *separator = &head->file.separator;
    head->is_requoted = dialect_is_requoted(bytes, read_buffer->is_end, separator);
    if (wished)
        *separator = wished;
    else if (!head->is_requoted)
        *separator = dialect_separator(bytes, read_buffer->is_end);
}

static bool read_window(struct head *head, struct read_buffer *read_buffer,
                        struct input_source *source, char separator, size_t *line,
                        struct error *error)
{
    read_buffer_move(read_buffer, source, 0, FIRST_BYTES);
    for (;;) {
        await_records(read_buffer, source);
        if (!read_buffer->has_memory)
            return error_set(error, "cannot be read: out of memory");
        if (read_buffer->error && !read_buffer->length)
            return error_set(error, "%s", read_buffer->error);
        choose_separator(head, read_buffer, separator);
        if (!split(head, read_buffer, line, error))
            return false;
        if (head->file.count || read_buffer->is_end)
            return true;
        if (read_buffer->error)
            return error_set(error, "%s", read_buffer->error);
        if (read_buffer->length >= LONGEST_HEAD)
            return refuse_long(*line, error);
        await_more(read_buffer, source);
    }
}

bool head_read(struct head *head, const char *path, struct input_source *source, char separator,
               size_t *line, struct error *error)
{
    struct read_buffer read_buffer = {.never_waits = true};
    *head = (struct head){.file = {.path = path, .separator = ','}};
    head->file.records = head->records;
    *line = 0;
    bool was_read = read_window(head, &read_buffer, source, separator, line, error);
    head->file.header = dialect_header(head->records, head->file.count);
    head->file.body = head->file.header + 1 +
                      dialect_has_units(head->records, head->file.count, head->file.header);
    read_buffer_release(&read_buffer);
    return was_read;
}

/* Appends the start of the record as written in the file. */
static void quote_record(struct buffer *out, const struct csv_record *record, char separator)
{
    struct buffer text = {0};
    for (size_t i = 0; i < record->count; i++) {
        if (i)
            buffer_putc(&text, separator);
        buffer_append_text(&text, record->fields[i]);
    }
    problem_quote(out, buffer_text(&text));
    buffer_release(&text);
}

void head_tell(const struct head *head, const struct mapping *mapping, struct problem_list *notes)
{
    const struct file_head *file = &head->file;
    struct buffer quoted = {0};
    size_t header = file->header;
    if (mapping->header_records != file->body)
        return;
    if (header) {
        quote_record(&quoted, &file->records[0], file->separator);
        problem_add(notes, file->path, file->records[0].line, 0,
                    "the header is line %zu; the lines above it are skipped: %s",
                    file->records[header].line, quoted.data);
        buffer_truncate(&quoted, 0);
    }
    if (file->body > header + 1) {
        quote_record(&quoted, &file->records[header + 1], file->separator);
        problem_add(notes, file->path, file->records[header + 1].line, 0,
                    "a line of units, which is skipped: %s", quoted.data);
    }
    buffer_release(&quoted);
}

void head_release(struct head *head)
{
    arena_release(&head->texts);
}

struct head_reader {
    const char *path;
    struct input_source *source;
    char separator;
    int wakeup;
    pthread_t thread;
    bool has_thread;
    atomic_bool is_done; /* the fields behind this one are complete and do not change any more */
    struct head head;
    size_t line;
    struct error error;
    bool was_read;
};

static void *work(void *argument)
{
    struct head_reader *reader = argument;
    reader->was_read = head_read(&reader->head, reader->path, reader->source, reader->separator,
                                 &reader->line, &reader->error);
    atomic_store(&reader->is_done, true);
    event_send(reader->wakeup);
    return NULL;
}

struct head_reader *head_reader_new(const char *path, struct input_source *source, char separator,
                                    int wakeup)
{
    struct head_reader *reader = xcalloc(1, sizeof *reader);
    reader->path = path;
    reader->source = source;
    reader->separator = separator;
    reader->wakeup = wakeup;
    bool may_wait = input_source_arrived(source) != UINT64_MAX;
    reader->has_thread = may_wait && parallel_start_thread(&reader->thread, work, reader);
    if (!reader->has_thread)
        work(reader);
    return reader;
}

void head_reader_free(struct head_reader *reader)
{
    if (!reader)
        return;
    if (!head_reader_is_done(reader))
        input_source_stop(reader->source);
    if (reader->has_thread)
        pthread_join(reader->thread, NULL);
    head_release(&reader->head);
    error_release(&reader->error);
    free(reader);
}

bool head_reader_is_done(const struct head_reader *reader)
{
    return atomic_load(&reader->is_done);
}

bool head_reader_take(struct head_reader *reader, struct head **head, size_t *line,
                      struct error *error)
{
    *head = &reader->head;
    *line = reader->line;
    *error = reader->error;
    reader->error = (struct error){0};
    return reader->was_read;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/head.h"

#include "data/csv_split.h"
#include "data/window.h"

#include <stdlib.h>

#define FIRST_BYTES ((size_t)64 * 1024)

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

static void keep_record(struct head *head, const struct csv_splitter *splitter, size_t line)
{
    size_t number = head->file.count++;
    struct text *fields = arena_alloc(&head->texts, splitter->count * sizeof *fields);
    for (size_t i = 0; i < splitter->count; i++)
        fields[i] = copy_field(head, splitter->fields[i]);
    head->records[number] = (struct csv_record){fields, splitter->count, line};
    head->ends[number] = splitter->at;
    head->lines[number] = splitter->line;
}

/* A field more than there is room for ends the array of fields; such records are taken twice. */
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

/* The records that end in the window; false where one cannot be read. */
static bool take_records(struct head *head, struct csv_splitter *splitter, bool is_end,
                         size_t *error_line, struct error *error)
{
    while (head->file.count < HEAD_RECORDS && csv_splitter_seek(splitter, SIZE_MAX)) {
        size_t line = splitter->line;
        bool is_closed = take(splitter);
        if ((!is_closed || splitter->at == splitter->bytes.length) && !is_end)
            return true;
        if (!is_closed && !head->file.count) {
            *error_line = splitter->line;
            return csv_refuse_open_quote(error);
        }
        if (!is_closed)
            return true;
        if (splitter->count > MOST_COLUMNS) {
            *error_line = line;
            return error_set(error, "has %zu columns, and at most %zu can be read; leave out some",
                             splitter->count, MOST_COLUMNS);
        }
        keep_record(head, splitter, line);
    }
    return true;
}

static bool split(struct head *head, const struct window *window, size_t *line, struct error *error)
{
    struct arena copies = {0};
    struct csv_splitter splitter = {.bytes = window_bytes(window),
                                    .separator = head->file.separator,
                                    .copies = &copies,
                                    .line = 1};
    csv_splitter_start(&splitter, 0);
    bool was_read = take_records(head, &splitter, window->is_end, line, error);
    free(splitter.fields);
    arena_release(&copies);
    return was_read;
}

static bool read_window(struct head *head, struct window *window, struct source *source,
                        size_t *line, struct error *error)
{
    window_move(window, source, 0, FIRST_BYTES);
    for (;;) {
        if (!window->has_memory)
            return error_set(error, "cannot be read: out of memory");
        if (window->error && !window->length)
            return error_set(error, "%s", window->error);
        head->file.separator = csv_separator(window_bytes(window));
        if (!split(head, window, line, error))
            return false;
        if (head->file.count || window->is_end)
            return true;
        if (window->error)
            return error_set(error, "%s", window->error);
        if (window->length > LONGEST_RECORD)
            return error_set(error, "has no line end in its first %zu MiB; it is no CSV file",
                             window->length >> 20);
        window_extend(window, source, 0);
    }
}

bool head_read(struct head *head, const char *path, struct source *source, size_t *line,
               struct error *error)
{
    struct window window = {0};
    *head = (struct head){.file = {.path = path, .separator = ','}};
    head->file.records = head->records;
    *line = 0;
    bool was_read = read_window(head, &window, source, line, error);
    window_release(&window);
    return was_read;
}

void head_release(struct head *head)
{
    arena_release(&head->texts);
}

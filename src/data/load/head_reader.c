/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/head_reader.h"

#include "base/parallel.h"
#include "base/event.h"

#include <stdatomic.h>
#include <stdlib.h>

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/read_buffer.h"

#include "base/short_text.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_EXTENSION ((size_t)64 * 1024)

void read_buffer_release(struct read_buffer *window)
{
    memory_block_release(&window->memory);
    free(window->error);
    *window = (struct read_buffer){0};
}

struct text read_buffer_bytes(const struct read_buffer *window)
{
    return (struct text){(const char *)window->memory.data + window->skipped, window->length};
}

/*
 * Reads on at the end of the buffer. Returns false, and keeps the reason, if there is nothing to
 * read.
 */
static bool read_more(struct read_buffer *window, struct input_source *source, size_t wanted)
{
    struct error error = {0};
    uint64_t end = window->offset + window->length;
    uint64_t arrived = window->never_waits ? input_source_arrived(source) : UINT64_MAX;
    window->is_dry = arrived <= end;
    if (window->is_dry)
        return false;
    wanted = wanted < arrived - end ? wanted : (size_t)(arrived - end);
    char *to = (char *)window->memory.data + window->skipped + window->length;
    ssize_t got = input_source_read(source, end, to, wanted, &error);
    window->is_end = got == 0;
    window->error = error.text;
    if (got <= 0)
        return false;
    window->length += (size_t)got;
    return true;
}

/* Moves the content to the start of the memory, to make room behind it. */
static void settle(struct read_buffer *window)
{
    if (window->skipped && window->length)
        memmove(window->memory.data, (char *)window->memory.data + window->skipped, window->length);
    window->skipped = 0;
}

/* Reads until the buffer has `size` bytes. */
static void fill(struct read_buffer *window, struct input_source *source, size_t size)
{
    bool reads = window->length < size && !window->is_end && !window->error;
    if (reads)
        settle(window);
    window->has_memory = memory_block_reserve(
        &window->memory, window->skipped + (reads ? size : window->length) + TEXT_PADDING);
    while (reads && window->has_memory && window->length < size)
        reads = read_more(window, source, size - window->length);
}

/* Drops the first bytes. */
static void shift(struct read_buffer *window, size_t from)
{
    window->length -= from;
    window->skipped += from;
    window->offset += from;
}

void read_buffer_move(struct read_buffer *window, struct input_source *source, uint64_t offset,
                      size_t size)
{
    if (offset >= window->offset && offset - window->offset <= window->length) {
        shift(window, (size_t)(offset - window->offset));
    } else {
        free(window->error);
        *window = (struct read_buffer){
            .memory = window->memory, .offset = offset, .never_waits = window->never_waits};
    }
    fill(window, source, size);
}

void read_buffer_extend(struct read_buffer *window, struct input_source *source, size_t from)
{
    shift(window, from);
    size_t more = window->length > LEAST_EXTENSION ? window->length : LEAST_EXTENSION;
    fill(window, source, window->length + more);
}

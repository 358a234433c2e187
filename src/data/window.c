/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/window.h"

#include "data/encoding.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_EXTENSION ((size_t)64 * 1024)

void window_release(struct window *window)
{
    large_release(&window->memory);
    free(window->error);
    *window = (struct window){0};
}

struct text window_bytes(const struct window *window)
{
    return (struct text){window->memory.data, window->length};
}

/* Fewer bytes than asked for stand in front of the end or an error: asking again tells which. */
static void find_reason(struct window *window, struct source *source)
{
    struct error error = {0};
    char byte;
    ssize_t got = source_read(source, window->offset + window->length, &byte, 1, &error);
    window->is_end = got == 0;
    if (got < 0) {
        window->error = error.text;
        error.text = NULL;
    }
    error_release(&error);
}

/* Reads on until `size` bytes are there. */
static void fill(struct window *window, struct source *source, size_t size)
{
    struct error error = {0};
    window->has_memory = large_reserve(&window->memory, size);
    if (!window->has_memory || window->is_end || window->error || size <= window->length)
        return;
    size_t wanted = size - window->length;
    ssize_t got = source_read(source, window->offset + window->length,
                              (char *)window->memory.data + window->length, wanted, &error);
    struct text more = {(char *)window->memory.data + window->length, got > 0 ? (size_t)got : 0};
    window->is_ascii = (window->is_ascii || !window->length) && encoding_is_ascii(more);
    window->length += more.length;
    if (got < (ssize_t)wanted)
        find_reason(window, source);
    error_release(&error);
}

/* Takes the first bytes out. */
static void shift(struct window *window, size_t from)
{
    window->length -= from;
    if (window->length && from)
        memmove(window->memory.data, (char *)window->memory.data + from, window->length);
    window->offset += from;
}

void window_move(struct window *window, struct source *source, uint64_t offset, size_t size)
{
    if (offset >= window->offset && offset - window->offset <= window->length) {
        shift(window, (size_t)(offset - window->offset));
    } else {
        free(window->error);
        *window = (struct window){.memory = window->memory, .offset = offset};
    }
    fill(window, source, size);
}

void window_extend(struct window *window, struct source *source, size_t from)
{
    shift(window, from);
    size_t more = window->length > LEAST_EXTENSION ? window->length : LEAST_EXTENSION;
    fill(window, source, window->length + more);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/window.h"

#include "data/encoding.h"
#include "data/short_text.h"

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

/* Reads on at the end of the window; false where nothing can be read there, with the reason kept.
 */
static bool read_more(struct window *window, struct source *source, size_t wanted)
{
    struct error error = {0};
    char *to = (char *)window->memory.data + window->length;
    ssize_t got = source_read(source, window->offset + window->length, to, wanted, &error);
    window->is_end = got == 0;
    window->error = error.text;
    if (got <= 0)
        return false;
    struct text more = {to, (size_t)got};
    window->is_ascii = (window->is_ascii || !window->length) && encoding_is_ascii(more);
    window->length += more.length;
    return true;
}

/* Reads on until `size` bytes are there. */
static void fill(struct window *window, struct source *source, size_t size)
{
    window->has_memory = large_reserve(&window->memory, size + TEXT_PADDING);
    if (!window->has_memory || window->is_end || window->error)
        return;
    while (window->length < size && read_more(window, source, size - window->length))
        continue;
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

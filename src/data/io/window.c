/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/window.h"

#include "base/short_text.h"

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
    return (struct text){(const char *)window->memory.data + window->skipped, window->length};
}

/* Reads on at the end of the window; false where nothing can be read there, with the reason kept.
 */
static bool read_more(struct window *window, struct source *source, size_t wanted)
{
    struct error error = {0};
    uint64_t end = window->offset + window->length;
    uint64_t arrived = window->never_waits ? source_arrived(source) : UINT64_MAX;
    window->is_dry = arrived <= end;
    if (window->is_dry)
        return false;
    wanted = wanted < arrived - end ? wanted : (size_t)(arrived - end);
    char *to = (char *)window->memory.data + window->skipped + window->length;
    ssize_t got = source_read(source, end, to, wanted, &error);
    window->is_end = got == 0;
    window->error = error.text;
    if (got <= 0)
        return false;
    window->length += (size_t)got;
    return true;
}

/* Brings the window to the start of its memory, so that there is room behind it. */
static void settle(struct window *window)
{
    if (window->skipped && window->length)
        memmove(window->memory.data, (char *)window->memory.data + window->skipped, window->length);
    window->skipped = 0;
}

/* Reads on until `size` bytes are there. */
static void fill(struct window *window, struct source *source, size_t size)
{
    bool reads = window->length < size && !window->is_end && !window->error;
    if (reads)
        settle(window);
    window->has_memory = large_reserve(
        &window->memory, window->skipped + (reads ? size : window->length) + TEXT_PADDING);
    while (reads && window->has_memory && window->length < size)
        reads = read_more(window, source, size - window->length);
}

/* Takes the first bytes out. */
static void shift(struct window *window, size_t from)
{
    window->length -= from;
    window->skipped += from;
    window->offset += from;
}

void window_move(struct window *window, struct source *source, uint64_t offset, size_t size)
{
    if (offset >= window->offset && offset - window->offset <= window->length) {
        shift(window, (size_t)(offset - window->offset));
    } else {
        free(window->error);
        *window = (struct window){
            .memory = window->memory, .offset = offset, .never_waits = window->never_waits};
    }
    fill(window, source, size);
}

void window_extend(struct window *window, struct source *source, size_t from)
{
    shift(window, from);
    size_t more = window->length > LEAST_EXTENSION ? window->length : LEAST_EXTENSION;
    fill(window, source, window->length + more);
}

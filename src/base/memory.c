/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/memory.h"

#include "base/memory_reserve.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Many arenas hold little, so the first block is small. Each further one is twice as large. */
#define FIRST_BLOCK_SIZE ((size_t)256)
#define LARGEST_BLOCK_SIZE ((size_t)256 * 1024)

struct arena_block {
    struct arena_block *older;
    size_t used, size;
    _Alignas(max_align_t) char bytes[];
};

static void (*exhaustion_handler)(void);

void memory_on_exhaustion(void (*handler)(void))
{
    exhaustion_handler = handler;
}

_Noreturn void memory_exhausted(size_t size)
{
    if (exhaustion_handler)
        exhaustion_handler();
    if (size)
        fprintf(stderr, "tradescope: out of memory (%zu bytes were asked for)\n", size);
    else
        fputs("tradescope: out of memory\n", stderr);
    exit(1);
}

/* Saturates on overflow; used only for the message on memory. */
static size_t product(size_t count, size_t size)
{
    size_t bytes;
    return __builtin_mul_overflow(count, size, &bytes) ? SIZE_MAX : bytes;
}

/* Returns the size of a string with its NUL. */
static size_t string_size(size_t length)
{
    if (length == SIZE_MAX)
        memory_exhausted(length);
    return length + 1;
}

void *xmalloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory) {
        memory_reserve_spend();
        memory = malloc(size ? size : 1);
    }
    if (!memory)
        memory_exhausted(size);
    return memory;
}

void *xcalloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory) {
        memory_reserve_spend();
        memory = calloc(count ? count : 1, size ? size : 1);
    }
    if (!memory)
        memory_exhausted(product(count, size));
    return memory;
}

void *xreallocarray(void *old, size_t count, size_t size)
{
    void *memory = reallocarray(old, count ? count : 1, size ? size : 1);
    if (!memory) {
        memory_reserve_spend();
        memory = reallocarray(old, count ? count : 1, size ? size : 1);
    }
    if (!memory)
        memory_exhausted(product(count, size));
    return memory;
}

void *xrealloc(void *old, size_t size)
{
    return xreallocarray(old, size, 1);
}

char *xstrdup(const char *string)
{
    return xstrndup(string, strlen(string));
}

char *xstrndup(const char *bytes, size_t length)
{
    char *copy = xmalloc(string_size(length));
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t alignment = _Alignof(max_align_t);
    if (size > SIZE_MAX - sizeof(struct arena_block) - alignment)
        memory_exhausted(size);
    size = (size + alignment - 1) / alignment * alignment;
    struct arena_block *block = arena->newest;
    if (!block || block->size - block->used < size) {
        size_t room = block ? block->size * 2 : FIRST_BLOCK_SIZE;
        room = room > LARGEST_BLOCK_SIZE ? LARGEST_BLOCK_SIZE : room;
        room = size > room ? size : room;
        block = xcalloc(1, sizeof *block + room);
        block->size = room;
        block->older = arena->newest;
        arena->newest = block;
    }
    void *piece = block->bytes + block->used;
    block->used += size;
    return piece;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, string_size(length));
    if (length)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) /* a wide character that the locale cannot express */
        length = 0;
    char *string = arena_alloc(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(string, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return string;
}

void arena_release(struct arena *arena)
{
    while (arena->newest) {
        struct arena_block *older = arena->newest->older;
        free(arena->newest);
        arena->newest = older;
    }
}

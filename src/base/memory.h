/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that may not fail, and arenas.
 *
 * The x-functions never return NULL: out of memory ends the program through the handler set with
 * memory_on_exhaustion(), which gives the terminal back before the message is printed.
 */
#ifndef TRADESCOPE_BASE_MEMORY_H
#define TRADESCOPE_BASE_MEMORY_H

#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
/* Like reallocarray(3): count * size is checked for overflow. */
void *xreallocarray(void *old, size_t count, size_t size);
/* Readline asks for memory by this name and by xmalloc(), and so gets it from here: its own
 * functions would end the program without giving the terminal back. */
void *xrealloc(void *old, size_t size);
char *xstrdup(const char *string);
char *xstrndup(const char *bytes, size_t length);

/* The same end for who finds by other means that so many bytes cannot be had; 0 for any number. */
_Noreturn void memory_exhausted(size_t size);

/* The handler runs once, before the program writes its message and exits with status 1. */
void memory_on_exhaustion(void (*handler)(void));

/*
 * An arena hands out pieces that live until arena_release(). Zero-initialise it; the pieces are
 * aligned for any type and zeroed.
 */
struct arena_block;
struct arena {
    struct arena_block *newest;
};
void *arena_alloc(struct arena *arena, size_t size);
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void arena_release(struct arena *arena);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that may not fail, and arenas. The x-functions never return NULL. Without memory they call
 * the handler of memory_on_exhaustion(), which resets the terminal, print a message and exit.
 */
#ifndef TRADESCOPE_BASE_MEMORY_H
#define TRADESCOPE_BASE_MEMORY_H

#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
/* Like reallocarray(3): count * size is checked for overflow. */
void *xreallocarray(void *old, size_t count, size_t size);
/*
 * Readline is linked to xmalloc() and xrealloc(). Its own versions would exit without resetting the
 * terminal.
 */
void *xrealloc(void *old, size_t size);
char *xstrdup(const char *string);
char *xstrndup(const char *bytes, size_t length);

/*
 * Ends the program like xmalloc() does, after another allocation has failed. `size` is 0 if
 * unknown.
 */
_Noreturn void memory_exhausted(size_t size);

/* The handler runs once, before the message is written and the program exits with status 1. */
void memory_on_exhaustion(void (*handler)(void));

/*
 * An arena allocates memory that is freed as a whole by arena_release(). It is zeroed and aligned
 * for any type. Zero-initialise the arena.
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

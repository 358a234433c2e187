/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A borrowed text (text.h has its functions), and a growing byte string. The latter is terminated
 * by NUL after the first addition. Zero-initialise it.
 */
#ifndef TRADESCOPE_BASE_BUFFER_H
#define TRADESCOPE_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

struct text {
    const char *data; /* borrowed; not NUL-terminated */
    size_t length;    /* bytes */
};

struct buffer {
    char *data; /* owned */
    size_t length, capacity;
};

void buffer_append(struct buffer *buffer, const char *bytes, size_t length);
void buffer_append_text(struct buffer *buffer, struct text text);
void buffer_puts(struct buffer *buffer, const char *string);
void buffer_putc(struct buffer *buffer, char byte);
void buffer_repeat(struct buffer *buffer, const char *string, size_t times);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* Shortens the content to `length` bytes and keeps the memory. */
void buffer_truncate(struct buffer *buffer, size_t length);
/* Returns the content, borrowed until the next change. */
struct text buffer_text(const struct buffer *buffer);
/* Returns the string, never NULL, which the caller frees. The buffer is empty afterwards. */
char *buffer_take(struct buffer *buffer);
void buffer_release(struct buffer *buffer);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buffer.h"

#include "base/array.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct buffer *buffer, size_t more)
{
    if (more >= SIZE_MAX - buffer->length)
        memory_exhausted(more);
    ARRAY_RESERVE(buffer->data, buffer->length + more + 1, buffer->capacity);
}

void buffer_append(struct buffer *buffer, const char *bytes, size_t length)
{
    reserve(buffer, length);
    if (length)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_append_text(struct buffer *buffer, struct text text)
{
    buffer_append(buffer, text.data, text.length);
}

void buffer_puts(struct buffer *buffer, const char *string)
{
    buffer_append(buffer, string, strlen(string));
}

void buffer_putc(struct buffer *buffer, char byte)
{
    buffer_append(buffer, &byte, 1);
}

void buffer_repeat(struct buffer *buffer, const char *string, size_t times)
{
    while (times--)
        buffer_puts(buffer, string);
}

void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
{
    va_list measured;
    va_copy(measured, arguments);
    int length = vsnprintf(NULL, 0, format, measured);
    va_end(measured);
    if (length < 0)
        return;
    reserve(buffer, (size_t)length);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, arguments);
    buffer->length += (size_t)length;
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(buffer, format, arguments);
    va_end(arguments);
}

void buffer_truncate(struct buffer *buffer, size_t length)
{
    if (length < buffer->length) {
        buffer->length = length;
        buffer->data[length] = '\0';
    }
}

struct text buffer_text(const struct buffer *buffer)
{
    return (struct text){buffer->data, buffer->length};
}

char *buffer_take(struct buffer *buffer)
{
    char *string = buffer->data ? buffer->data : xstrdup("");
    *buffer = (struct buffer){0};
    return string;
}

void buffer_release(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/problem.h"

#include "base/array.h"

#include <stdarg.h>
#include <stdlib.h>

#define QUOTE_CELLS 40
#define QUOTE_BYTES 160 /* a character may have any number of marks without width */

void problem_add(struct problem_list *list, const char *file, size_t line, size_t field,
                 const char *format, ...)
{
    struct buffer reason = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&reason, format, arguments);
    va_end(arguments);
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct problem){xstrdup(file), line, field, buffer_take(&reason)};
}

void problem_quote(struct buffer *out, struct text value)
{
    struct text start = value;
    if (start.length > QUOTE_BYTES) {
        start.length = QUOTE_BYTES;
        while (start.length && (value.data[start.length] & 0xC0) == 0x80)
            start.length--;
    }
    start.length = text_fit(start, QUOTE_CELLS);
    buffer_putc(out, '`');
    text_make_visible(out, start, true);
    buffer_puts(out, start.length < value.length ? "...`" : "`");
}

void problem_format(struct buffer *out, const struct problem *problem)
{
    text_make_visible(out, text_of(problem->file), false);
    if (problem->line)
        buffer_printf(out, ":%zu", problem->line);
    if (problem->line && problem->field)
        buffer_printf(out, ":%zu", problem->field);
    buffer_puts(out, ": ");
    buffer_puts(out, problem->reason);
}

void problem_list_truncate(struct problem_list *list, size_t count)
{
    while (list->count > count) {
        struct problem *last = &list->items[--list->count];
        free(last->file);
        free(last->reason);
    }
}

void problem_list_release(struct problem_list *list)
{
    problem_list_truncate(list, 0);
    free(list->items);
    *list = (struct problem_list){0};
}

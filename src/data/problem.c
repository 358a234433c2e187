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

static void problem_release(struct problem *problem)
{
    free(problem->file);
    free(problem->reason);
}

/* The item that stands for all that are not listed, from this one on. */
static void note_rest(struct problem_list *list, const struct problem *first)
{
    if (list->unlisted++)
        return;
    list->rest = list->count;
    problem_add(list, first->file, first->line, 0, "%s", "");
}

static void count_rest(struct problem_list *list)
{
    struct buffer reason = {0};
    buffer_printf(&reason,
                  "from here on, problems are counted and not listed: %zu more; mend those above "
                  "and look again",
                  list->unlisted);
    free(list->items[list->rest].reason);
    list->items[list->rest].reason = buffer_take(&reason);
}

void problem_list_take(struct problem_list *list, struct problem_list *from, size_t lines)
{
    size_t most = list->most ? list->most : PROBLEMS_LISTED;
    ARRAY_RESERVE(list->items, list->count + from->count, list->capacity);
    for (size_t i = 0; i < from->count; i++) {
        struct problem problem = from->items[i];
        problem.line += lines;
        if (list->taken < most) {
            list->items[list->count++] = problem;
            list->taken++;
        } else {
            note_rest(list, &problem);
            problem_release(&problem);
        }
    }
    from->count = 0;
    if (list->unlisted)
        count_rest(list);
}

size_t problem_list_total(const struct problem_list *list)
{
    return list->unlisted ? list->count - 1 + list->unlisted : list->count;
}

void problem_list_release(struct problem_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        problem_release(&list->items[i]);
    free(list->items);
    *list = (struct problem_list){0};
}

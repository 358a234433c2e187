/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/problem.h"

#include "base/array.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdlib.h>

#define QUOTE_CELLS 40
#define QUOTE_BYTES 160 /* a character may have any number of combining marks */

void problem_add(struct problem_list *list, const char *file, size_t line, size_t field,
                 const char *format, ...)
{
    struct buffer reason = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&reason, format, arguments);
    va_end(arguments);
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = (struct problem){
        .file = xstrdup(file), .line = line, .field = field, .reason = buffer_take(&reason)};
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

static void format(struct buffer *out, const struct problem *problem, const char *kind)
{
    text_make_visible(out, text_of(problem->file), false);
    if (problem->line)
        buffer_printf(out, ":%zu", problem->line);
    if (problem->line && problem->field)
        buffer_printf(out, ":%zu", problem->field);
    buffer_printf(out, ": %s", kind);
    buffer_puts(out, problem->reason);
}

void problem_format(struct buffer *out, const struct problem *problem)
{
    format(out, problem, "");
}

void problem_format_note(struct buffer *out, const struct problem *note)
{
    format(out, note, "note: ");
}

static void problem_release(struct problem *problem)
{
    free(problem->file);
    free(problem->reason);
}

static void take(struct problem_list *list, const struct problem *problem)
{
    ARRAY_RESERVE(list->items, list->count + 1, list->capacity);
    list->items[list->count++] = *problem;
    list->others += problem->others;
    list->taken++;
}

/* Counts a problem that is not listed. */
static void pass_over(struct problem_list *list, struct problem *problem)
{
    if (list->rest) {
        list->items[list->rest].others++;
        list->others++;
    } else {
        list->rest = list->count;
        problem_add(list, problem->file, problem->line, 0, "%s", "");
    }
    problem_release(problem);
}

static void tell_rest(struct problem_list *list)
{
    struct problem *rest = &list->items[list->rest];
    struct buffer reason = {0};
    buffer_printf(&reason,
                  "from here on, problems are counted and not listed: %zu more; mend those above "
                  "and look again",
                  rest->others + 1);
    free(rest->reason);
    rest->reason = buffer_take(&reason);
}

void problem_list_take(struct problem_list *list, struct problem_list *from, size_t lines)
{
    size_t most = list->most ? list->most : PROBLEMS_LISTED;
    for (size_t i = 0; i < from->count; i++) {
        struct problem *problem = &from->items[i];
        problem->line += lines;
        if (list->taken < most)
            take(list, problem);
        else
            pass_over(list, problem);
    }
    from->count = 0;
    if (list->rest)
        tell_rest(list);
}

void problem_list_append(struct problem_list *list, const struct problem_list *from, size_t first)
{
    for (size_t i = first; i < from->count; i++) {
        const struct problem *problem = &from->items[i];
        problem_add(list, problem->file, problem->line, problem->field, "%s", problem->reason);
        list->items[list->count - 1].others = problem->others;
        list->others += problem->others;
    }
}

size_t problem_list_total(const struct problem_list *list)
{
    return list->count + list->others;
}

void problem_list_truncate(struct problem_list *list, size_t count)
{
    while (list->count > count) {
        struct problem *last = &list->items[--list->count];
        list->others -= last->others;
        problem_release(last);
    }
    if (list->rest >= count)
        list->rest = 0;
    list->taken = list->taken < count ? list->taken : count;
}

void problem_list_release(struct problem_list *list)
{
    problem_list_truncate(list, 0);
    free(list->items);
    *list = (struct problem_list){0};
}

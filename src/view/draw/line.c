/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The spans of a line assign roles to ranges of its text. Text is only appended, cut at the end or
 * replaced as a whole (line_make_ascii), so only the latter two must adjust spans.
 */
#include "config.h"

#include "view/draw/line.h"

#include "base/array.h"

#include <stdarg.h>
#include <stdlib.h>

void line_mark(struct line *line, enum role role, size_t start, size_t end)
{
    if (end > line->text.length)
        end = line->text.length;
    if (start >= end)
        return;
    ARRAY_RESERVE(line->spans, line->span_count + 1, line->span_capacity);
    line->spans[line->span_count++] = (struct span){start, end, role};
}

/*
 * Assigns the role to the text appended behind `start`, extending a neighbour with the same role.
 */
static void mark_appended(struct line *line, enum role role, size_t start)
{
    struct span *last = line->span_count ? &line->spans[line->span_count - 1] : NULL;
    if (role == ROLE_PLAIN)
        return;
    if (last && last->role == role && last->end == start)
        last->end = line->text.length;
    else
        line_mark(line, role, start, line->text.length);
}

void line_add(struct line *line, enum role role, struct text text)
{
    size_t start = line->text.length;
    text_make_visible(&line->text, text, true);
    mark_appended(line, role, start);
}

void line_puts(struct line *line, enum role role, const char *string)
{
    line_add(line, role, text_of(string));
}

void line_printf(struct line *line, enum role role, const char *format, ...)
{
    struct buffer piece = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&piece, format, arguments);
    va_end(arguments);
    line_add(line, role, buffer_text(&piece));
    buffer_release(&piece);
}

void line_add_part(struct line *line, const struct line *other, size_t start, size_t end)
{
    size_t to = line->text.length;
    size_t count = other->span_count;
    if (start == end)
        return;
    buffer_append(&line->text, other->text.data + start, end - start);
    for (size_t i = 0; i < count; i++) {
        struct span span = other->spans[i];
        size_t first = span.start > start ? span.start : start;
        size_t last = span.end < end ? span.end : end;
        if (first < last)
            line_mark(line, span.role, to + first - start, to + last - start);
    }
}

void line_join(struct line *line, const struct line *other)
{
    line_add_part(line, other, 0, other->text.length);
}

void line_pad(struct line *line, int cells)
{
    int missing = cells - line_cells(line);
    if (missing > 0)
        buffer_repeat(&line->text, " ", (size_t)missing);
}

/* Extends the spans over the byte at `length` over the text that replaces the rest. */
static void cut_spans(struct line *line, size_t length)
{
    size_t kept = 0;
    for (size_t i = 0; i < line->span_count; i++) {
        struct span span = line->spans[i];
        if (span.end > length)
            span.end = line->text.length;
        if (span.start <= length && span.start < span.end)
            line->spans[kept++] = span;
    }
    line->span_count = kept;
}

void line_cut(struct line *line, int cells, const char *mark)
{
    if (cells <= 0) {
        line_clear(line);
        return;
    }
    struct text text = buffer_text(&line->text);
    if (text_fit(text, cells) == text.length)
        return;
    int mark_cells = text_cells(text_of(mark));
    if (mark_cells > cells)
        mark_cells = 0;
    size_t length = text_fit(text, cells - mark_cells);
    buffer_truncate(&line->text, length);
    line_pad(line, cells - mark_cells);
    if (mark_cells)
        buffer_puts(&line->text, mark);
    cut_spans(line, length);
}

void line_add_right(struct line *line, enum role role, struct text text, int cells)
{
    struct line piece = {0};
    line_add(&piece, role, text);
    line_cut(&piece, cells, ">");
    line_pad(line, line_cells(line) + cells - line_cells(&piece));
    line_join(line, &piece);
    line_release(&piece);
}

int line_cells(const struct line *line)
{
    return text_cells(buffer_text(&line->text));
}

enum role line_role_at(const struct line *line, size_t byte)
{
    for (size_t i = line->span_count; i-- > 0;)
        if (line->spans[i].start <= byte && byte < line->spans[i].end)
            return line->spans[i].role;
    return ROLE_PLAIN;
}

/*
 * Appends one character of the line as ASCII. Returns the number of excess cells (`surplus` is that
 * before). Blanks that pad columns absorb the difference, so that the following columns stay in
 * place.
 */
static int append_ascii(struct buffer *out, struct text character, int surplus)
{
    bool is_padding = text_is(character, " ") && out->length && out->data[out->length - 1] == ' ';
    if (is_padding && surplus > 0)
        return surplus - 1;
    if (is_padding && surplus < 0) {
        buffer_repeat(out, " ", (size_t)-surplus);
        surplus = 0;
    }
    size_t before = out->length;
    text_make_ascii(out, character);
    return surplus + (int)(out->length - before) - text_cells(character);
}

void line_make_ascii(struct line *line)
{
    struct text left = buffer_text(&line->text);
    if (text_is_ascii(left))
        return;
    size_t *places = xcalloc(left.length + 1, sizeof *places); /* for each old byte */
    struct buffer ascii = {0};
    int surplus = 0;
    for (size_t at = 0; at < line->text.length;) {
        size_t length = text_character(left);
        size_t start = ascii.length;
        surplus = append_ascii(&ascii, (struct text){left.data, length}, surplus);
        for (size_t end = at + length; at < end; at++)
            places[at] = start;
        left.data += length;
        left.length -= length;
    }
    places[line->text.length] = ascii.length;
    for (size_t i = 0; i < line->span_count; i++) {
        line->spans[i].start = places[line->spans[i].start];
        line->spans[i].end = places[line->spans[i].end];
    }
    buffer_release(&line->text);
    line->text = ascii;
    free(places);
}

void line_clear(struct line *line)
{
    buffer_truncate(&line->text, 0);
    line->span_count = 0;
}

void line_release(struct line *line)
{
    buffer_release(&line->text);
    free(line->spans);
    *line = (struct line){0};
}

void line_write(struct line *line, bool ascii, struct buffer *out)
{
    if (ascii)
        line_make_ascii(line);
    size_t length = line->text.length;
    while (length && line->text.data[length - 1] == ' ')
        length--;
    buffer_append(out, line->text.data, length);
    buffer_putc(out, '\n');
}

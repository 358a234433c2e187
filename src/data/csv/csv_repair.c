/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/csv/csv_repair.h"

#include "base/buffer.h"
#include "data/csv/csv_field.h"
#include "data/value/decimal.h"
#include "base/short_text.h"

#include <stdlib.h>
#include <string.h>

static struct csv_cursor cursor_of(struct text bytes, char separator)
{
    return (struct csv_cursor){.data = bytes.data,
                               .length = bytes.length,
                               .separator = separator,
                               .tab = separator == '\t' ? ' ' : '\t'};
}

/* Returns the offset of the quote that closes the field whose quote opens at `at`, or the end. */
static size_t find_close(const struct csv_cursor *cursor, size_t at)
{
    at++;
    while (at < cursor->length) {
        const char *quote = memchr(cursor->data + at, '"', cursor->length - at);
        at = quote ? (size_t)(quote - cursor->data) : cursor->length;
        if (at + 1 >= cursor->length || cursor->data[at + 1] != '"')
            break;
        at += 2; /* a doubled quote is text */
    }
    return at;
}

static bool ends_field(const struct csv_cursor *cursor, size_t at)
{
    return at >= cursor->length || cursor->data[at] == cursor->separator ||
           csv_is_line_end(cursor, at);
}

static size_t find_end(const struct csv_cursor *cursor, size_t at)
{
    while (!ends_field(cursor, at))
        at++;
    return at;
}

enum quotes csv_repair_quotes(struct text bytes, size_t at, char separator, bool is_end)
{
    struct csv_cursor cursor = cursor_of(bytes, separator);
    for (;; at++) {
        at = csv_skip_blanks(&cursor, at);
        if (at < cursor.length && cursor.data[at] == '"') {
            size_t close = find_close(&cursor, at);
            if (close >= cursor.length)
                return is_end ? QUOTES_OPEN : QUOTES_UNKNOWN;
            at = csv_skip_blanks(&cursor, close + 1);
            if (at >= cursor.length && !is_end)
                return QUOTES_UNKNOWN;
            if (!ends_field(&cursor, at))
                return QUOTES_STRAY;
        }
        at = find_end(&cursor, at);
        if (at >= cursor.length || cursor.data[at] != separator)
            return at >= cursor.length && !is_end ? QUOTES_UNKNOWN : QUOTES_FINE;
    }
}

bool csv_repair_line(struct text bytes, size_t at, bool is_end, struct text *line)
{
    size_t end = at;
    while (end < bytes.length && bytes.data[end] != '\n' && bytes.data[end] != '\r')
        end++;
    *line = (struct text){bytes.data + at, end - at};
    return end + 1 < bytes.length || is_end;
}

/* True if the quote at `at` is closed and the field ends behind it. */
static bool is_closed(const struct csv_cursor *cursor, size_t at)
{
    size_t close = find_close(cursor, at);
    return close < cursor->length && ends_field(cursor, csv_skip_blanks(cursor, close + 1));
}

static struct text trimmed(const struct csv_cursor *cursor, size_t start, size_t end)
{
    while (end > start && csv_is_blank(cursor, end - 1))
        end--;
    return (struct text){cursor->data + start, end - start};
}

size_t csv_repair_split(struct text line, char separator, struct arena *copies, struct text *fields,
                        size_t room)
{
    struct csv_cursor cursor = cursor_of(line, separator);
    size_t count = 0;
    for (size_t at = 0;; at++) {
        struct text field;
        size_t start = csv_skip_blanks(&cursor, at);
        bool is_quoted = start < cursor.length && cursor.data[start] == '"';
        if (is_quoted && is_closed(&cursor, start)) {
            at = csv_field_take(&cursor, at, copies, &field);
        } else {
            at = find_end(&cursor, start);
            field = trimmed(&cursor, start, at);
        }
        if (count < room)
            fields[count] = field;
        count++;
        if (at >= cursor.length)
            return count;
    }
}

bool csv_repair_requoted(struct text *fields, size_t count, char separator, size_t width,
                         struct arena *copies)
{
    struct buffer joined = {0};
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_putc(&joined, separator);
        buffer_append_text(&joined, fields[i]);
    }
    bool has_quotes = count == 1 || (joined.length && memchr(joined.data, '"', joined.length));
    char *copy = arena_alloc(copies, joined.length + TEXT_PADDING);
    memcpy(copy, joined.data ? joined.data : "", joined.length);
    struct text line = {copy, joined.length};
    buffer_release(&joined);
    if (!has_quotes || csv_repair_split(line, separator, copies, NULL, 0) != width)
        return false;
    csv_repair_split(line, separator, copies, fields, width);
    return true;
}

bool csv_repair_is_swallowed(struct text first, struct text next, char separator, size_t width)
{
    struct arena copies = {0};
    struct decimal number;
    size_t numbers = 0;
    struct text *fields = arena_alloc(&copies, 2 * (width + 1) * sizeof *fields);
    struct text *others = fields + width;
    bool is_alike = width > 2 &&
                    csv_repair_split(first, separator, &copies, fields, width) == width &&
                    csv_repair_split(next, separator, &copies, others, width) == width;
    for (size_t i = 0; i < width && is_alike; i++) {
        bool is_number = decimal_parse(fields[i], &number);
        numbers += is_number;
        is_alike = is_number == decimal_parse(others[i], &number);
    }
    arena_release(&copies);
    return is_alike && numbers;
}

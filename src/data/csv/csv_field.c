/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Treats blanks and misplaced quotes exactly as libcsv does (see csv.c):
 *
 * - blanks around a field are dropped, within quotes they are kept;
 * - a quote that does not open a field is text;
 * - within quotes, two quotes stand for one; a single one closes the field only if nothing but
 * blanks
 *    follows up to a separator, a line end or the end; otherwise it is text too.
 */
#include "config.h"

#include "data/csv/csv_field.h"

#include "data/csv/csv_marks.h"
#include "base/short_text.h"

#include <string.h>

/* A field whose end is being searched. */
struct field_search {
    struct csv_cursor *cursor;
    bool is_quoted; /* so separators do not count */
    size_t block;
    uint64_t marks; /* of the block: bytes that may end the field */
};

static void mark_block(struct field_search *search, size_t block)
{
    const struct csv_cursor *cursor = search->cursor;
    struct csv_marks marks =
        csv_marks_at(cursor->data, cursor->length, block, cursor->separator, csv_marks_portable);
    search->block = block;
    search->marks = marks.quotes | marks.feeds | marks.returns;
    if (!search->is_quoted)
        search->marks |= marks.separators;
}

/* Returns the first mark from `at`, which is never before the block, or the end of the bytes. */
static size_t find_mark(struct field_search *search, size_t at)
{
    if (at - search->block >= CSV_BLOCK)
        mark_block(search, at / CSV_BLOCK * CSV_BLOCK);
    uint64_t marks = search->marks & (UINT64_MAX << at % CSV_BLOCK);
    while (!marks) {
        if (search->cursor->length - search->block <= CSV_BLOCK)
            return search->cursor->length;
        mark_block(search, search->block + CSV_BLOCK);
        marks = search->marks;
    }
    return search->block + (size_t)__builtin_ctzll(marks);
}

static inline bool ends_field(const struct csv_cursor *cursor, size_t at)
{
    return at == cursor->length || cursor->data[at] == cursor->separator ||
           csv_is_line_end(cursor, at);
}

/* Reads the field that starts at `at`. Returns the offset of its end. */
static size_t take_plain(struct field_search *search, size_t at, struct text *field)
{
    const struct csv_cursor *cursor = search->cursor;
    size_t end = find_mark(search, at);
    while (end < cursor->length && cursor->data[end] == '"')
        end = find_mark(search, end + 1);
    size_t last = end;
    while (last > at && csv_is_blank(cursor, last - 1))
        last--;
    *field = (struct text){cursor->data + at, last - at};
    return end;
}

/* Returns the text with each pair of quotes replaced by one. */
static struct text halve_quotes(struct text text, struct arena *copies)
{
    char *copy = arena_alloc(copies, text.length + TEXT_PADDING);
    const char *from = text.data, *end = text.data + text.length, *quote;
    size_t length = 0;
    while ((quote = memchr(from, '"', (size_t)(end - from)))) {
        size_t size = (size_t)(quote + 1 - from);
        memcpy(copy + length, from, size);
        length += size;
        from = quote + 1 + (quote + 1 < end && quote[1] == '"');
    }
    memcpy(copy + length, from, (size_t)(end - from));
    return (struct text){copy, length + (size_t)(end - from)};
}

static inline bool is_doubled(const struct csv_cursor *cursor, size_t quote)
{
    return quote + 1 < cursor->length && cursor->data[quote + 1] == '"';
}

/*
 * Reads the field whose quote opens at `at`. Returns the offset of its end, CSV_NO_END if the quote
 * is never closed.
 */
static size_t take_quoted(struct field_search *search, size_t at, struct arena *copies,
                          struct text *field)
{
    struct csv_cursor *cursor = search->cursor;
    const char *data = cursor->data;
    size_t start = at + 1, mark = find_mark(search, start), end = CSV_NO_END;
    bool has_doubled = false;
    while (mark < cursor->length) {
        size_t next = mark + 1;
        if (data[mark] == '"' && is_doubled(cursor, mark)) {
            has_doubled = true;
            next++;
        } else if (data[mark] == '"') {
            end = csv_skip_blanks(cursor, next);
            if (ends_field(cursor, end))
                break;
            end = CSV_NO_END;
        } else if (csv_is_line_end(cursor, mark)) {
            next = csv_pass_line_end(cursor, mark);
        }
        mark = find_mark(search, next);
    }
    if (end == CSV_NO_END)
        return CSV_NO_END;
    *field = (struct text){data + start, mark - start};
    if (has_doubled)
        *field = halve_quotes(*field, copies);
    return end;
}

size_t csv_field_take(struct csv_cursor *cursor, size_t at, struct arena *copies,
                      struct text *field)
{
    at = csv_skip_blanks(cursor, at);
    bool is_quoted = at < cursor->length && cursor->data[at] == '"';
    struct field_search search = {cursor, is_quoted, CSV_NO_BLOCK, 0};
    return is_quoted ? take_quoted(&search, at, copies, field) : take_plain(&search, at, field);
}

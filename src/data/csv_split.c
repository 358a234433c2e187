/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Only separators, quotes and line ends decide where a field ends. Blocks of 64 bytes are compared
 * with these in vectors, which gives one bit a byte, and the reader hops from one bit to the next.
 * What libcsv (see csv.c) does with blanks and with quotes in odd places is followed to the byte:
 *
 *  - blanks around a field are left out, within quotes they are kept;
 *  - a quote that does not open a field is text;
 *  - within quotes, two quotes are one, and one closes the field only if nothing but blanks lies
 *    between it and a separator, a line end or the end; otherwise it is text too.
 */
#include "config.h"

#include "data/csv_split.h"

#include "base/lane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#define BLOCK ((size_t)64)
#define NO_END ((size_t)-1)

static uint64_t marks_of(const char *bytes, char separator)
{
    uint64_t marks = 0;
    for (size_t i = 0; i < BLOCK / LANE_BYTES; i++) {
        lane some = lane_read(bytes + i * LANE_BYTES);
        lane is_mark = (lane)(some == (uint8_t)separator) | (lane)(some == (uint8_t)'"') |
                       (lane)(some == (uint8_t)'\n') | (lane)(some == (uint8_t)'\r');
        marks |= lane_bits(is_mark) << (i * LANE_BYTES);
    }
    return marks;
}

static __attribute__((noinline)) uint64_t marks_of_rest(const char *bytes, size_t left,
                                                        char separator)
{
    char last[BLOCK] = {0};
    if (left)
        memcpy(last, bytes, left);
    return marks_of(last, separator);
}

/* What of a splitter changes from field to field: a copy of its own that the compiler may keep in
 * registers. */
struct cursor {
    const char *data;
    size_t length, block;
    uint64_t marks;
    char separator, tab; /* `tab` is what is blank beside a space */
    size_t line;
};

static inline void mark_block(struct cursor *cursor, size_t block)
{
    size_t left = cursor->length - block;
    cursor->block = block;
    cursor->marks = left >= BLOCK ? marks_of(cursor->data + block, cursor->separator)
                                  : marks_of_rest(cursor->data + block, left, cursor->separator);
}

/* The first mark from `at` on (which never lies before the block), or the end of the bytes. */
static inline size_t find_mark(struct cursor *cursor, size_t at)
{
    if (at - cursor->block >= BLOCK)
        mark_block(cursor, at / BLOCK * BLOCK);
    uint64_t marks = cursor->marks & (UINT64_MAX << at % BLOCK);
    while (!marks) {
        if (cursor->length - cursor->block <= BLOCK)
            return cursor->length;
        mark_block(cursor, cursor->block + BLOCK);
        marks = cursor->marks;
    }
    return cursor->block + (size_t)__builtin_ctzll(marks);
}

static inline bool is_blank(const struct cursor *cursor, size_t at)
{
    char byte = cursor->data[at];
    return byte == ' ' || byte == cursor->tab;
}

static inline size_t skip_blanks(const struct cursor *cursor, size_t at)
{
    while (at < cursor->length && is_blank(cursor, at))
        at++;
    return at;
}

static inline bool is_line_end(const struct cursor *cursor, size_t at)
{
    return cursor->data[at] == '\n' || cursor->data[at] == '\r';
}

static inline bool ends_field(const struct cursor *cursor, size_t at)
{
    return at == cursor->length || cursor->data[at] == cursor->separator || is_line_end(cursor, at);
}

/* Behind the line end at `at`: LF, CRLF, or CR alone. */
static inline size_t pass_line_end(struct cursor *cursor, size_t at)
{
    const char *data = cursor->data;
    bool is_pair = data[at] == '\r' && at + 1 < cursor->length && data[at + 1] == '\n';
    cursor->line++;
    return at + 1 + is_pair;
}

/* Takes the field that starts at `at`; returns what ends it. */
static inline size_t take_plain(struct cursor *cursor, size_t at, struct text *field)
{
    size_t end = find_mark(cursor, at);
    while (end < cursor->length && cursor->data[end] == '"')
        end = find_mark(cursor, end + 1);
    size_t last = end;
    while (last > at && is_blank(cursor, last - 1))
        last--;
    *field = (struct text){cursor->data + at, last - at};
    return end;
}

/* The text with one quote for every two. */
static struct text halve_quotes(struct text text, struct arena *copies)
{
    char *copy = arena_alloc(copies, text.length);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        copy[length++] = text.data[i];
        if (text.data[i] == '"' && i + 1 < text.length && text.data[i + 1] == '"')
            i++;
    }
    return (struct text){copy, length};
}

static inline bool is_doubled(const struct cursor *cursor, size_t quote)
{
    return quote + 1 < cursor->length && cursor->data[quote + 1] == '"';
}

/* Takes the field whose quote opens at `at`; returns what ends it, NO_END where nothing does. */
static inline size_t take_quoted(struct cursor *cursor, size_t at, struct arena *copies,
                                 struct text *field)
{
    const char *data = cursor->data;
    size_t start = at + 1, mark = find_mark(cursor, start), end = NO_END;
    bool has_doubled = false;
    while (mark < cursor->length) {
        size_t next = mark + 1;
        if (data[mark] == '"' && is_doubled(cursor, mark)) {
            has_doubled = true;
            next++;
        } else if (data[mark] == '"') {
            end = skip_blanks(cursor, next);
            if (ends_field(cursor, end))
                break;
            end = NO_END;
        } else if (is_line_end(cursor, mark)) {
            next = pass_line_end(cursor, mark);
        }
        mark = find_mark(cursor, next);
    }
    if (end == NO_END)
        return NO_END;
    *field = (struct text){data + start, mark - start};
    if (has_doubled)
        *field = halve_quotes(*field, copies);
    return end;
}

static struct cursor cursor_of(const struct csv_splitter *splitter)
{
    return (struct cursor){.data = splitter->bytes.data,
                           .length = splitter->bytes.length,
                           .block = splitter->block,
                           .marks = splitter->marks,
                           .separator = splitter->separator,
                           .tab = splitter->separator == '\t' ? ' ' : '\t',
                           .line = splitter->line};
}

static void put_back(struct csv_splitter *splitter, const struct cursor *cursor)
{
    splitter->block = cursor->block;
    splitter->marks = cursor->marks;
    splitter->line = cursor->line;
}

void csv_splitter_start(struct csv_splitter *splitter, size_t at)
{
    struct cursor cursor = cursor_of(splitter);
    splitter->at = at;
    if (cursor.length)
        mark_block(&cursor, at / BLOCK * BLOCK);
    put_back(splitter, &cursor);
}

/* The marks from `at` on that lie in the block. */
static inline uint64_t marks_from(struct cursor *cursor, size_t at)
{
    if (at - cursor->block >= BLOCK)
        mark_block(cursor, at / BLOCK * BLOCK);
    return cursor->marks & (UINT64_MAX << at % BLOCK);
}

/* Takes the first of the marks out, of later blocks where the block has none left. */
static inline size_t next_mark(struct cursor *cursor, uint64_t *marks)
{
    while (!*marks) {
        if (cursor->length - cursor->block <= BLOCK)
            return cursor->length;
        mark_block(cursor, cursor->block + BLOCK);
        *marks = cursor->marks;
    }
    size_t mark = cursor->block + (size_t)__builtin_ctzll(*marks);
    *marks &= *marks - 1;
    return mark;
}

/*
 * Takes fields as long as they are as most are, in quotes or not, with nothing to take out and no
 * blanks around them, each with a separator or a line feed behind it. Returns where the first other
 * one starts, or the next record where *is_over.
 */
static inline size_t take_simple(struct cursor *shared, size_t at, struct text **next,
                                 const struct text *end, bool *is_over)
{
    struct cursor own = *shared; /* which no store can change */
    struct text *field = *next;
    const char *data = own.data;
    const char separator = own.separator;
    uint64_t marks = marks_from(&own, at);
    bool is_last = false;
    while (field < end && !is_last) {
        size_t start = at, mark = next_mark(&own, &marks), last = mark;
        if (mark == own.length)
            break;
        if (data[start] == '"') {
            do
                mark = next_mark(&own, &marks);
            while (mark < own.length && data[mark] == separator);
            last = mark++;
            start++;
            if (mark >= own.length || data[last] != '"' ||
                (data[mark] != separator && data[mark] != '\n'))
                break;
            next_mark(&own, &marks);
        } else if ((data[mark] != separator && data[mark] != '\n') ||
                   (unsigned char)data[start] <= ' ' ||
                   (unsigned char)data[last - (last > start)] <= ' ') {
            break;
        }
        *field++ = (struct text){data + start, last - start};
        is_last = data[mark] == '\n';
        at = mark + 1;
    }
    own.line += is_last;
    *is_over = is_last;
    *next = field;
    *shared = own;
    return at;
}

/* A field of any kind; returns what ends it, NO_END for an open quote. */
static size_t take_any(struct cursor *cursor, size_t at, struct arena *copies, struct text *field)
{
    bool is_quoted = at < cursor->length && cursor->data[at] == '"';
    return is_quoted ? take_quoted(cursor, at, copies, field) : take_plain(cursor, at, field);
}

bool csv_splitter_take(struct csv_splitter *splitter)
{
    struct cursor cursor = cursor_of(splitter);
    struct text *next = splitter->fields, *const end = next ? next + splitter->room : NULL, field;
    size_t at = splitter->at, more = 0, excess = 0, line;
    bool is_over = false;
    for (;;) {
        if (next < end && at < cursor.length)
            at = take_simple(&cursor, at, &next, end, &is_over);
        if (is_over)
            break;
        at = skip_blanks(&cursor, at);
        line = cursor.line;
        at = take_any(&cursor, at, splitter->copies, &field);
        if (at == NO_END) {
            splitter->line = line;
            return false;
        }
        if (next < end) {
            *next++ = field;
        } else {
            excess += field.length;
            more++;
        }
        if (at == cursor.length || cursor.data[at] != cursor.separator) {
            at = at == cursor.length ? at : pass_line_end(&cursor, at);
            break;
        }
        at++;
    }
    splitter->at = at;
    splitter->count = (size_t)(next - splitter->fields) + more;
    splitter->excess = excess;
    put_back(splitter, &cursor);
    return true;
}

bool csv_splitter_seek(struct csv_splitter *splitter, size_t limit)
{
    struct cursor cursor = cursor_of(splitter);
    size_t at = splitter->at;
    bool is_there = false;
    while (at < limit) {
        at = skip_blanks(&cursor, at);
        is_there = at < cursor.length && !is_line_end(&cursor, at);
        if (is_there || at == cursor.length)
            break;
        at = pass_line_end(&cursor, at);
    }
    splitter->at = at;
    splitter->line = cursor.line;
    return is_there;
}

/* Makes room for all fields of the record, and takes it again. */
static void take_whole(struct csv_splitter *splitter, struct csv_record *record)
{
    splitter->room = splitter->count;
    splitter->fields = xreallocarray(splitter->fields, splitter->room, sizeof *splitter->fields);
    splitter->line = record->line;
    csv_splitter_take(splitter);
}

bool csv_split(struct text bytes, char separator, struct arena *copies, csv_handler *handler,
               void *context, size_t *error_line, struct error *error)
{
    struct csv_splitter splitter = {
        .bytes = bytes, .separator = separator, .line = 1, .copies = copies};
    bool goes_on = true, is_closed = true;
    *error_line = 0;
    csv_splitter_start(&splitter, 0);
    while (goes_on && csv_splitter_seek(&splitter, SIZE_MAX)) {
        struct csv_record record = {.line = splitter.line};
        size_t start = splitter.at;
        is_closed = csv_splitter_take(&splitter);
        if (is_closed && splitter.count > splitter.room) {
            csv_splitter_start(&splitter, start);
            take_whole(&splitter, &record);
        }
        record.fields = splitter.fields;
        record.count = splitter.count;
        goes_on = is_closed && handler(context, &record);
    }
    if (!is_closed) {
        *error_line = splitter.line;
        csv_refuse_open_quote(error);
    }
    free(splitter.fields);
    return is_closed;
}

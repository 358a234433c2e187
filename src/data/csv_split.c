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

#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BLOCK ((size_t)64)
#define LANE ((size_t)16)
#define NO_END ((size_t)-1)

struct splitter {
    struct text bytes;
    char separator;
    size_t block;   /* where the block starts that the marks are of */
    uint64_t marks; /* a bit for each of its bytes that is a separator, a quote or a line end */
    size_t at;      /* where to read on */
    size_t line;    /* of that place, from 1 */
    struct text *fields;
    size_t count, capacity;
    struct arena *copies;
};

typedef uint8_t lane __attribute__((vector_size(16)));

/* One bit a byte that is all ones, the lowest for the first. */
static uint64_t lane_bits(lane equal)
{
#ifdef __SSE2__
    return (uint64_t)_mm_movemask_epi8((__m128i)equal);
#else
    static const lane weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8_t weighed[LANE];
    uint64_t bits[2] = {0};
    equal &= weights;
    memcpy(weighed, &equal, sizeof weighed);
    for (size_t i = 0; i < LANE; i++)
        bits[i / 8] += weighed[i];
    return bits[0] | bits[1] << 8;
#endif
}

static uint64_t marks_of(const char *bytes, char separator)
{
    uint64_t marks = 0;
    for (size_t i = 0; i < BLOCK / LANE; i++) {
        lane some;
        memcpy(&some, bytes + i * LANE, sizeof some);
        lane is_mark = (lane)(some == (uint8_t)separator) | (lane)(some == (uint8_t)'"') |
                       (lane)(some == (uint8_t)'\n') | (lane)(some == (uint8_t)'\r');
        marks |= lane_bits(is_mark) << (i * LANE);
    }
    return marks;
}

static void mark_block(struct splitter *splitter, size_t block)
{
    size_t left = splitter->bytes.length - block;
    const char *bytes = splitter->bytes.data + block;
    char last[BLOCK] = {0};
    if (left < BLOCK) {
        if (left)
            memcpy(last, bytes, left);
        bytes = last;
    }
    splitter->block = block;
    splitter->marks = marks_of(bytes, splitter->separator);
}

/* The first mark from `at` on (which never lies before the block), or the end of the bytes. */
static size_t find_mark(struct splitter *splitter, size_t at)
{
    if (at - splitter->block >= BLOCK)
        mark_block(splitter, at / BLOCK * BLOCK);
    uint64_t marks = splitter->marks & (UINT64_MAX << at % BLOCK);
    while (!marks) {
        if (splitter->bytes.length - splitter->block <= BLOCK)
            return splitter->bytes.length;
        mark_block(splitter, splitter->block + BLOCK);
        marks = splitter->marks;
    }
    return splitter->block + (size_t)__builtin_ctzll(marks);
}

static bool is_blank(const struct splitter *splitter, size_t at)
{
    char byte = splitter->bytes.data[at];
    return byte == ' ' || (byte == '\t' && splitter->separator != '\t');
}

static size_t skip_blanks(const struct splitter *splitter, size_t at)
{
    while (at < splitter->bytes.length && is_blank(splitter, at))
        at++;
    return at;
}

static bool is_line_end(const struct splitter *splitter, size_t at)
{
    return splitter->bytes.data[at] == '\n' || splitter->bytes.data[at] == '\r';
}

static bool ends_field(const struct splitter *splitter, size_t at)
{
    return at == splitter->bytes.length || splitter->bytes.data[at] == splitter->separator ||
           is_line_end(splitter, at);
}

/* Behind the line end at `at`: LF, CRLF, or CR alone. */
static size_t pass_line_end(struct splitter *splitter, size_t at)
{
    const char *data = splitter->bytes.data;
    bool is_pair = data[at] == '\r' && at + 1 < splitter->bytes.length && data[at + 1] == '\n';
    splitter->line++;
    return at + 1 + is_pair;
}

static void add_field(struct splitter *splitter, struct text field)
{
    ARRAY_RESERVE(splitter->fields, splitter->count + 1, splitter->capacity);
    splitter->fields[splitter->count++] = field;
}

/* Takes the field that starts at `at`; returns what ends it. */
static size_t take_plain(struct splitter *splitter, size_t at)
{
    const char *data = splitter->bytes.data;
    size_t end = find_mark(splitter, at);
    while (end < splitter->bytes.length && data[end] == '"')
        end = find_mark(splitter, end + 1);
    size_t last = end;
    while (last > at && is_blank(splitter, last - 1))
        last--;
    add_field(splitter, (struct text){data + at, last - at});
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

static bool is_doubled(const struct splitter *splitter, size_t quote)
{
    return quote + 1 < splitter->bytes.length && splitter->bytes.data[quote + 1] == '"';
}

/* Takes the field whose quote opens at `at`; returns what ends it, NO_END where nothing does. */
static size_t take_quoted(struct splitter *splitter, size_t at)
{
    const char *data = splitter->bytes.data;
    size_t start = at + 1, mark = find_mark(splitter, start), end = NO_END;
    bool has_doubled = false;
    while (mark < splitter->bytes.length) {
        size_t next = mark + 1;
        if (data[mark] == '"' && is_doubled(splitter, mark)) {
            has_doubled = true;
            next++;
        } else if (data[mark] == '"') {
            end = skip_blanks(splitter, next);
            if (ends_field(splitter, end))
                break;
            end = NO_END;
        } else if (is_line_end(splitter, mark)) {
            next = pass_line_end(splitter, mark);
        }
        mark = find_mark(splitter, next);
    }
    if (end == NO_END)
        return NO_END;
    struct text field = {data + start, mark - start};
    add_field(splitter, has_doubled ? halve_quotes(field, splitter->copies) : field);
    return end;
}

/* From the first field on; false where a quote stays open, on splitter->line then. */
static bool take_fields(struct splitter *splitter)
{
    const struct text bytes = splitter->bytes;
    size_t at = splitter->at;
    splitter->count = 0;
    for (;;) {
        size_t line = splitter->line;
        bool is_quoted = at < bytes.length && bytes.data[at] == '"';
        at = is_quoted ? take_quoted(splitter, at) : take_plain(splitter, at);
        if (at == NO_END) {
            splitter->line = line;
            return false;
        }
        if (at == bytes.length || is_line_end(splitter, at))
            break;
        at = skip_blanks(splitter, at + 1);
    }
    splitter->at = at == bytes.length ? at : pass_line_end(splitter, at);
    return true;
}

/* To where the next record starts; false at the end. */
static bool skip_blank_lines(struct splitter *splitter)
{
    for (;;) {
        splitter->at = skip_blanks(splitter, splitter->at);
        if (splitter->at == splitter->bytes.length)
            return false;
        if (!is_line_end(splitter, splitter->at))
            return true;
        splitter->at = pass_line_end(splitter, splitter->at);
    }
}

bool csv_split(struct text bytes, char separator, struct arena *copies, csv_handler *handler,
               void *context, size_t *error_line, struct error *error)
{
    struct splitter splitter = {
        .bytes = bytes, .separator = separator, .line = 1, .copies = copies};
    bool goes_on = true, is_closed = true;
    *error_line = 0;
    if (bytes.length)
        mark_block(&splitter, 0);
    while (goes_on && skip_blank_lines(&splitter)) {
        struct csv_record record = {.line = splitter.line};
        is_closed = take_fields(&splitter);
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

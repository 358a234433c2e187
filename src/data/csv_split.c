/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Only separators, quotes and line ends decide where a field ends. Blocks of 64 bytes are compared
 * with these in vectors, which gives one bit a byte, and arithmetic on these words finds the ends
 * of all fields of a block at once, as long as they are as most are: in quotes or not, with nothing
 * to take out and no blanks around them (the parity of quotes as in G. Langdale and D. Lemire,
 * Parsing Gigabytes of JSON per Second, 2019). From the first odd place of a block on, a field is
 * read mark by mark. What libcsv (see csv.c) does with blanks and with quotes in odd places is
 * followed to the byte:
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
#define NO_BLOCK (SIZE_MAX - BLOCK + 1) /* no place is in it */
#define NO_END ((size_t)-1)

/* One bit for each byte of a block. */
struct marks {
    uint64_t separators, quotes, feeds, returns;
    uint64_t blanks; /* and other bytes that are not printed */
};

static inline struct marks marks_of(const char *bytes, char separator)
{
    struct marks marks = {0};
    for (size_t i = 0; i < BLOCK; i += LANE_BYTES) {
        lane some = lane_read(bytes + i);
        marks.separators |= lane_bits((lane)(some == (uint8_t)separator)) << i;
        marks.quotes |= lane_bits((lane)(some == (uint8_t)'"')) << i;
        marks.feeds |= lane_bits((lane)(some == (uint8_t)'\n')) << i;
        marks.returns |= lane_bits((lane)(some == (uint8_t)'\r')) << i;
        marks.blanks |= lane_bits((lane)(some <= (uint8_t)' ')) << i;
    }
    return marks;
}

static __attribute__((noinline)) struct marks marks_of_rest(const char *bytes, size_t left,
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
    size_t length;
    char separator, tab; /* `tab` is what is blank beside a space */
    size_t line;
    size_t block;
    uint64_t marks; /* of the block, for what is read mark by mark */
};

static inline struct marks marks_at(const struct cursor *cursor, size_t block)
{
    size_t left = cursor->length - block;
    return left >= BLOCK ? marks_of(cursor->data + block, cursor->separator)
                         : marks_of_rest(cursor->data + block, left, cursor->separator);
}

/* --- mark by mark --- */

static void mark_block(struct cursor *cursor, size_t block)
{
    struct marks marks = marks_at(cursor, block);
    cursor->block = block;
    cursor->marks = marks.separators | marks.quotes | marks.feeds | marks.returns;
}

/* The first mark from `at` on (which never lies before the block), or the end of the bytes. */
static size_t find_mark(struct cursor *cursor, size_t at)
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
static size_t take_plain(struct cursor *cursor, size_t at, struct text *field)
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
static size_t take_quoted(struct cursor *cursor, size_t at, struct arena *copies,
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

/* A field of any kind; returns what ends it, NO_END for an open quote. */
static size_t take_any(struct cursor *cursor, size_t at, struct arena *copies, struct text *field)
{
    cursor->block = NO_BLOCK;
    at = skip_blanks(cursor, at);
    bool is_quoted = at < cursor->length && cursor->data[at] == '"';
    return is_quoted ? take_quoted(cursor, at, copies, field) : take_plain(cursor, at, field);
}

/* --- block by block --- */

/* Each bit is whether the bits up to it are odd in number. */
static inline uint64_t parity(uint64_t bits)
{
    for (unsigned shift = 1; shift < BLOCK; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

static inline void find_ends(const struct cursor *cursor, struct csv_ends *ends, size_t block,
                             uint64_t wanted)
{
    struct marks marks = marks_at(cursor, block);
    uint64_t quotes = marks.quotes & wanted, returns = marks.returns & wanted;
    uint64_t pairs = returns & marks.feeds >> 1; /* CR of CR LF */
    uint64_t closers = (marks.separators | marks.feeds) & wanted;
    uint64_t blanks = marks.blanks & wanted & ~(closers | pairs);
    uint64_t inside = parity(quotes) ^ ends->inside;
    uint64_t found = closers & ~inside, behind = (found | pairs) & ~inside;
    uint64_t starts = found << 1 | ends->starts;
    uint64_t odd = (quotes & inside & ~starts) |
                   (((quotes & ~inside) << 1 | ends->after_quote) & ~behind) | (blanks & starts) |
                   ((blanks << 1 | ends->after_blank) & behind) | (marks.feeds & wanted & inside) |
                   (returns & (inside | ~pairs));
    *ends = (struct csv_ends){.block = block,
                              .fields = found & ((odd & -odd) - 1),
                              .is_odd = odd != 0,
                              .inside = 0 - (inside >> 63),
                              .starts = found >> 63,
                              .after_quote = (quotes & ~inside) >> 63,
                              .after_blank = blanks >> 63};
}

/* Where a field starts, outside of quotes. */
static inline void start_ends(const struct cursor *cursor, struct csv_ends *ends, size_t at)
{
    uint64_t wanted = UINT64_MAX << at % BLOCK;
    if (at - ends->block < BLOCK) {
        ends->fields &= wanted;
        return;
    }
    *ends = (struct csv_ends){.starts = (uint64_t)1 << at % BLOCK};
    find_ends(cursor, ends, at / BLOCK * BLOCK, wanted);
}

/* The fields of a record, with those for which there is no room. */
struct taken {
    struct text *next, *end;
    size_t more, excess;
};

static inline void add_field(struct taken *taken, struct text field)
{
    if (taken->next < taken->end) {
        *taken->next++ = field;
    } else {
        taken->more++;
        taken->excess += field.length;
    }
}

/* Takes the fields from `at` on up to the first odd one, whose start is returned, or to the end of
 * the record, where the next one starts then. */
static inline size_t take_even(const struct cursor *cursor, struct csv_ends *shared, size_t at,
                               struct taken *taken, bool *is_over)
{
    struct csv_ends ends = *shared; /* which no store can change */
    const char *data = cursor->data;
    start_ends(cursor, &ends, at);
    while (!*is_over) {
        while (!ends.fields && !ends.is_odd && cursor->length - ends.block > BLOCK)
            find_ends(cursor, &ends, ends.block + BLOCK, UINT64_MAX);
        if (!ends.fields)
            break;
        size_t end = ends.block + (size_t)__builtin_ctzll(ends.fields);
        bool is_quoted = data[at] == '"';
        ends.fields &= ends.fields - 1;
        *is_over = data[end] == '\n';
        size_t last = end - (*is_over && end > at && data[end - 1] == '\r');
        add_field(taken, (struct text){data + at + is_quoted, last - at - 2 * (size_t)is_quoted});
        at = end + 1;
    }
    *shared = ends;
    return at;
}

/* --- records --- */

static struct cursor cursor_of(const struct csv_splitter *splitter)
{
    return (struct cursor){.data = splitter->bytes.data,
                           .length = splitter->bytes.length,
                           .separator = splitter->separator,
                           .tab = splitter->separator == '\t' ? ' ' : '\t',
                           .line = splitter->line,
                           .block = NO_BLOCK};
}

void csv_splitter_start(struct csv_splitter *splitter, size_t at)
{
    splitter->at = at;
    splitter->ends.block = NO_BLOCK;
}

/* One field, whatever it is like; false where a quote stays open. */
static bool take_odd(struct csv_splitter *splitter, struct cursor *cursor, size_t *at,
                     struct taken *taken, bool *is_over)
{
    struct text field;
    size_t line = cursor->line, end = take_any(cursor, *at, splitter->copies, &field);
    splitter->ends.block = NO_BLOCK;
    if (end == NO_END) {
        splitter->line = line;
        return false;
    }
    add_field(taken, field);
    *is_over = end == cursor->length || cursor->data[end] != cursor->separator;
    if (!*is_over)
        *at = end + 1;
    else
        *at = end == cursor->length ? end : pass_line_end(cursor, end);
    return true;
}

bool csv_splitter_take(struct csv_splitter *splitter)
{
    struct cursor cursor = cursor_of(splitter);
    struct text *fields = splitter->fields;
    struct taken taken = {fields, fields ? fields + splitter->room : NULL, 0, 0};
    size_t at = splitter->at;
    bool is_over = false;
    while (!is_over) {
        at = take_even(&cursor, &splitter->ends, at, &taken, &is_over);
        if (is_over)
            cursor.line++;
        else if (!take_odd(splitter, &cursor, &at, &taken, &is_over))
            return false;
    }
    splitter->at = at;
    splitter->count = (size_t)(taken.next - fields) + taken.more;
    splitter->excess = taken.excess;
    splitter->line = cursor.line;
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

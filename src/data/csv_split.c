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

#include "data/csv_marks.h"
#include "data/short_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NO_BLOCK (SIZE_MAX - CSV_BLOCK + 1) /* no place is in it */
#define NO_END ((size_t)-1)

/* What is compiled for each way of finding marks. */
#define FOR_EACH_FINDER static inline __attribute__((always_inline))

static __attribute__((noinline)) struct csv_marks marks_of_rest(const char *bytes, size_t left,
                                                                char separator)
{
    char last[CSV_BLOCK] = {0};
    if (left)
        memcpy(last, bytes, left);
    return csv_marks_portable(last, separator);
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
    bool is_quoted; /* so separators are none */
};

FOR_EACH_FINDER struct csv_marks marks_at(const struct cursor *cursor, size_t block,
                                          csv_marks_finder *find)
{
    size_t left = cursor->length - block;
    return left >= CSV_BLOCK ? find(cursor->data + block, cursor->separator)
                             : marks_of_rest(cursor->data + block, left, cursor->separator);
}

/* --- mark by mark --- */

static void mark_block(struct cursor *cursor, size_t block)
{
    struct csv_marks marks = marks_at(cursor, block, csv_marks_portable);
    cursor->block = block;
    cursor->marks = marks.quotes | marks.feeds | marks.returns;
    if (!cursor->is_quoted)
        cursor->marks |= marks.separators;
}

/* The first mark from `at` on (which never lies before the block), or the end of the bytes. */
static size_t find_mark(struct cursor *cursor, size_t at)
{
    if (at - cursor->block >= CSV_BLOCK)
        mark_block(cursor, at / CSV_BLOCK * CSV_BLOCK);
    uint64_t marks = cursor->marks & (UINT64_MAX << at % CSV_BLOCK);
    while (!marks) {
        if (cursor->length - cursor->block <= CSV_BLOCK)
            return cursor->length;
        mark_block(cursor, cursor->block + CSV_BLOCK);
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
    cursor->is_quoted = at < cursor->length && cursor->data[at] == '"';
    return cursor->is_quoted ? take_quoted(cursor, at, copies, field)
                             : take_plain(cursor, at, field);
}

/* --- block by block --- */

/* Each bit is whether the bits up to it are odd in number. */
static inline uint64_t parity(uint64_t bits)
{
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    return bits ^ bits << 32;
}

FOR_EACH_FINDER void find_ends(const struct cursor *cursor, struct csv_ends *ends, size_t block,
                               uint64_t wanted, csv_marks_finder *find)
{
    struct csv_marks marks = marks_at(cursor, block, find);
    uint64_t quotes = marks.quotes & wanted;
    bool is_plain = !(quotes | ends->inside | ends->after_quote | ends->after_blank) &&
                    marks.blanks == marks.feeds;
    bool is_quoted = ends->inside && !(quotes | marks.feeds | marks.returns);
    if (is_plain || is_quoted) {
        *ends = (struct csv_ends){.block = block,
                                  .fields = is_plain ? marks.separators & wanted : 0,
                                  .records = is_plain ? marks.feeds & wanted : 0,
                                  .starts = is_plain ? (marks.separators | marks.feeds) >> 63 : 0,
                                  .inside = ends->inside};
        return;
    }
    uint64_t returns = marks.returns & wanted;
    uint64_t pairs = returns & marks.feeds >> 1; /* CR of CR LF */
    uint64_t closers = (marks.separators | marks.feeds) & wanted;
    uint64_t blanks = marks.blanks & wanted & ~(closers | pairs);
    uint64_t inside = (quotes ? parity(quotes) : 0) ^ ends->inside;
    uint64_t found = closers & ~inside, behind = (found | pairs) & ~inside;
    uint64_t starts = found << 1 | ends->starts;
    uint64_t odd = (quotes & inside & ~starts) |
                   (((quotes & ~inside) << 1 | ends->after_quote) & ~behind) | (blanks & starts) |
                   ((blanks << 1 | ends->after_blank) & behind) | (marks.feeds & wanted & inside) |
                   (returns & (inside | ~pairs));
    uint64_t even = (odd & -odd) - 1;
    *ends = (struct csv_ends){.block = block,
                              .fields = found & ~marks.feeds & even,
                              .records = found & marks.feeds & even,
                              .is_odd = odd != 0,
                              .has_quotes = quotes || ends->after_quote,
                              .inside = 0 - (inside >> 63),
                              .starts = found >> 63,
                              .after_quote = (quotes & ~inside) >> 63,
                              .after_blank = blanks >> 63};
}

/* Where a field starts, outside of quotes. */
FOR_EACH_FINDER void start_ends(const struct cursor *cursor, struct csv_ends *ends, size_t at,
                                csv_marks_finder *find)
{
    uint64_t wanted = UINT64_MAX << at % CSV_BLOCK;
    if (at - ends->block < CSV_BLOCK) {
        ends->fields &= wanted;
        ends->records &= wanted;
        return;
    }
    *ends = (struct csv_ends){.starts = (uint64_t)1 << at % CSV_BLOCK};
    find_ends(cursor, ends, at / CSV_BLOCK * CSV_BLOCK, wanted, find);
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

/* Adds the field from `from` to `end`; returns the start of the next. */
static inline const char *add_even(struct taken *taken, const char *from, const char *end)
{
    size_t is_quoted = *from == '"';
    add_field(taken, (struct text){from + is_quoted, (size_t)(end - from) - 2 * is_quoted});
    return end + 1;
}

/* Takes the fields from `at` on up to the first odd one, whose start is returned, or to the end of
 * the record, where the next one starts then. */
FOR_EACH_FINDER size_t take_even(const struct cursor *cursor, struct csv_ends *ends, size_t at,
                                 struct taken *shared, bool *is_over, csv_marks_finder *find)
{
    struct taken taken = *shared; /* which no store can change */
    const char *data = cursor->data, *from = data + at;
    start_ends(cursor, ends, at, find);
    for (;;) {
        const char *block = data + ends->block;
        uint64_t here = ends->fields & ((ends->records & -ends->records) - 1);
        ends->fields ^= here;
        for (; here; here &= here - 1)
            from = add_even(&taken, from, block + __builtin_ctzll(here));
        if (ends->records || ends->is_odd || cursor->length - ends->block <= CSV_BLOCK)
            break;
        find_ends(cursor, ends, ends->block + CSV_BLOCK, UINT64_MAX, find);
    }
    if (ends->records) {
        const char *feed = data + ends->block + __builtin_ctzll(ends->records);
        ends->records &= ends->records - 1;
        add_even(&taken, from, feed - (feed > from && feed[-1] == '\r'));
        from = feed + 1;
        *is_over = true;
    }
    *shared = taken;
    return (size_t)(from - data);
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

FOR_EACH_FINDER bool take_record(struct csv_splitter *splitter, csv_marks_finder *find)
{
    struct cursor cursor = cursor_of(splitter);
    struct text *fields = splitter->fields;
    struct taken taken = {fields, fields ? fields + splitter->room : NULL, 0, 0};
    size_t at = splitter->at;
    bool is_over = false;
    while (!is_over) {
        at = take_even(&cursor, &splitter->ends, at, &taken, &is_over, find);
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

/* The records that are taken at once, and the field that is next. */
struct run {
    struct text *next, *last; /* where it goes, and the last one of its record */
    const char *from;         /* where it starts */
    size_t at, count;         /* where its record starts, and how many lie before that */
};

FOR_EACH_FINDER void add_next(struct text *field, const char **from, const char *block,
                              uint64_t *ends, bool has_quotes)
{
    const char *end = block + __builtin_ctzll(*ends | (uint64_t)1 << (CSV_BLOCK - 1));
    size_t is_quoted = has_quotes && **from == '"';
    *field = (struct text){*from + is_quoted, (size_t)(end - *from) - 2 * is_quoted};
    *from = end + 1;
    *ends &= *ends - 1;
}

/* Adds the fields that end in a block. To ask for each whether it is the last takes longer than to
 * add four at once; what the last four have too many is written over. */
FOR_EACH_FINDER void add_fours(struct run *run, const char *block, uint64_t ends, bool has_quotes)
{
    struct text *field = run->next;
    const char *from = run->from;
    if (!ends)
        return;
    run->next += __builtin_popcountll(ends);
    run->from = block + CSV_BLOCK - __builtin_clzll(ends);
    for (; field < run->next; field += 4) {
        add_next(field, &from, block, &ends, has_quotes);
        add_next(field + 1, &from, block, &ends, has_quotes);
        add_next(field + 2, &from, block, &ends, has_quotes);
        add_next(field + 3, &from, block, &ends, has_quotes);
    }
}

/* The same in the last block, behind which there may be nothing to look at. */
static inline void add_each(struct run *run, const char *block, uint64_t ends)
{
    while (ends)
        add_next(run->next++, &run->from, block, &ends, true);
}

/* Whether a record starts there, and not with blanks or an empty line. */
static inline bool starts_plainly(const struct cursor *cursor, size_t at, size_t limit)
{
    return at < limit && at < cursor->length && (unsigned char)cursor->data[at] > ' ';
}

/* Ends the records that end in the block, whose first field is `first`; false behind the last that
 * can be taken. */
FOR_EACH_FINDER bool end_records(struct run *run, const struct cursor *cursor,
                                 const struct csv_ends *ends, struct text *first, size_t room,
                                 size_t limit, size_t most, uint32_t *starts)
{
    const char *block = cursor->data + ends->block;
    uint64_t all = ends->fields | ends->records;
    for (uint64_t records = ends->records; records; records &= records - 1) {
        uint64_t before = (records & -records) - 1;
        const char *feed = block + __builtin_ctzll(records);
        if (first + __builtin_popcountll(all & before) != run->last)
            return false;
        run->last->length -= feed[-1] == '\r';
        run->last += room;
        starts[run->count++] = (uint32_t)run->at;
        run->at = (size_t)(feed + 1 - cursor->data);
        if (run->count == most || !starts_plainly(cursor, run->at, limit))
            return false;
    }
    return true;
}

FOR_EACH_FINDER size_t take_records(struct csv_splitter *splitter, size_t limit, size_t most,
                                    uint32_t *starts, csv_marks_finder *find)
{
    struct cursor cursor = cursor_of(splitter);
    struct csv_ends ends = splitter->ends;
    size_t room = splitter->room;
    struct run run = {splitter->fields, splitter->fields + room - 1, cursor.data + splitter->at,
                      splitter->at, 0};
    bool goes_on = starts_plainly(&cursor, run.at, limit);
    if (goes_on)
        start_ends(&cursor, &ends, run.at, find);
    while (goes_on) {
        struct text *first = run.next;
        const char *block = cursor.data + ends.block;
        bool is_last = cursor.length - ends.block <= CSV_BLOCK;
        if (is_last)
            add_each(&run, block, ends.fields | ends.records);
        else if (ends.has_quotes)
            add_fours(&run, block, ends.fields | ends.records, true);
        else
            add_fours(&run, block, ends.fields | ends.records, false);
        goes_on = end_records(&run, &cursor, &ends, first, room, limit, most, starts) && !is_last &&
                  !ends.is_odd && run.next <= run.last;
        if (goes_on)
            find_ends(&cursor, &ends, ends.block + CSV_BLOCK, UINT64_MAX, find);
    }
    splitter->ends = ends;
    splitter->at = run.at;
    splitter->line += run.count;
    return run.count;
}

#ifdef __x86_64__
AVX2 static bool take_record_avx2(struct csv_splitter *splitter)
{
    return take_record(splitter, csv_marks_avx2);
}

AVX2 static size_t take_records_avx2(struct csv_splitter *splitter, size_t limit, size_t most,
                                     uint32_t *starts)
{
    return take_records(splitter, limit, most, starts, csv_marks_avx2);
}

static bool has_avx2(const struct csv_splitter *splitter)
{
    return !splitter->is_portable && avx2_is_there();
}
#endif

bool csv_splitter_take(struct csv_splitter *splitter)
{
#ifdef __x86_64__
    if (has_avx2(splitter))
        return take_record_avx2(splitter);
#endif
    return take_record(splitter, csv_marks_portable);
}

size_t csv_splitter_take_even(struct csv_splitter *splitter, size_t limit, size_t most,
                              uint32_t *starts)
{
#ifdef __x86_64__
    if (has_avx2(splitter))
        return take_records_avx2(splitter, limit, most, starts);
#endif
    return take_records(splitter, limit, most, starts, csv_marks_portable);
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

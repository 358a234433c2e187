/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fields end only at separators, quotes and line ends. Blocks of 64 bytes are compared with these
 * in vectors, which gives one bit per byte, and arithmetic on these words finds the ends of all
 * fields of a block at once, if the fields are regular: quoted or not, but without doubled quotes
 * or surrounding blanks (the parity of quotes as in G. Langdale and D. Lemire, Parsing Gigabytes of
 * JSON per Second, 2019). From the first irregular byte of a block on, fields are read one by one
 * (csv_field.h).
 */
#include "config.h"

#include "data/csv/csv_split.h"

#include "data/csv/csv_field.h"
#include "data/csv/csv_marks.h"
#include "base/short_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Functions that are compiled once for each finder of marks. */
#define FOR_EACH_FINDER static inline __attribute__((always_inline))

/* --- block by block --- */

/* Each bit of the result is the parity of the bits up to it. */
static inline uint64_t parity(uint64_t bits)
{
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    return bits ^ bits << 32;
}

FOR_EACH_FINDER void find_ends(const struct csv_cursor *cursor, struct csv_ends *ends, size_t block,
                               uint64_t wanted, csv_marks_finder *find)
{
    struct csv_marks marks =
        csv_marks_at(cursor->data, cursor->length, block, cursor->separator, find);
    uint64_t quotes = marks.quotes & wanted;
    bool is_plain = !(quotes | ends->inside | ends->after_quote | ends->after_blank) &&
                    marks.blanks == marks.feeds;
    if (is_plain) {
        *ends = (struct csv_ends){.block = block,
                                  .fields = marks.separators & wanted,
                                  .records = marks.feeds & wanted,
                                  .starts = (marks.separators | marks.feeds) >> 63};
        return;
    }
    if (ends->inside && !(quotes | marks.feeds | marks.returns)) {
        *ends = (struct csv_ends){.block = block, .inside = ends->inside};
        return;
    }
    uint64_t returns = marks.returns & wanted;
    uint64_t pairs = returns & marks.feeds >> 1; /* the CR of CR LF */
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

/* Starts at the beginning of a field, outside of quotes. */
FOR_EACH_FINDER void start_ends(const struct csv_cursor *cursor, struct csv_ends *ends, size_t at,
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

/* The fields of a record, including those beyond the room. */
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

/* Returns the field from `from` to `end`, without its quotes if it may have some. */
static inline struct text even_field(const char *from, const char *end, bool may_be_quoted)
{
    size_t is_quoted = may_be_quoted && *from == '"';
    return (struct text){from + is_quoted, (size_t)(end - from) - 2 * is_quoted};
}

/* Adds the field from `from` to `end`. Returns the start of the next one. */
static inline const char *add_even(struct taken *taken, const char *from, const char *end)
{
    add_field(taken, even_field(from, end, true));
    return end + 1;
}

/*
 * Adds fields from `at` up to the first irregular one or the end of the record. Returns the start
 * of the next field or record.
 */
FOR_EACH_FINDER size_t take_even(const struct csv_cursor *cursor, struct csv_ends *ends, size_t at,
                                 struct taken *shared, bool *is_over, csv_marks_finder *find)
{
    struct taken taken = *shared; /* a local copy, which stores through pointers cannot change */
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

static struct csv_cursor cursor_of(const struct csv_splitter *splitter)
{
    return (struct csv_cursor){.data = splitter->bytes.data,
                               .length = splitter->bytes.length,
                               .separator = splitter->separator,
                               .tab = splitter->separator == '\t' ? ' ' : '\t',
                               .line = splitter->line};
}

void csv_splitter_start(struct csv_splitter *splitter, size_t at)
{
    splitter->at = at;
    splitter->ends.block = CSV_NO_BLOCK;
}

/* Adds the blanks in front of a field without quotes that starts at `at`. */
static void add_indent(const struct csv_cursor *cursor, size_t at, struct text *field)
{
    size_t start = csv_skip_blanks(cursor, at);
    if (!field->length || start < at + 2 || cursor->data[start] == '"')
        return;
    *field = (struct text){cursor->data + at, field->length + start - at};
}

/* Reads one field of any kind. Returns false if a quote is never closed. */
static bool take_odd(struct csv_splitter *splitter, struct csv_cursor *cursor, size_t *at,
                     struct taken *taken, bool *is_over)
{
    struct text field;
    size_t line = cursor->line, end = csv_field_take(cursor, *at, splitter->copies, &field);
    splitter->ends.block = CSV_NO_BLOCK;
    if (end == CSV_NO_END) {
        splitter->line = line;
        return false;
    }
    if (splitter->keeps_indents)
        add_indent(cursor, *at, &field);
    add_field(taken, field);
    *is_over = end == cursor->length || cursor->data[end] != cursor->separator;
    if (!*is_over)
        *at = end + 1;
    else
        *at = end == cursor->length ? end : csv_pass_line_end(cursor, end);
    return true;
}

FOR_EACH_FINDER bool take_record(struct csv_splitter *splitter, csv_marks_finder *find)
{
    struct csv_cursor cursor = cursor_of(splitter);
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

#define TOGETHER 4 /* fields that are added at a time without looking for the last */
_Static_assert(CSV_FIELDS_BEHIND >= CSV_BLOCK + TOGETHER - 1, "a block of fields, and some more");

/* The records that are read at a time, and the next field. */
struct run {
    struct text *next, *last; /* the place for the next field, and for the last one of its record */
    const char *from;         /* start of the next field */
    size_t at, count;         /* start of its record, and the number of lines before it */
};

FOR_EACH_FINDER void add_next(struct text *field, const char **from, const char *block,
                              uint64_t *ends, bool has_quotes)
{
    const char *end = block + __builtin_ctzll(*ends | (uint64_t)1 << (CSV_BLOCK - 1));
    *field = even_field(*from, end, has_quotes);
    *from = end + 1;
    *ends &= *ends - 1;
}

/*
 * Adds the fields that end in a block. Adding four at a time is faster than checking each for being
 * the last; the next fields overwrite the excess.
 */
FOR_EACH_FINDER void add_fours(struct run *run, const char *block, uint64_t ends, bool has_quotes)
{
    struct text *field = run->next;
    const char *from = run->from;
    if (!ends)
        return;
    run->next += __builtin_popcountll(ends);
    run->from = block + CSV_BLOCK - __builtin_clzll(ends);
    for (; field < run->next; field += TOGETHER) {
        add_next(field, &from, block, &ends, has_quotes);
        add_next(field + 1, &from, block, &ends, has_quotes);
        add_next(field + 2, &from, block, &ends, has_quotes);
        add_next(field + 3, &from, block, &ends, has_quotes);
    }
}

/* The same for the last block, behind which no byte may be read. */
static inline void add_each(struct run *run, const char *block, uint64_t ends)
{
    while (ends)
        add_next(run->next++, &run->from, block, &ends, true);
}

/* True if a record starts there, and neither with blanks nor with an empty line. */
static inline bool starts_plainly(const struct csv_cursor *cursor, size_t at, size_t limit)
{
    return at < limit && at < cursor->length && (unsigned char)cursor->data[at] > ' ';
}

/*
 * Ends the records that end in the block, whose first field is `first`. Returns false at the last
 * record that can be taken.
 */
FOR_EACH_FINDER bool end_records(struct run *run, const struct csv_cursor *cursor,
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
    struct csv_cursor cursor = cursor_of(splitter);
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
    return !splitter->is_portable && cpu_has_avx2();
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
    struct csv_cursor cursor = cursor_of(splitter);
    size_t at = splitter->at;
    bool is_there = false;
    while (at < limit) {
        size_t start = at;
        at = csv_skip_blanks(&cursor, at);
        is_there = at < cursor.length && !csv_is_line_end(&cursor, at);
        if (is_there && splitter->keeps_indents)
            at = start;
        if (is_there || at == cursor.length)
            break;
        at = csv_pass_line_end(&cursor, at);
    }
    splitter->at = at;
    splitter->line = cursor.line;
    return is_there;
}

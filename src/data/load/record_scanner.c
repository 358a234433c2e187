/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/load/record_scanner.h"

#include "data/csv/csv_repair.h"
#include "base/ascii.h"
#include "base/short_text.h"

#include <string.h>

/* Bytes read behind the requested ones, for the end of the last record. */
#define SLACK ((size_t)8 * 1024)
/* Bytes that are read at a time and fit in a cache. More are read when they are needed. */
#define FIRST_READ ((size_t)128 * 1024)
#define GUESS_RECORDS 4
#define GUESS_LINES 64

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Blanks in front of a product of official statistics put it below another. */
static bool has_indents(const struct mapping *mapping)
{
    for (size_t i = 0; i < mapping->column_count; i++)
        if (mapping->columns[i].field == FIELD_PRODUCT &&
            mapping->columns[i].origin == ORIGIN_TRANSLATED)
            return mapping->form == FORM_STATISTICS;
    return false;
}

void record_scanner_init(struct record_scanner *finder, const struct load_plan *plan)
{
    *finder = (struct record_scanner){.plan = plan,
                                      .read_buffer = {.never_waits = true},
                                      .splitter = {.separator = plan->separator,
                                                   .copies = &finder->copies,
                                                   .keeps_indents = has_indents(plan->mapping)}};
    skip_rules_check_init(&finder->left_out, plan->mapping);
}

void record_scanner_release(struct record_scanner *finder)
{
    read_buffer_release(&finder->read_buffer);
    arena_release(&finder->copies);
    skip_rules_check_release(&finder->left_out);
}

/* --- encoding --- */

static bool decode_field(struct record_scanner *finder, struct text *field)
{
    struct buffer decoded = {0};
    if (encoding_recognise(*field) != ENCODING_CP1252)
        return false;
    text_decode_cp1252(&decoded, *field);
    char *copy = arena_alloc(&finder->copies, decoded.length + TEXT_PADDING);
    memcpy(copy, decoded.data, decoded.length);
    *field = (struct text){copy, decoded.length};
    buffer_release(&decoded);
    return true;
}

static void decode_fields(struct record_scanner *finder, struct batch *batch, struct text *fields)
{
    if (finder->is_utf8)
        return;
    for (size_t i = 0; i < finder->plan->mapping->file_columns; i++)
        batch->is_decoded |= decode_field(finder, &fields[i]);
}

/* --- what is left out --- */

static bool is_left_out(struct record_scanner *finder, struct batch *batch,
                        const struct text *fields)
{
    size_t rule;
    bool is_out = skip_rules_check_finds(&finder->left_out, fields, &rule);
    if (is_out)
        batch->left_out[rule]++;
    return is_out;
}

static bool has_right_width(const struct mapping *mapping, size_t count, size_t excess)
{
    size_t width = mapping->file_columns;
    return count == width || (count < width && mapping->allows_short) ||
           (count > width && mapping->allows_trailing_empty && !excess);
}

static void refuse_width(const struct record_scanner *finder, struct batch *batch,
                         const struct text *fields, size_t count, size_t line)
{
    size_t width = finder->plan->mapping->file_columns, first;
    size_t filled = passed_count_filled(fields, count < width ? count : width, &first);
    batch->refused++;
    problem_add(&batch->problems, finder->plan->path, line + 1, 0,
                "the row has %zu field%s, the header has %zu; %s", count, count == 1 ? "" : "s",
                width,
                count > width ? "put a text that holds the separator in quotes (\"...\")"
                              : "write the separator for empty fields too");
    batch->problems.items[batch->problems.count - 1].may_be_footnote =
        filled == 1 && count <= width;
}

/* --- records --- */

/* Returns the place for the fields of the block's next record. */
static struct text *next_fields(const struct block *block)
{
    return block->fields + block->records * block->width;
}

static void keep_record(const struct record_scanner *finder, struct block *block,
                        const struct batch *batch, const struct text *fields, size_t start,
                        size_t line)
{
    if (fields != next_fields(block))
        memmove(next_fields(block), fields, block->width * sizeof *fields);
    block->starts[block->records] = (uint32_t)(finder->read_buffer.offset + start - batch->start);
    block->lines[block->records++] = line;
}

/* True for a comment, a blank record or a footnote, which is counted. */
static bool is_passed_over(struct batch *batch, const struct text *fields, size_t count,
                           size_t width, size_t line)
{
    enum passed_kind kind = passed_recognise(fields, count < width ? count : width, width);
    if (kind != PASSED_NOT)
        passed_note(batch->passed, kind, line + 1);
    return kind != PASSED_NOT;
}

/*
 * Removes the outer quotes of the record at `start` with `count` fields. Returns false if it has
 * none.
 */
static bool is_requoted(struct record_scanner *finder, struct text *fields, size_t count,
                        size_t start)
{
    struct csv_splitter *splitter = &finder->splitter;
    size_t width = finder->plan->mapping->file_columns;
    struct text line, *all = fields;
    if (count != 1 && count <= width)
        return false;
    if (!csv_repair_line(splitter->bytes, start, true, &line) ||
        start + line.length + 2 < splitter->at || !memchr(line.data, '"', line.length))
        return false;
    if (count > width) {
        all = arena_alloc(&finder->copies, count * sizeof *all);
        if (csv_repair_split(line, splitter->separator, &finder->copies, all, count) != count)
            return false;
    }
    bool is_undone = csv_repair_requoted(all, count, splitter->separator, width, &finder->copies);
    if (is_undone && all != fields)
        memcpy(fields, all, width * sizeof *fields);
    return is_undone;
}

/*
 * Adds a record whose `count` fields lie behind those of the block. Returns false if its width is
 * wrong.
 */
static bool add_record(struct record_scanner *finder, struct block *block, struct batch *batch,
                       size_t count, size_t start, size_t line)
{
    const struct mapping *mapping = finder->plan->mapping;
    struct text *fields = next_fields(block);
    bool is_right = has_right_width(mapping, count, finder->splitter.excess);
    for (size_t i = count; i < block->width; i++)
        fields[i] = padded_empty();
    if ((!is_right || mapping->form == FORM_PLAIN) &&
        is_passed_over(batch, fields, count, block->width, line))
        return true;
    if (!is_right && is_requoted(finder, fields, count, start)) {
        passed_note(batch->passed, PASSED_REQUOTED, line + 1);
        is_right = true;
    }
    decode_fields(finder, batch, fields);
    if (is_left_out(finder, batch, fields))
        return true;
    if (is_right)
        keep_record(finder, block, batch, fields, start, line);
    return is_right;
}

/* Adds records while they are regular: the right width, one line each. */
static void add_even_records(struct record_scanner *finder, struct block *block, size_t most,
                             struct batch *batch, size_t limit)
{
    struct csv_splitter *splitter = &finder->splitter;
    const struct mapping *mapping = finder->plan->mapping;
    size_t line = splitter->line, first = block->records;
    uint32_t *starts = block->starts + first;
    struct text *fields = splitter->fields = next_fields(block);
    size_t count = csv_splitter_take_even(splitter, limit, most - first, starts);
    if (finder->is_utf8 && !mapping->left_out_count && mapping->form != FORM_PLAIN) {
        uint32_t base = (uint32_t)(finder->read_buffer.offset - batch->start);
        for (size_t i = 0; i < count; i++) {
            starts[i] += base;
            block->lines[first + i] = line + i;
        }
        block->records += count;
        return;
    }
    for (size_t i = 0; i < count; i++, fields += block->width) {
        decode_fields(finder, batch, fields);
        bool is_passed = mapping->form == FORM_PLAIN && block->width > 1 && !fields[1].length &&
                         is_passed_over(batch, fields, block->width, block->width, line + i);
        if (!is_passed && !is_left_out(finder, batch, fields))
            keep_record(finder, block, batch, fields, starts[i], line + i);
    }
}

/* Returns to an offset that was read before. */
static void go_back(struct record_scanner *finder, size_t at, size_t line)
{
    finder->splitter.line = line;
    csv_splitter_start(&finder->splitter, at);
}

/* --- quotes in odd places --- */

/* Classifies the quotes of a record, including errors that span several lines. */
static enum quotes look_at_quotes(const struct record_scanner *finder, size_t start, bool is_closed,
                                  size_t lines)
{
    const struct csv_splitter *splitter = &finder->splitter;
    const struct read_buffer *read_buffer = &finder->read_buffer;
    struct text bytes = splitter->bytes, first, next;
    if (is_closed && !memchr(bytes.data + start, '"', splitter->at - start))
        return QUOTES_FINE;
    enum quotes quotes = csv_repair_quotes(bytes, start, splitter->separator, read_buffer->is_end);
    if (quotes != QUOTES_FINE || lines < 2)
        return quotes;
    if (!csv_repair_line(bytes, start, read_buffer->is_end, &first))
        return QUOTES_UNKNOWN;
    size_t behind = start + first.length + 1;
    behind +=
        behind < bytes.length && first.data[first.length] == '\r' && bytes.data[behind] == '\n';
    if (!csv_repair_line(bytes, behind, read_buffer->is_end, &next))
        return QUOTES_UNKNOWN;
    return csv_repair_is_swallowed(first, next, splitter->separator,
                                   finder->plan->mapping->file_columns)
               ? QUOTES_OPEN
               : QUOTES_FINE;
}

/* Adds a problem with the line and what became of it. */
static void refuse_quotes(const struct record_scanner *finder, struct batch *batch,
                          enum quotes quotes, struct text line, size_t number, bool is_row)
{
    struct buffer quoted = {0};
    problem_quote(&quoted, line);
    problem_add(&batch->problems, finder->plan->path, number + 1, 0,
                "%s in %s, so the line is %s; %s",
                quotes == QUOTES_OPEN ? "a quote that opens is not closed"
                                      : "a quotation mark stands inside quotes",
                quoted.data, is_row ? "read with its quotation marks as text" : "not read",
                quotes == QUOTES_OPEN ? "close it with a second \"" : "double it (\"\")");
    buffer_release(&quoted);
}

/*
 * Reads the first line of a record with misplaced quotes on its own. Reading continues with the
 * next line.
 */
static enum filling add_line(struct record_scanner *finder, struct block *block,
                             struct batch *batch, enum quotes quotes, size_t start, size_t line)
{
    struct csv_splitter *splitter = &finder->splitter;
    struct text bytes = splitter->bytes, text;
    if (!csv_repair_line(bytes, start, finder->read_buffer.is_end, &text))
        return NEEDS_MORE;
    size_t end = start + text.length;
    size_t count = csv_repair_split(text, splitter->separator, &finder->copies, next_fields(block),
                                    block->width);
    splitter->excess = count > block->width;
    bool is_row = add_record(finder, block, batch, count, start, line);
    batch->refused += !is_row;
    refuse_quotes(finder, batch, quotes, text, line, is_row);
    if (end < bytes.length) {
        bool is_pair =
            bytes.data[end] == '\r' && end + 1 < bytes.length && bytes.data[end + 1] == '\n';
        go_back(finder, end + 1 + is_pair, line + 1);
    } else {
        go_back(finder, end, line + 1);
    }
    return FILLED;
}

/* A record that was examined. */
struct seen {
    size_t start, line; /* offset and line of its start */
    bool is_closed;     /* its end was found ... */
    bool is_whole;      /* ... and more bytes would not move it */
    bool is_one_line;
    enum quotes quotes;
};

static struct seen see_record(struct record_scanner *finder)
{
    struct csv_splitter *splitter = &finder->splitter;
    const struct read_buffer *read_buffer = &finder->read_buffer;
    struct seen seen = {.start = splitter->at, .line = splitter->line};
    seen.is_closed = csv_splitter_take(splitter);
    seen.is_whole = seen.is_closed && (splitter->at < read_buffer->length || read_buffer->is_end);
    size_t lines = seen.is_closed ? splitter->line - seen.line : 1;
    seen.is_one_line = seen.is_closed && lines < 2;
    seen.quotes = look_at_quotes(finder, seen.start, seen.is_closed, lines);
    if (!seen.is_closed && read_buffer->is_end && seen.quotes != QUOTES_STRAY)
        seen.quotes = QUOTES_OPEN;
    return seen;
}

/* The last line of a file may lack its end because the file was cut off, maybe within a number. */
static void note_missing_end(const struct record_scanner *finder, struct batch *batch, size_t line)
{
    const struct csv_splitter *splitter = &finder->splitter;
    bool is_last = finder->read_buffer.is_end && splitter->at >= splitter->bytes.length;
    if (is_last && finder->plan->mapping->form == FORM_STATISTICS && splitter->at &&
        ascii_is_digit(splitter->bytes.data[splitter->at - 1]))
        passed_note(batch->passed, PASSED_UNENDED, line + 1);
}

static enum filling add_seen(struct record_scanner *finder, struct block *block,
                             struct batch *batch, const struct seen *seen)
{
    const struct csv_splitter *splitter = &finder->splitter;
    bool is_stray = seen->quotes == QUOTES_STRAY || seen->quotes == QUOTES_OPEN;
    bool is_kept = seen->quotes == QUOTES_STRAY && seen->is_one_line &&
                   has_right_width(finder->plan->mapping, splitter->count, splitter->excess);
    if (seen->quotes == QUOTES_UNKNOWN || (!seen->is_whole && (!is_stray || seen->is_one_line)))
        return NEEDS_MORE;
    if (is_stray && !is_kept)
        return add_line(finder, block, batch, seen->quotes, seen->start, seen->line);
    if (is_kept)
        passed_note(batch->passed, PASSED_STRAY, seen->line + 1);
    if (!add_record(finder, block, batch, splitter->count, seen->start, seen->line))
        refuse_width(finder, batch, next_fields(block), splitter->count, seen->line);
    note_missing_end(finder, batch, seen->line);
    return FILLED;
}

/* Adds one record of any kind. Returns false if the block ends before it; *filling says why. */
static bool add_any_record(struct record_scanner *finder, struct block *block, struct batch *batch,
                           size_t limit, enum filling *filling)
{
    struct csv_splitter *splitter = &finder->splitter;
    const struct read_buffer *read_buffer = &finder->read_buffer;
    size_t before = splitter->at, line = splitter->line;
    splitter->fields = next_fields(block);
    if (csv_splitter_seek(splitter, limit)) {
        struct seen seen = see_record(finder);
        *filling = add_seen(finder, block, batch, &seen);
    } else {
        *filling =
            splitter->at >= read_buffer->length && !read_buffer->is_end ? NEEDS_MORE : AT_LIMIT;
    }
    if (*filling == NEEDS_MORE)
        go_back(finder, before, line);
    return *filling == FILLED;
}

enum filling record_scanner_fill(struct record_scanner *finder, struct block *block, size_t most,
                                 struct batch *batch, uint64_t limit)
{
    const struct read_buffer *read_buffer = &finder->read_buffer;
    size_t end = limit > read_buffer->offset ? (size_t)(limit - read_buffer->offset) : 0;
    enum filling filling = FILLED;
    finder->splitter.room = block->width;
    block->records = 0;
    while (block->records < most && filling == FILLED) {
        add_even_records(finder, block, most, batch, end);
        if (block->records < most)
            add_any_record(finder, block, batch, end, &filling);
    }
    return filling;
}

/* --- the window --- */

/* Starts the splitter at the first byte of the buffer, which is the start of a line. */
static void show(struct record_scanner *finder, size_t line)
{
    const struct read_buffer *read_buffer = &finder->read_buffer;
    finder->splitter.bytes = read_buffer_bytes(read_buffer);
    finder->is_utf8 = encoding_is_utf8(finder->splitter.bytes, !read_buffer->is_end);
    go_back(finder, 0, line);
}

bool record_scanner_start(struct record_scanner *finder, uint64_t start, size_t size)
{
    arena_release(&finder->copies);
    read_buffer_move(&finder->read_buffer, finder->plan->source, start,
                     least(size + SLACK, FIRST_READ));
    show(finder, 0);
    return finder->read_buffer.has_memory;
}

bool record_scanner_read_on(struct record_scanner *finder, struct batch *batch, uint64_t limit,
                            size_t reach)
{
    struct read_buffer *read_buffer = &finder->read_buffer;
    size_t from = finder->splitter.at;
    if (read_buffer->error) {
        batch_break(batch, read_buffer->error);
        return false;
    }
    if (read_buffer->length - from > reach && read_buffer->offset + from < limit) {
        batch->how = BATCH_CUT;
        return false;
    }
    size_t rest = read_buffer->length - from;
    read_buffer_extend(read_buffer, finder->plan->source, from);
    show(finder, finder->splitter.line);
    if (!read_buffer->has_memory)
        batch_break(batch, "out of memory");
    else if (read_buffer->is_dry && read_buffer->length == rest)
        batch_end_dry(batch, read_buffer->offset + read_buffer->length);
    else
        return true;
    return false;
}

uint64_t record_scanner_place(const struct record_scanner *finder)
{
    return finder->read_buffer.offset + finder->splitter.at;
}

bool record_scanner_is_at_end(const struct record_scanner *finder)
{
    return finder->read_buffer.is_end && finder->splitter.at >= finder->read_buffer.length;
}

/* --- guessing --- */

/* Returns the offset behind the first line end at or after `at`; the length if there is none. */
static size_t next_line(struct text bytes, size_t at)
{
    while (at < bytes.length && bytes.data[at] != '\n' && bytes.data[at] != '\r')
        at++;
    if (at + 1 < bytes.length && bytes.data[at] == '\r' && bytes.data[at + 1] == '\n')
        at++;
    return at < bytes.length ? at + 1 : at;
}

/* True if the next records, as far as they were read, have the right width. */
static bool looks_like_records(struct record_scanner *finder, size_t at)
{
    struct csv_splitter *splitter = &finder->splitter;
    size_t seen = 0;
    splitter->room = 0;
    go_back(finder, at, 0);
    for (; seen < GUESS_RECORDS && csv_splitter_seek(splitter, SIZE_MAX); seen++) {
        bool is_closed = csv_splitter_take(splitter);
        if (splitter->at >= finder->read_buffer.length && !finder->read_buffer.is_end)
            break;
        if (!is_closed || !has_right_width(finder->plan->mapping, splitter->count, 0))
            return false;
    }
    return seen > 0;
}

bool record_scanner_guess(struct record_scanner *finder, uint64_t from, size_t size,
                          uint64_t *start)
{
    struct read_buffer *read_buffer = &finder->read_buffer;
    read_buffer_move(read_buffer, finder->plan->source, from - 1,
                     least(1 + size + SLACK, FIRST_READ));
    struct text bytes = finder->splitter.bytes = read_buffer_bytes(read_buffer);
    size_t at = next_line(bytes, 0);
    for (size_t i = 0; i < GUESS_LINES && at < read_buffer->length; i++) {
        if (looks_like_records(finder, at)) {
            *start = read_buffer->offset + at;
            return true;
        }
        at = next_line(bytes, at);
    }
    *start = from;
    return read_buffer->is_end && !read_buffer->error && at >= read_buffer->length;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/record_finder.h"

#include "data/short_text.h"

#include <string.h>

/* Read behind what is asked for, for the end of its last record. */
#define SLACK ((size_t)8 * 1024)
/* Bytes at once, which a cache holds; what follows is read when it is needed. */
#define FIRST_READ ((size_t)128 * 1024)
#define GUESS_RECORDS 4
#define GUESS_LINES 64

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

void record_finder_init(struct record_finder *finder, const struct load_plan *plan)
{
    *finder = (struct record_finder){
        .plan = plan,
        .window = {.never_waits = true},
        .splitter = {.separator = plan->separator, .copies = &finder->copies}};
    left_out_check_init(&finder->left_out, plan->mapping);
}

void record_finder_release(struct record_finder *finder)
{
    window_release(&finder->window);
    arena_release(&finder->copies);
    left_out_check_release(&finder->left_out);
}

/* --- encoding --- */

static bool decode_field(struct record_finder *finder, struct text *field)
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

static void decode_fields(struct record_finder *finder, struct batch *batch, struct text *fields)
{
    if (finder->is_utf8)
        return;
    for (size_t i = 0; i < finder->plan->mapping->file_columns; i++)
        batch->is_decoded |= decode_field(finder, &fields[i]);
}

/* --- what is left out --- */

static bool is_left_out(struct record_finder *finder, struct batch *batch,
                        const struct text *fields)
{
    size_t rule;
    bool is_out = left_out_check_finds(&finder->left_out, fields, &rule);
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

static void refuse_width(const struct record_finder *finder, struct batch *batch, size_t line)
{
    size_t count = finder->splitter.count, width = finder->plan->mapping->file_columns;
    batch->refused++;
    problem_add(&batch->problems, finder->plan->path, line + 1, 0,
                "the row has %zu field%s, the header has %zu; %s", count, count == 1 ? "" : "s",
                width,
                count > width ? "put a text that holds the separator in quotes (\"...\")"
                              : "write the separator for empty fields too");
}

/* --- records --- */

/* Where the fields of the next record of the block go. */
static struct text *next_fields(const struct block *block)
{
    return block->fields + block->records * block->width;
}

static void keep_record(const struct record_finder *finder, struct block *block,
                        const struct batch *batch, const struct text *fields, size_t start,
                        size_t line)
{
    if (fields != next_fields(block))
        memmove(next_fields(block), fields, block->width * sizeof *fields);
    block->starts[block->records] = (uint32_t)(finder->window.offset + start - batch->start);
    block->lines[block->records++] = line;
}

/* The record that the splitter has taken, whose fields stand behind those of the block. */
static void add_record(struct record_finder *finder, struct block *block, struct batch *batch,
                       size_t start, size_t line)
{
    struct csv_splitter *splitter = &finder->splitter;
    for (size_t i = splitter->count; i < block->width; i++)
        splitter->fields[i] = padded_empty();
    decode_fields(finder, batch, splitter->fields);
    if (is_left_out(finder, batch, splitter->fields))
        return;
    if (has_right_width(finder->plan->mapping, splitter->count, splitter->excess))
        keep_record(finder, block, batch, splitter->fields, start, line);
    else
        refuse_width(finder, batch, line);
}

/* Takes records as long as they are as most are. */
static void add_even_records(struct record_finder *finder, struct block *block, size_t most,
                             struct batch *batch, size_t limit)
{
    struct csv_splitter *splitter = &finder->splitter;
    const struct mapping *mapping = finder->plan->mapping;
    size_t line = splitter->line, first = block->records;
    uint32_t *starts = block->starts + first;
    struct text *fields = splitter->fields = next_fields(block);
    size_t count = csv_splitter_take_even(splitter, limit, most - first, starts);
    if (finder->is_utf8 && !mapping->left_out_count) {
        uint32_t base = (uint32_t)(finder->window.offset - batch->start);
        for (size_t i = 0; i < count; i++) {
            starts[i] += base;
            block->lines[first + i] = line + i;
        }
        block->records += count;
        return;
    }
    for (size_t i = 0; i < count; i++, fields += block->width) {
        decode_fields(finder, batch, fields);
        if (!is_left_out(finder, batch, fields))
            keep_record(finder, block, batch, fields, starts[i], line + i);
    }
}

/* Goes back to a place that was read already. */
static void go_back(struct record_finder *finder, size_t at, size_t line)
{
    finder->splitter.line = line;
    csv_splitter_start(&finder->splitter, at);
}

/* One record of any kind; false where the block ends before it, as *filling says. */
static bool add_any_record(struct record_finder *finder, struct block *block, struct batch *batch,
                           size_t limit, enum filling *filling)
{
    struct csv_splitter *splitter = &finder->splitter;
    const struct window *window = &finder->window;
    size_t before = splitter->at, line = splitter->line;
    splitter->fields = next_fields(block);
    bool is_record = csv_splitter_seek(splitter, limit);
    size_t start = splitter->at, start_line = splitter->line;
    bool is_closed = !is_record || csv_splitter_take(splitter);
    if ((!is_closed || splitter->at >= window->length) && !window->is_end)
        *filling = NEEDS_MORE;
    else if (!is_closed)
        *filling = QUOTE_OPEN;
    else
        *filling = is_record ? FILLED : AT_LIMIT;
    if (*filling == QUOTE_OPEN)
        batch->error_line = splitter->line + 1;
    if (*filling == QUOTE_OPEN || *filling == NEEDS_MORE)
        go_back(finder, before, line);
    if (*filling == FILLED)
        add_record(finder, block, batch, start, start_line);
    return *filling == FILLED;
}

enum filling record_finder_fill(struct record_finder *finder, struct block *block, size_t most,
                                struct batch *batch, uint64_t limit)
{
    const struct window *window = &finder->window;
    size_t end = limit > window->offset ? (size_t)(limit - window->offset) : 0;
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

/* From its first byte on, which is the start of a line. */
static void show(struct record_finder *finder, size_t line)
{
    const struct window *window = &finder->window;
    finder->splitter.bytes = window_bytes(window);
    finder->is_utf8 = encoding_is_utf8(finder->splitter.bytes, !window->is_end);
    go_back(finder, 0, line);
}

bool record_finder_start(struct record_finder *finder, uint64_t start, size_t size)
{
    arena_release(&finder->copies);
    window_move(&finder->window, finder->plan->source, start, least(size + SLACK, FIRST_READ));
    show(finder, 0);
    return finder->window.has_memory;
}

bool record_finder_read_on(struct record_finder *finder, struct batch *batch, uint64_t limit,
                           size_t reach)
{
    struct window *window = &finder->window;
    size_t from = finder->splitter.at;
    if (window->error) {
        batch_break(batch, window->error);
        return false;
    }
    if (window->length - from > reach && window->offset + from < limit) {
        batch->how = BATCH_CUT;
        return false;
    }
    size_t rest = window->length - from;
    window_extend(window, finder->plan->source, from);
    show(finder, finder->splitter.line);
    if (!window->has_memory)
        batch_break(batch, "out of memory");
    else if (window->is_dry && window->length == rest)
        batch_end_dry(batch, window->offset + window->length);
    else
        return true;
    return false;
}

uint64_t record_finder_place(const struct record_finder *finder)
{
    return finder->window.offset + finder->splitter.at;
}

bool record_finder_is_at_end(const struct record_finder *finder)
{
    return finder->window.is_end && finder->splitter.at >= finder->window.length;
}

/* --- guessing --- */

/* Behind the first line end at or behind `at`; the length of the bytes where there is none. */
static size_t next_line(struct text bytes, size_t at)
{
    while (at < bytes.length && bytes.data[at] != '\n' && bytes.data[at] != '\r')
        at++;
    if (at + 1 < bytes.length && bytes.data[at] == '\r' && bytes.data[at + 1] == '\n')
        at++;
    return at < bytes.length ? at + 1 : at;
}

/* Whether the next records have the right width, as far as they can be seen. */
static bool looks_like_records(struct record_finder *finder, size_t at)
{
    struct csv_splitter *splitter = &finder->splitter;
    size_t seen = 0;
    splitter->room = 0;
    go_back(finder, at, 0);
    for (; seen < GUESS_RECORDS && csv_splitter_seek(splitter, SIZE_MAX); seen++) {
        bool is_closed = csv_splitter_take(splitter);
        if (splitter->at >= finder->window.length && !finder->window.is_end)
            break;
        if (!is_closed || !has_right_width(finder->plan->mapping, splitter->count, 0))
            return false;
    }
    return seen > 0;
}

bool record_finder_guess(struct record_finder *finder, uint64_t from, size_t size, uint64_t *start)
{
    struct window *window = &finder->window;
    window_move(window, finder->plan->source, from - 1, least(1 + size + SLACK, FIRST_READ));
    struct text bytes = finder->splitter.bytes = window_bytes(window);
    size_t at = next_line(bytes, 0);
    for (size_t i = 0; i < GUESS_LINES && at < window->length; i++) {
        if (looks_like_records(finder, at)) {
            *start = window->offset + at;
            return true;
        }
        at = next_line(bytes, at);
    }
    *start = from;
    return window->is_end && !window->error && at >= window->length;
}

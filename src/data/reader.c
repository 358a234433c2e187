/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part is read in blocks of some hundred records, whose fields fit a cache: first the splitter
 * finds the fields of all of them, then each column in turn makes cells of its fields. So the loops
 * are short, each column's dictionary is at hand while it is worked on, and nothing is asked about
 * a field that its column has not answered already.
 */
#include "config.h"

#include "data/reader.h"

#include "base/array.h"
#include "data/csv_split.h"
#include "data/encoding.h"
#include "data/row_check.h"
#include "data/window.h"
#include "data/word_pattern.h"

#include <stdlib.h>

#define BLOCK_FIELDS ((size_t)4096)
#define BLOCK_RECORDS ((size_t)1024)
/* Read behind the limit of a part, for the end of its last record. */
#define SLACK ((size_t)8 * 1024)
/* Pieces of this size, counted from the start of the file, are in one encoding. */
#define ENCODING_PIECE ((uint64_t)512 * 1024)
#define GUESS_RECORDS 4
#define GUESS_LINES 64

struct reader {
    const struct load_plan *plan;
    struct cells *cells; /* for each column of the mapping */
    struct text_store texts;
    struct window window;
    struct csv_splitter splitter;
    struct arena copies; /* of fields of the block that are not as in the file */
    struct block block;
    size_t block_records; /* there is room for */
    size_t row_capacity;
    struct text *gathered; /* cells of one column, one a row */
    bool *suspect;         /* rows of the block that may be problems */
    size_t gathered_capacity, suspect_capacity;
    struct buffer joined;
    uint64_t piece; /* that the encoding is of */
    enum encoding encoding;
    bool is_piece_known;
};

static size_t width_of(const struct reader *reader)
{
    return reader->plan->mapping->file_columns;
}

struct reader *reader_new(const struct load_plan *plan)
{
    struct reader *reader = xcalloc(1, sizeof *reader);
    size_t columns = plan->mapping->column_count, width = plan->mapping->file_columns;
    reader->plan = plan;
    reader->cells = xcalloc(columns, sizeof *reader->cells);
    for (size_t i = 0; i < columns; i++)
        cells_init(&reader->cells[i], plan, i);
    size_t records = width ? BLOCK_FIELDS / width : BLOCK_RECORDS;
    records = records > BLOCK_RECORDS ? BLOCK_RECORDS : records ? records : 1;
    reader->block_records = records;
    reader->block = (struct block){.width = width,
                                   .fields = xcalloc(records * width, sizeof(struct text)),
                                   .starts = xcalloc(records, sizeof(uint32_t)),
                                   .lines = xcalloc(records, sizeof(size_t))};
    reader->splitter =
        (struct csv_splitter){.separator = plan->separator, .copies = &reader->copies};
    return reader;
}

void reader_free(struct reader *reader, struct text_store *texts)
{
    if (!reader)
        return;
    for (size_t i = 0; i < reader->plan->mapping->column_count; i++)
        cells_release(&reader->cells[i]);
    text_store_move(texts, &reader->texts);
    window_release(&reader->window);
    arena_release(&reader->copies);
    buffer_release(&reader->joined);
    free(reader->cells);
    free(reader->block.fields);
    free(reader->block.starts);
    free(reader->block.lines);
    free(reader->block.row_record);
    free(reader->block.row_melted);
    free(reader->gathered);
    free(reader->suspect);
    free(reader);
}

/* --- encoding --- */

static enum encoding recognise_piece(struct reader *reader, uint64_t piece)
{
    struct window window = {0};
    window_move(&window, reader->plan->source, piece * ENCODING_PIECE, ENCODING_PIECE);
    enum encoding encoding = encoding_recognise(window_bytes(&window), piece > 0, !window.is_end);
    window_release(&window);
    return encoding;
}

static enum encoding encoding_at(struct reader *reader, uint64_t offset)
{
    uint64_t piece = offset / ENCODING_PIECE;
    if (reader->window.is_ascii)
        return ENCODING_UTF8;
    if (!reader->is_piece_known || piece != reader->piece) {
        reader->encoding = recognise_piece(reader, piece);
        reader->piece = piece;
        reader->is_piece_known = true;
    }
    return reader->encoding;
}

static void decode_fields(struct reader *reader, struct text *fields, size_t count)
{
    struct buffer decoded = {0};
    for (size_t i = 0; i < count; i++) {
        if (encoding_is_ascii(fields[i]))
            continue;
        buffer_truncate(&decoded, 0);
        text_decode_cp1252(&decoded, fields[i]);
        char *copy = arena_alloc(&reader->copies, decoded.length + TEXT_PADDING);
        memcpy(copy, decoded.data, decoded.length);
        fields[i] = (struct text){copy, decoded.length};
    }
    buffer_release(&decoded);
}

/* --- records --- */

static bool is_one_of(const struct left_out *rule, struct text word)
{
    for (size_t i = 0; i < rule->word_count; i++)
        if (word_pattern_fits(text_of(rule->words[i]), word))
            return true;
    return false;
}

static bool is_left_out(const struct reader *reader, struct batch *batch, const struct text *fields)
{
    const struct mapping *mapping = reader->plan->mapping;
    for (size_t i = 0; i < mapping->left_out_count; i++) {
        const struct left_out *rule = &mapping->left_out[i];
        if (is_one_of(rule, text_trim(fields[rule->column])) == rule->is_not)
            continue;
        batch->left_out[i]++;
        return true;
    }
    return false;
}

static bool has_right_width(const struct reader *reader, size_t count, size_t excess)
{
    const struct mapping *mapping = reader->plan->mapping;
    size_t width = mapping->file_columns;
    return count == width || (count < width && mapping->allows_short) ||
           (count > width && mapping->allows_trailing_empty && !excess);
}

static void refuse_width(const struct reader *reader, struct batch *batch, size_t line)
{
    size_t count = reader->splitter.count, width = width_of(reader);
    problem_add(&batch->problems, reader->plan->path, line + 1, 0,
                "the row has %zu field%s, the header has %zu; %s", count, count == 1 ? "" : "s",
                width,
                count > width ? "put a text that holds the separator in quotes (\"...\")"
                              : "write the separator for empty fields too");
}

/* The record that the splitter has taken, of which the fields stand behind those of the block. */
static void add_record(struct reader *reader, struct batch *batch, size_t start, size_t line)
{
    struct block *block = &reader->block;
    struct csv_splitter *splitter = &reader->splitter;
    uint64_t offset = reader->window.offset + start;
    size_t known = splitter->count < block->width ? splitter->count : block->width;
    for (size_t i = known; i < block->width; i++)
        splitter->fields[i] = padded_empty();
    if (encoding_at(reader, offset) == ENCODING_CP1252) {
        decode_fields(reader, splitter->fields, known);
        batch->is_decoded = true;
    }
    if (is_left_out(reader, batch, splitter->fields))
        return;
    if (splitter->count != block->width &&
        !has_right_width(reader, splitter->count, splitter->excess)) {
        refuse_width(reader, batch, line);
        return;
    }
    block->starts[block->records] = (uint32_t)(offset - batch->start);
    block->lines[block->records++] = line;
}

enum filling {
    FILLED,     /* the block is full */
    AT_LIMIT,   /* or the limit is reached ... */
    NEEDS_MORE, /* ... or the record does not end in the window ... */
    QUOTE_OPEN, /* ... or in the file */
};

/* Goes back to a place that was read already. */
static void go_back(struct reader *reader, size_t at, size_t line)
{
    reader->splitter.line = line;
    csv_splitter_start(&reader->splitter, at);
}

static enum filling fill_block(struct reader *reader, struct batch *batch, uint64_t limit)
{
    struct block *block = &reader->block;
    struct csv_splitter *splitter = &reader->splitter;
    const struct window *window = &reader->window;
    block->records = 0;
    while (block->records < reader->block_records) {
        size_t before = splitter->at, line = splitter->line, quote_line = 0;
        splitter->fields = block->fields + block->records * block->width;
        splitter->room = block->width;
        bool is_record = csv_splitter_seek(
            splitter, limit > window->offset ? (size_t)(limit - window->offset) : 0);
        size_t start = splitter->at, start_line = splitter->line;
        bool is_closed = !is_record || csv_splitter_take(splitter);
        if (!is_closed)
            quote_line = splitter->line;
        if ((!is_closed || splitter->at >= window->length) && !window->is_end) {
            go_back(reader, before, line);
            return NEEDS_MORE;
        }
        if (!is_closed) {
            batch->error_line = quote_line + 1;
            go_back(reader, before, line);
            return QUOTE_OPEN;
        }
        if (!is_record)
            return AT_LIMIT;
        add_record(reader, batch, start, start_line);
    }
    return FILLED;
}

/* --- rows --- */

static void reserve_rows(struct reader *reader, size_t rows)
{
    ARRAY_RESERVE(reader->gathered, rows, reader->gathered_capacity);
    ARRAY_RESERVE(reader->suspect, rows, reader->suspect_capacity);
}

/* A row for each cell that states something. */
static void melt(struct reader *reader)
{
    const struct mapping *mapping = reader->plan->mapping;
    struct block *block = &reader->block;
    const struct mapped_column *column = mapping->columns;
    while (column < mapping->columns + mapping->column_count && column->origin != ORIGIN_MELTED)
        column++;
    size_t most = block->records * mapping->melted_count;
    if (most > reader->row_capacity) {
        block->row_record = xreallocarray(block->row_record, most, sizeof *block->row_record);
        block->row_melted = xreallocarray(block->row_melted, most, sizeof *block->row_melted);
        reader->row_capacity = most;
    }
    block->rows = 0;
    for (size_t record = 0; record < block->records; record++)
        for (size_t i = 0; i < mapping->melted_count; i++) {
            struct text cell =
                text_trim(block->fields[record * block->width + mapping->melted[i].column]);
            if (!cell.length || load_plan_is_missing(column, cell))
                continue;
            block->row_record[block->rows] = (uint32_t)record;
            block->row_melted[block->rows++] = (uint32_t)i;
        }
}

/* Where a column is not simply one of the file, its cells are gathered first. */
static bool take_gathered(struct reader *reader, struct batch *batch, size_t column)
{
    struct block *block = &reader->block;
    for (size_t row = 0; row < block->rows; row++)
        reader->gathered[row] = load_plan_cell(reader->plan, block, row, column, &reader->joined);
    return cells_take(&reader->cells[column], &batch->columns[column], batch->rows,
                      reader->gathered, 1, block->rows, &reader->texts);
}

/* ... or made, one by one. */
static bool take_joined(struct reader *reader, struct batch *batch, size_t column)
{
    struct block *block = &reader->block;
    for (size_t row = 0; row < block->rows; row++) {
        buffer_truncate(&reader->joined, 0);
        struct text cell = load_plan_cell(reader->plan, block, row, column, &reader->joined);
        if (!cells_take(&reader->cells[column], &batch->columns[column], batch->rows + row, &cell,
                        1, 1, &reader->texts))
            return false;
    }
    return true;
}

static bool take_column(struct reader *reader, struct batch *batch, size_t column)
{
    const struct mapped_column *mapped = &reader->plan->mapping->columns[column];
    struct block *block = &reader->block;
    if (!load_plan_has_cells(mapped))
        return true;
    if (mapped->origin == ORIGIN_JOINED)
        return take_joined(reader, batch, column);
    if (block->row_record)
        return take_gathered(reader, batch, column);
    return cells_take(&reader->cells[column], &batch->columns[column], batch->rows,
                      block->fields + mapped->from[0], block->width, block->rows, &reader->texts);
}

static void place_rows(struct reader *reader, struct batch *batch)
{
    struct block *block = &reader->block;
    uint32_t *offsets = batch->offsets.data;
    struct row_places lines = {
        .runs = batch->runs, .run_count = batch->run_count, .run_capacity = batch->run_capacity};
    for (size_t row = 0; row < block->rows; row++) {
        size_t record = block_record(block, row);
        offsets[batch->rows + row] = block->starts[record];
        row_places_add_line(&lines, batch->rows + row, block->lines[record]);
    }
    batch->runs = lines.runs;
    batch->run_count = lines.run_count;
    batch->run_capacity = lines.run_capacity;
}

/* Finds the rows that are problems, and says so. */
static void check_rows(struct reader *reader, struct batch *batch)
{
    const struct load_plan *plan = reader->plan;
    struct block *block = &reader->block;
    bool *dropped = batch->dropped.data;
    memset(reader->suspect, 0, block->rows);
    memset(dropped + batch->rows, 0, block->rows);
    for (size_t i = 0; i < plan->mapping->column_count; i++)
        if (load_plan_has_cells(&plan->mapping->columns[i]))
            cells_judge(&reader->cells[i], &batch->columns[i], batch->rows, block->rows,
                        reader->suspect);
    if (plan->mapping->form == FORM_CLAIMS)
        row_judge_claims(plan, reader->cells, batch, batch->rows, block->rows, reader->suspect);
    for (size_t row = 0; row < block->rows; row++)
        if (reader->suspect[row] && !row_check(plan, block, row, &batch->problems))
            batch_drop(batch, batch->rows + row);
}

static void note_ids(struct reader *reader, struct batch *batch)
{
    const struct load_plan *plan = reader->plan;
    const struct block *block = &reader->block;
    size_t column = plan->column[FIELD_ID];
    if (plan->mapping->form != FORM_CLAIMS || column == NO_COLUMN)
        return;
    ARRAY_RESERVE(batch->ids, batch->id_count + block->rows, batch->id_capacity);
    for (size_t row = 0; row < block->rows; row++) {
        struct text id = load_plan_cell(plan, block, row, column, NULL);
        if (id.length)
            batch->ids[batch->id_count++] = (struct record_id){
                dictionary_hash(plan->id_key, id), block->lines[row], batch->rows + row};
    }
}

/* Makes rows of the records of the block; false without memory. */
static bool take_block(struct reader *reader, struct batch *batch)
{
    const struct mapping *mapping = reader->plan->mapping;
    struct block *block = &reader->block;
    bool has_memory = true;
    block->rows = block->records;
    if (mapping->melted_count)
        melt(reader);
    reserve_rows(reader, block->rows);
    if (!block->rows)
        return true;
    if (!batch_reserve(batch, mapping, batch->rows + block->rows))
        return false;
    for (size_t i = 0; has_memory && i < mapping->column_count; i++)
        has_memory = take_column(reader, batch, i);
    if (!has_memory)
        return false;
    place_rows(reader, batch);
    check_rows(reader, batch);
    note_ids(reader, batch);
    batch->rows += block->rows;
    return true;
}

/* --- parts --- */

static void show(struct reader *reader, size_t at, size_t line)
{
    reader->splitter.bytes = window_bytes(&reader->window);
    go_back(reader, at, line);
}

static void end_broken(struct batch *batch, const char *reason)
{
    batch->how = BATCH_BROKEN;
    batch->error = xstrdup(reason);
}

/* More of the file; false where there is none to be had, and the batch says why. */
static bool read_on(struct reader *reader, struct batch *batch, uint64_t limit, size_t reach)
{
    struct window *window = &reader->window;
    size_t from = reader->splitter.at;
    if (window->error) {
        end_broken(batch, window->error);
        return false;
    }
    if (window->length - from > reach && window->offset + from < limit) {
        batch->how = BATCH_CUT;
        return false;
    }
    window_extend(window, reader->plan->source, from);
    show(reader, 0, reader->splitter.line);
    if (!window->has_memory)
        end_broken(batch, "out of memory");
    return window->has_memory;
}

static void end_at_open_quote(struct batch *batch)
{
    struct error error = {0};
    csv_refuse_open_quote(&error);
    end_broken(batch, error.text);
    error_release(&error);
}

static void read_blocks(struct reader *reader, struct batch *batch, uint64_t limit, size_t reach)
{
    for (;;) {
        enum filling filling = fill_block(reader, batch, limit);
        bool has_memory = take_block(reader, batch);
        arena_release(&reader->copies);
        batch->end = reader->window.offset + reader->splitter.at;
        batch->lines = reader->splitter.line;
        if (!has_memory)
            end_broken(batch, "out of memory");
        else if (filling == QUOTE_OPEN)
            end_at_open_quote(batch);
        else if (filling == AT_LIMIT)
            batch->how = reader->window.is_end && reader->splitter.at >= reader->window.length
                             ? BATCH_LAST
                             : BATCH_DONE;
        else if (filling == FILLED || read_on(reader, batch, limit, reach))
            continue;
        return;
    }
}

void reader_read(struct reader *reader, struct batch *batch, uint64_t start, uint64_t limit,
                 size_t reach)
{
    const struct mapping *mapping = reader->plan->mapping;
    batch_clear(batch, mapping, start);
    for (size_t i = 0; i < mapping->column_count; i++)
        cells_begin(&reader->cells[i], &batch->columns[i]);
    window_move(&reader->window, reader->plan->source, start, (size_t)(limit - start) + SLACK);
    show(reader, 0, 0);
    if (reader->window.has_memory)
        read_blocks(reader, batch, limit, reach);
    else
        end_broken(batch, "out of memory");
    for (size_t i = 0; i < mapping->column_count; i++)
        cells_end(&reader->cells[i], &batch->columns[i]);
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
static bool looks_like_records(struct reader *reader, size_t at)
{
    struct csv_splitter *splitter = &reader->splitter;
    size_t seen = 0;
    splitter->room = 0;
    go_back(reader, at, 0);
    for (; seen < GUESS_RECORDS && csv_splitter_seek(splitter, SIZE_MAX); seen++) {
        bool is_closed = csv_splitter_take(splitter);
        if (splitter->at >= reader->window.length && !reader->window.is_end)
            break;
        if (!is_closed || !has_right_width(reader, splitter->count, 0))
            return false;
    }
    return seen > 0;
}

bool reader_guess(struct reader *reader, uint64_t from, size_t size, uint64_t *start)
{
    struct window *window = &reader->window;
    window_move(window, reader->plan->source, from - 1, size + SLACK);
    reader->splitter.bytes = window_bytes(window);
    size_t at = next_line(reader->splitter.bytes, 0);
    for (size_t i = 0; i < GUESS_LINES && at < window->length; i++) {
        if (looks_like_records(reader, at)) {
            *start = window->offset + at;
            return true;
        }
        at = next_line(reader->splitter.bytes, at);
    }
    *start = from;
    return window->is_end && !window->error && at >= window->length;
}

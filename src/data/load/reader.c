/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part is read in blocks of some hundred records, whose fields fit in a cache. First the splitter
 * finds the fields of all records, then each column encodes its fields. So the loops are short, the
 * dictionary of one column is in the cache while it is used, and each field is examined once.
 */
#include "config.h"

#include "data/load/reader.h"

#include "base/array.h"
#include "data/load/column_encoder.h"
#include "data/load/record_scanner.h"
#include "data/load/row_check.h"

#include <stdlib.h>

#define BLOCK_FIELDS ((size_t)2048)
#define BLOCK_RECORDS ((size_t)1024)

struct reader {
    const struct load_plan *plan;
    struct column_encoder *encoder; /* one for each column of the mapping */
    struct text_store texts;
    struct record_scanner finder;
    struct block block;
    size_t block_records; /* records allocated */
    size_t row_capacity;
    struct text *gathered; /* the texts of one column, one per row */
    bool *suspect;         /* for each row of the block: it may be a problem */
    size_t gathered_capacity, suspect_capacity;
    struct buffer joined;
};

struct reader *reader_new(const struct load_plan *plan)
{
    struct reader *reader = xcalloc(1, sizeof *reader);
    size_t columns = plan->mapping->column_count, width = plan->mapping->file_columns;
    reader->plan = plan;
    reader->encoder = xcalloc(columns, sizeof *reader->encoder);
    for (size_t i = 0; i < columns; i++)
        column_encoder_init(&reader->encoder[i], plan, i);
    size_t records = width ? BLOCK_FIELDS / width : BLOCK_RECORDS;
    records = records > BLOCK_RECORDS ? BLOCK_RECORDS : records ? records : 1;
    reader->block_records = records;
    reader->block =
        (struct block){.width = width,
                       .fields = xcalloc(records * width + CSV_FIELDS_BEHIND, sizeof(struct text)),
                       .starts = xcalloc(records, sizeof(uint32_t)),
                       .lines = xcalloc(records, sizeof(size_t))};
    record_scanner_init(&reader->finder, plan);
    return reader;
}

void reader_free(struct reader *reader, struct text_store *texts)
{
    if (!reader)
        return;
    for (size_t i = 0; i < reader->plan->mapping->column_count; i++)
        column_encoder_release(&reader->encoder[i]);
    text_store_move(texts, &reader->texts);
    record_scanner_release(&reader->finder);
    buffer_release(&reader->joined);
    free(reader->encoder);
    free(reader->block.fields);
    free(reader->block.starts);
    free(reader->block.lines);
    free(reader->block.row_record);
    free(reader->block.row_melted);
    free(reader->gathered);
    free(reader->suspect);
    free(reader);
}

/* --- rows --- */

static void reserve_rows(struct reader *reader, size_t rows)
{
    ARRAY_RESERVE(reader->gathered, rows, reader->gathered_capacity);
    ARRAY_RESERVE(reader->suspect, rows, reader->suspect_capacity);
}

/* True for a comment, blank record or footnote, which is counted. */
static bool is_passed_over(const struct block *block, size_t record, struct batch *batch)
{
    const struct text *fields = block->fields + record * block->width;
    enum passed_kind kind = passed_recognise(fields, block->width, block->width);
    if (kind != PASSED_NOT)
        passed_note(batch->passed, kind, block->lines[record] + 1);
    return kind != PASSED_NOT;
}

/* Makes a row from each cell that has a value. */
static void melt(struct reader *reader, struct batch *batch)
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
    for (size_t record = 0; record < block->records; record++) {
        size_t before = block->rows;
        for (size_t i = 0; i < mapping->melted_count; i++) {
            struct text cell =
                text_trim(block->fields[record * block->width + mapping->melted[i].column]);
            if (!cell.length || load_plan_is_missing(column, cell))
                continue;
            block->row_record[block->rows] = (uint32_t)record;
            block->row_melted[block->rows++] = (uint32_t)i;
        }
        if (block->rows > before || !is_passed_over(block, record, batch))
            batch->empty_cells += mapping->melted_count - (block->rows - before);
    }
}

/* The texts of a column that is not simply a column of the file are collected first. */
static bool take_gathered(struct reader *reader, struct batch *batch, size_t column)
{
    struct block *block = &reader->block;
    for (size_t row = 0; row < block->rows; row++)
        reader->gathered[row] = load_plan_cell(reader->plan, block, row, column, &reader->joined);
    return column_encoder_take(&reader->encoder[column], &batch->columns[column], batch->rows,
                               reader->gathered, 1, block->rows, &reader->texts);
}

/* The texts are composed in one buffer, which may move while it grows. */
static bool take_joined(struct reader *reader, struct batch *batch, size_t column)
{
    struct block *block = &reader->block;
    buffer_truncate(&reader->joined, 0);
    for (size_t row = 0; row < block->rows; row++)
        reader->gathered[row] = load_plan_cell(reader->plan, block, row, column, &reader->joined);
    size_t at = 0;
    for (size_t row = 0; row < block->rows; row++) {
        reader->gathered[row].data = reader->joined.data + at;
        at += reader->gathered[row].length + TEXT_PADDING;
    }
    return column_encoder_take(&reader->encoder[column], &batch->columns[column], batch->rows,
                               reader->gathered, 1, block->rows, &reader->texts);
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
    return column_encoder_take(&reader->encoder[column], &batch->columns[column], batch->rows,
                               block->fields + mapped->from[0], block->width, block->rows,
                               &reader->texts);
}

/* True if each row is a record of its own, each on the line after the one before. */
static bool has_lines_of_its_own(const struct block *block)
{
    return !block->row_record && block->rows &&
           block->lines[block->rows - 1] - block->lines[0] == block->rows - 1;
}

static void place_rows(struct reader *reader, struct batch *batch)
{
    struct block *block = &reader->block;
    uint32_t *offsets = (uint32_t *)batch->offsets.data + batch->rows;
    struct row_offsets lines = {
        .runs = batch->runs, .run_count = batch->run_count, .run_capacity = batch->run_capacity};
    size_t different = has_lines_of_its_own(block) ? 1 : block->rows;
    for (size_t row = 0; row < block->rows; row++)
        offsets[row] = block->starts[block_record(block, row)];
    for (size_t row = 0; row < different; row++)
        row_offsets_add_line(&lines, batch->rows + row, block->lines[block_record(block, row)]);
    batch->runs = lines.runs;
    batch->run_count = lines.run_count;
    batch->run_capacity = lines.run_capacity;
}

/* Finds the rows that are problems and adds the problems. */
static void check_rows(struct reader *reader, struct batch *batch)
{
    const struct load_plan *plan = reader->plan;
    struct block *block = &reader->block;
    bool *dropped = batch->dropped.data;
    memset(reader->suspect, 0, block->rows);
    memset(dropped + batch->rows, 0, block->rows);
    for (size_t i = 0; i < plan->mapping->column_count; i++)
        if (load_plan_has_cells(&plan->mapping->columns[i]))
            column_encoder_judge(&reader->encoder[i], &batch->columns[i], batch->rows, block->rows,
                                 reader->suspect);
    if (plan->mapping->form == FORM_CLAIMS)
        row_judge_claims(plan, reader->encoder[plan->column[FIELD_KIND]].meanings, batch,
                         batch->rows, block->rows, reader->suspect);
    const bool *suspect = reader->suspect, *end = suspect + block->rows;
    for (; (suspect = memchr(suspect, true, (size_t)(end - suspect))); suspect++) {
        size_t row = (size_t)(suspect - reader->suspect);
        bool is_passed = is_passed_over(block, block_record(block, row), batch);
        batch->passed_rows += is_passed;
        if (is_passed || !row_check(plan, block, row, &batch->problems))
            batch_drop(batch, batch->rows + row);
    }
}

/* Counts the numbers of this block that are not exactly what the file says. */
static void note_rounded(const struct reader *reader, struct batch *batch)
{
    const struct block *block = &reader->block;
    struct passed *passed = &batch->passed[PASSED_ROUNDED];
    for (size_t i = 0; i < reader->plan->mapping->column_count; i++) {
        struct batch_column *column = &batch->columns[i];
        if (!column->rounded)
            continue;
        size_t record = block_record(block, column->first_rounded - batch->rows);
        if (!passed->count || passed->line > block->lines[record] + 1)
            passed->line = block->lines[record] + 1;
        passed->count += column->rounded;
        column->rounded = 0;
    }
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

/* Makes rows from the records of the block. Returns false without memory. */
static bool take_block(struct reader *reader, struct batch *batch)
{
    const struct mapping *mapping = reader->plan->mapping;
    struct block *block = &reader->block;
    bool has_memory = true;
    block->rows = block->records;
    if (mapping->melted_count)
        melt(reader, batch);
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
    note_rounded(reader, batch);
    batch->rows += block->rows;
    return true;
}

/* --- parts --- */

static void read_blocks(struct reader *reader, struct batch *batch, uint64_t limit, size_t reach)
{
    struct record_scanner *finder = &reader->finder;
    for (;;) {
        enum filling filling =
            record_scanner_fill(finder, &reader->block, reader->block_records, batch, limit);
        bool has_memory = take_block(reader, batch);
        arena_release(&finder->copies);
        batch->end = record_scanner_place(finder);
        batch->lines = finder->splitter.line;
        if (!has_memory)
            batch_break(batch, "out of memory");
        else if (filling == AT_LIMIT)
            batch->how = record_scanner_is_at_end(finder) ? BATCH_LAST : BATCH_DONE;
        else if (filling == FILLED || record_scanner_read_on(finder, batch, limit, reach))
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
        column_encoder_begin(&reader->encoder[i], &batch->columns[i]);
    if (record_scanner_start(&reader->finder, start, (size_t)(limit - start)))
        read_blocks(reader, batch, limit, reach);
    else
        batch_break(batch, "out of memory");
    for (size_t i = 0; i < mapping->column_count; i++)
        column_encoder_end(&reader->encoder[i], &batch->columns[i]);
}

bool reader_guess(struct reader *reader, uint64_t from, size_t size, uint64_t *start)
{
    return record_scanner_guess(&reader->finder, from, size, start);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the records of a part of a file, block by block. Records of a wrong width and those that
 * the mapping skips are dropped.
 */
#ifndef TRADESCOPE_DATA_LOAD_RECORD_SCANNER_H
#define TRADESCOPE_DATA_LOAD_RECORD_SCANNER_H

#include "data/load/batch.h"
#include "data/csv/csv_split.h"
#include "data/io/encoding.h"
#include "data/load/skip_rules.h"
#include "data/load/load_plan.h"
#include "data/io/read_buffer.h"

struct record_scanner {
    const struct load_plan *plan;
    struct read_buffer read_buffer;
    struct csv_splitter splitter;
    struct arena copies; /* for fields that differ from the text in the file */
    struct skip_rules_check left_out;
    bool is_utf8; /* the whole buffer is UTF-8 */
};

void record_scanner_init(struct record_scanner *finder, const struct load_plan *plan);
void record_scanner_release(struct record_scanner *finder);

/*
 * Finds the first record at or after `from`: the start of a line from which several records have
 * the width of the header. Returns false if there is none. This is a guess, except at the start of
 * the file: the line may lie inside quotes.
 */
bool record_scanner_guess(struct record_scanner *finder, uint64_t from, size_t size,
                          uint64_t *start);
/*
 * Moves to an offset of the file, where lines count from 0, and reads `size` bytes. Returns false
 * without memory.
 */
bool record_scanner_start(struct record_scanner *finder, uint64_t start, size_t size);

enum filling {
    FILLED,     /* the block is full */
    AT_LIMIT,   /* the limit is reached */
    NEEDS_MORE, /* the record does not end in the buffer */
};

/*
 * Fills the block with at most `most` records that start before `limit`. Problems and skipped
 * records are added to the batch.
 */
enum filling record_scanner_fill(struct record_scanner *finder, struct block *block, size_t most,
                                 struct batch *batch, uint64_t limit);
/* Reads more of the file. Returns false if there is none; the batch says why. */
bool record_scanner_read_on(struct record_scanner *finder, struct batch *batch, uint64_t limit,
                            size_t reach);
/* Returns the file offset behind the records taken. */
uint64_t record_scanner_place(const struct record_scanner *finder);
bool record_scanner_is_at_end(const struct record_scanner *finder);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the records of a part of a file are: block by block, with those left out that have another
 * width than the header, or that the mapping leaves out.
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
    struct arena copies; /* of fields of the block that are not as in the file */
    struct skip_rules_check left_out;
    bool is_utf8; /* all that the window shows */
};

void record_scanner_init(struct record_scanner *finder, const struct load_plan *plan);
void record_scanner_release(struct record_scanner *finder);

/*
 * Where the first record seems to start that starts at `from` or behind it: at the start of a line
 * from which on some records have the width of the header. False where nothing looks like that.
 * Behind the first part of a file this is a guess: the line may lie inside quotes.
 */
bool record_scanner_guess(struct record_scanner *finder, uint64_t from, size_t size,
                          uint64_t *start);
/* Goes to a place of the file, where lines are counted from 0, and reads so many bytes. False
 * without memory. */
bool record_scanner_start(struct record_scanner *finder, uint64_t start, size_t size);

enum filling {
    FILLED,     /* the block is full */
    AT_LIMIT,   /* or the limit is reached ... */
    NEEDS_MORE, /* ... or the record does not end in the window */
};

/* Fills the block with at most so many records that start before `limit`. The batch gets the
 * problems and counts what was left out. */
enum filling record_scanner_fill(struct record_scanner *finder, struct block *block, size_t most,
                                 struct batch *batch, uint64_t limit);
/* Reads more of the file; false where there is none to be had, and the batch says why. */
bool record_scanner_read_on(struct record_scanner *finder, struct batch *batch, uint64_t limit,
                            size_t reach);
/* The end of what was taken, as a place in the file. */
uint64_t record_scanner_place(const struct record_scanner *finder);
bool record_scanner_is_at_end(const struct record_scanner *finder);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the records of a part of a file are: block by block, with those left out that have another
 * width than the header, or that the mapping leaves out.
 */
#ifndef TRADESCOPE_DATA_LOAD_RECORD_FINDER_H
#define TRADESCOPE_DATA_LOAD_RECORD_FINDER_H

#include "data/load/batch.h"
#include "data/csv/csv_split.h"
#include "data/io/encoding.h"
#include "data/load/left_out.h"
#include "data/load/load_plan.h"
#include "data/io/window.h"

struct record_finder {
    const struct load_plan *plan;
    struct window window;
    struct csv_splitter splitter;
    struct arena copies; /* of fields of the block that are not as in the file */
    struct left_out_check left_out;
    bool is_utf8; /* all that the window shows */
};

void record_finder_init(struct record_finder *finder, const struct load_plan *plan);
void record_finder_release(struct record_finder *finder);

/*
 * Where the first record seems to start that starts at `from` or behind it: at the start of a line
 * from which on some records have the width of the header. False where nothing looks like that.
 * Behind the first part of a file this is a guess: the line may lie inside quotes.
 */
bool record_finder_guess(struct record_finder *finder, uint64_t from, size_t size, uint64_t *start);
/* Goes to a place of the file, where lines are counted from 0, and reads so many bytes. False
 * without memory. */
bool record_finder_start(struct record_finder *finder, uint64_t start, size_t size);

enum filling {
    FILLED,     /* the block is full */
    AT_LIMIT,   /* or the limit is reached ... */
    NEEDS_MORE, /* ... or the record does not end in the window */
};

/* Fills the block with at most so many records that start before `limit`. The batch gets the
 * problems and counts what was left out. */
enum filling record_finder_fill(struct record_finder *finder, struct block *block, size_t most,
                                struct batch *batch, uint64_t limit);
/* Reads more of the file; false where there is none to be had, and the batch says why. */
bool record_finder_read_on(struct record_finder *finder, struct batch *batch, uint64_t limit,
                           size_t reach);
/* The end of what was taken, as a place in the file. */
uint64_t record_finder_place(const struct record_finder *finder);
bool record_finder_is_at_end(const struct record_finder *finder);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The state with which one thread turns parts of a file into batches. Several readers of one plan
 * work at the same time and share nothing else.
 */
#ifndef TRADESCOPE_DATA_LOAD_READER_H
#define TRADESCOPE_DATA_LOAD_READER_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

struct reader;

struct reader *reader_new(const struct load_plan *plan);
/* Moves the texts of all batches and words to `texts`. */
void reader_free(struct reader *reader, struct text_store *texts);

/* As record_scanner_guess(). */
bool reader_guess(struct reader *reader, uint64_t from, size_t size, uint64_t *start);
/*
 * Reads the records that start between `start`, the start of a line, and `limit`. A record that
 * does not end within `reach` bytes ends the batch. The batch says how it ended.
 */
void reader_read(struct reader *reader, struct batch *batch, uint64_t start, uint64_t limit,
                 size_t reach);

#endif

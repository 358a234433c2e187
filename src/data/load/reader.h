/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one thread has to turn parts of a file into batches. Several readers of one plan work side
 * by side; nothing of a reader is shared.
 */
#ifndef TRADESCOPE_DATA_LOAD_READER_H
#define TRADESCOPE_DATA_LOAD_READER_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

struct reader;

struct reader *reader_new(const struct load_plan *plan);
/* The texts of all batches and of their words live in the store; they are handed over to `texts`.
 */
void reader_free(struct reader *reader, struct text_store *texts);

/* As record_scanner_guess(). */
bool reader_guess(struct reader *reader, uint64_t from, size_t size, uint64_t *start);
/*
 * Reads the records that start between `start`, which is the start of a line, and `limit`. A record
 * that does not end within `reach` bytes cuts the batch short; how it ended is in the batch.
 */
void reader_read(struct reader *reader, struct batch *batch, uint64_t start, uint64_t limit,
                 size_t reach);

#endif

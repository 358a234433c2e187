/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Enters batches into the table: converts the codes of a thread's dictionaries to those of the
 * table. There is one merger for each reader; it remembers the table's codes of the reader's words.
 */
#ifndef TRADESCOPE_DATA_LOAD_CODE_MERGE_H
#define TRADESCOPE_DATA_LOAD_CODE_MERGE_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

struct code_merge;

struct code_merge *code_merge_new(const struct load_plan *plan);
void code_merge_free(struct code_merge *intake);
/* Learns the words that are new with a batch. Call it also for a batch that is not appended. */
void code_merge_learn(struct code_merge *intake, const struct batch *batch);
/* Returns the text of a cell, after code_merge_learn(). */
struct text code_merge_text(const struct code_merge *intake, const struct batch *batch,
                            size_t column, size_t row);
/*
 * Appends the rows of a settled batch to a table with the columns of the mapping. `line` is the
 * line of the batch's start. Makes room for at least `expected` rows. Returns false without memory:
 * the table is unchanged then, and the call can be repeated.
 */
bool code_merge_append(struct code_merge *intake, struct load_plan *plan, struct table *table,
                       const struct batch *batch, size_t line, size_t expected);

#endif

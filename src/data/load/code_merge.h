/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Batches enter the table: the codes of a thread's dictionaries become those of the table's. One
 * intake for each reader, for whose words it remembers what the table calls them.
 */
#ifndef TRADESCOPE_DATA_LOAD_CODE_MERGE_H
#define TRADESCOPE_DATA_LOAD_CODE_MERGE_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

struct code_merge;

struct code_merge *code_merge_new(const struct load_plan *plan);
void code_merge_free(struct code_merge *intake);
/* Learns the words that are new with a batch, also of one that does not enter. */
void code_merge_learn(struct code_merge *intake, const struct batch *batch);
/* The text of a cell of text, after code_merge_learn(). */
struct text code_merge_text(const struct code_merge *intake, const struct batch *batch,
                            size_t column, size_t row);
/*
 * Appends the rows of a settled batch to a table with the columns of the mapping; their first line
 * is `line` lines behind that of the batch. Room is made for `expected` rows where that is more.
 * False without memory: the table has no more rows then, and it can be tried again.
 */
bool code_merge_append(struct code_merge *intake, struct load_plan *plan, struct table *table,
                       const struct batch *batch, size_t line, size_t expected);

#endif

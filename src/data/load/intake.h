/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Batches enter the table: the codes of a thread's dictionaries become those of the table's. One
 * intake for each reader, for whose words it remembers what the table calls them.
 */
#ifndef TRADESCOPE_DATA_LOAD_INTAKE_H
#define TRADESCOPE_DATA_LOAD_INTAKE_H

#include "data/load/batch.h"
#include "data/load/load_plan.h"

struct intake;

struct intake *intake_new(const struct load_plan *plan);
void intake_free(struct intake *intake);
/* Learns the words that are new with a batch, also of one that does not enter. */
void intake_learn(struct intake *intake, const struct batch *batch);
/* The text of a cell of text, after intake_learn(). */
struct text intake_text(const struct intake *intake, const struct batch *batch, size_t column,
                        size_t row);
/*
 * Appends the rows of a settled batch to a table with the columns of the mapping; their first line
 * is `line` lines behind that of the batch. Room is made for `expected` rows where that is more.
 * False without memory: the table has no more rows then, and it can be tried again.
 */
bool intake_append(struct intake *intake, struct load_plan *plan, struct table *table,
                   const struct batch *batch, size_t line, size_t expected);

#endif

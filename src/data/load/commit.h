/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Enters the results of the readers into the dataset, in the order of the file: rows, problems,
 * counts of skipped records, and the meanings of new words.
 */
#ifndef TRADESCOPE_DATA_LOAD_COMMIT_H
#define TRADESCOPE_DATA_LOAD_COMMIT_H

#include "data/load/dataset.h"
#include "data/load/head.h"
#include "data/load/id_check.h"
#include "data/load/code_merge.h"

struct commit {
    struct dataset *dataset;
    struct load_plan *plan;
    struct id_check ids;
    size_t line;        /* on which the next batch starts, from 1 */
    size_t *translated; /* owned: for each translated column, the number of codes translated */
    uint64_t first;     /* offset of the first record */
};

/*
 * Adds the columns of plan->mapping and of all other fields to the dataset. `offset` and `line` are
 * the start of the records.
 */
void commit_start(struct commit *commit, struct dataset *dataset, struct load_plan *plan,
                  uint64_t offset, size_t line);
void commit_release(struct commit *commit);
/*
 * Enters a batch, which may be changed, with the merger of its reader. The file has `size` bytes, 0
 * if unknown. Returns false without memory: the dataset is unchanged then.
 */
bool commit_take(struct commit *commit, struct code_merge *code_merge, struct batch *batch,
                 uint64_t size);
/* Adds columns for the fields that the dataset lacks. */
void commit_add_absent(struct dataset *dataset);

#endif

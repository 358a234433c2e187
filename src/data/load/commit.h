/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers of a file bring, in the order of the file, enters the dataset: rows, problems,
 * what was left out, and what new words mean.
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
    size_t line;        /* on which what arrives next starts, from 1 */
    size_t *translated; /* owned: codes by now, of each translated column of the mapping */
    uint64_t first;     /* where the first record lies */
};

/* Gives the dataset the columns of plan->mapping, and those of all other fields. `offset` and
 * `line` are where the records start. */
void commit_start(struct commit *commit, struct dataset *dataset, struct load_plan *plan,
                  uint64_t offset, size_t line);
void commit_release(struct commit *commit);
/* Takes a batch over, which may be changed on the way, with the intake of its reader. The file has
 * `size` bytes (0 where that is unknown). False without memory: the dataset is as before then. */
bool commit_take(struct commit *commit, struct code_merge *code_merge, struct batch *batch,
                 uint64_t size);
/* Gives the dataset columns for the fields that have none. */
void commit_add_absent(struct dataset *dataset);

#endif

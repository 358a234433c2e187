/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several files as one data set of claims: the rows of others stand behind its own, each knows its
 * file, and can be taken off again.
 *
 *     struct dataset_mark own = dataset_mark(&dataset);
 *     dataset_append(&dataset, &other);
 *     ...
 *     dataset_rewind(&dataset, &own);
 */
#ifndef TRADESCOPE_DATA_LOAD_DATASET_JOIN_H
#define TRADESCOPE_DATA_LOAD_DATASET_JOIN_H

#include "data/load/dataset.h"

/* How much of a data set there is. */
struct dataset_mark {
    size_t rows, problems, notes, parts, file_columns, source_count;
    size_t count_of_kind[KIND_TARGET + 1];
};

struct dataset_mark dataset_mark(const struct dataset *dataset);
/* Takes off what came since. Words that are in no row any more stay known. */
void dataset_rewind(struct dataset *dataset, const struct dataset_mark *mark);
/*
 * Copies the rows and problems of another claims file. Its columns go to those of the same name;
 * one that is new is added behind.
 */
void dataset_append(struct dataset *dataset, const struct dataset *other);
/* A data set of claims without a file, for rows that the program makes. `path` names it. */
void dataset_init(struct dataset *dataset, const char *path);
/* The rows that are added from now on are of the file `path`. */
void dataset_begin_part(struct dataset *dataset, const char *path);
/* Counts kinds and sources again, after rows were added from `row` on. */
void dataset_count(struct dataset *dataset, size_t row);

/* Copies only the problems and notes of another file, whatever it is. */
void dataset_append_problems(struct dataset *dataset, const struct dataset *other);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several files as one data set of claims. The rows of other files follow its own; each row knows
 * its file, and appended rows can be removed again.
 *
 *     struct dataset_mark own = dataset_mark(&dataset);
 *     dataset_append(&dataset, &other);
 *     ...
 *     dataset_rewind(&dataset, &own);
 */
#ifndef TRADESCOPE_DATA_LOAD_DATASET_JOIN_H
#define TRADESCOPE_DATA_LOAD_DATASET_JOIN_H

#include "data/load/dataset.h"

/* The extent of a data set. */
struct dataset_mark {
    size_t rows, problems, notes, parts, file_columns, source_count;
    size_t count_of_kind[KIND_COUNT];
};

struct dataset_mark dataset_mark(const struct dataset *dataset);
/*
 * Removes what was added since the mark. Words that are no longer in any row stay in the
 * dictionaries.
 */
void dataset_rewind(struct dataset *dataset, const struct dataset_mark *mark);
/*
 * Copies the rows and problems of another claims file. Columns are matched by name; unknown ones
 * are added at the end.
 */
void dataset_append(struct dataset *dataset, const struct dataset *other);
/*
 * Makes a data set of claims without a file, for rows that the program computes. `path` is its
 * name.
 */
void dataset_init(struct dataset *dataset, const char *path);
/* Rows that are added from now on belong to the file `path`. */
void dataset_begin_part(struct dataset *dataset, const char *path);
/* Updates the counts of kinds and sources after rows were added from `row` on. */
void dataset_count(struct dataset *dataset, size_t row);

/* Copies only the problems and notes of another file, of any kind. */
void dataset_append_problems(struct dataset *dataset, const struct dataset *other);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The open files. The rows of all claims files are in one data set, model->dataset: those of the
 * first claims file, followed by those of the others. Statistics and plain tables are separate:
 * each has a data set of its own.
 */
#ifndef TRADESCOPE_MODEL_FILES_H
#define TRADESCOPE_MODEL_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "data/load/dataset.h"
#include "data/load/dataset_join.h"
#include "model/file_sums.h"
#include "model/filter_cache.h"
#include "query/rows/row_list.h"

/* Of the rows that pass the filters, those of the pair and product that are chosen. */
struct chosen_rows {
    struct row_list rows;
    char *key; /* owned: the choices that they are of; NULL while they are not known */
};

struct open_file {
    struct dataset *dataset; /* owned; NULL for the first, whose rows begin model->dataset */
    /*
     * For a separate file: the rows that pass the filters on its columns, as a list and as a set;
     * and during a preview, those that passed before.
     */
    struct row_list shown;
    struct filter_cache shown_rows, before_preview;
    struct chosen_rows chosen; /* see chosen_trade_rows() */
    struct file_sums sums;     /* of a file of statistics */
    size_t reported_problems;  /* for a file being loaded: the number of problems added to the list
                                  of all */
};

struct files {
    struct open_file *items; /* at least one */
    size_t count, capacity;
    size_t current;             /* chosen by the user, see model_shown_file() */
    struct dataset_mark base;   /* the end of the first file in model->dataset */
    struct dataset_mark joined; /* the end of all claims files; sums follow */
};

/* True if its rows are in a data set of its own. */
bool file_is_separate(const struct open_file *file);
void chosen_rows_release(struct chosen_rows *chosen);
void file_release(struct open_file *file);
/* Returns the name without its directory, or "standard input". */
const char *file_display_name(const char *path);

#endif

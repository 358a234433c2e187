/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files that are open. The rows of all claims files stand in one data set, model->dataset: that
 * of the first claims file, with the rows of the others behind its own. Statistics and plain tables
 * are separate: each has a data set of its own.
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
    /* Of a separate file: the rows that pass the filters on its columns, as a list and as a set;
     * and while a filter is previewed, those that passed before. */
    struct row_list shown;
    struct filter_cache shown_rows, before_preview;
    struct chosen_rows chosen; /* see chosen_trade_rows() */
    struct file_sums sums;    /* of a file of statistics */
    size_t reported_problems; /* of a file being loaded: how many are in the list of all */
};

struct files {
    struct open_file *items; /* at least one */
    size_t count, capacity;
    size_t current;             /* the choice of the user, see model_shown_file() */
    struct dataset_mark base;   /* where the rows of the first file end in model->dataset */
    struct dataset_mark joined; /* where those of all claims files end; sums follow */
};

/* True if its rows lie beside the claims, in a data set of its own. */
bool file_is_separate(const struct open_file *file);
void chosen_rows_release(struct chosen_rows *chosen);
void file_release(struct open_file *file);
/* The name without the folder, or "standard input". */
const char *file_display_name(const char *path);

#endif

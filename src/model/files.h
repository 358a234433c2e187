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
#include "query/rows/row_set.h"
#include "model/choices.h"
#include "analysis/statistics/series.h"

struct file_sums {
    struct statistic *statistic; /* NULL for a file of another form */
    struct arena arena;          /* of the series */
    struct series series;        /* of the chosen trade; empty if the file lacks it */
    char *reason;                /* owned: why there is none; NULL if there is one */
    /*
     * While the file is being loaded, else NULL and 0: the choices for which the series was made
     * (owned), and the number of rows when its pair was chosen.
     */
    char *choices;
    size_t pair_rows;
};

struct sums {
    size_t count; /* number of sums, which follow the claims */
    char *key;    /* owned: the choices for which they were made; NULL before */
    struct {
        char *reporter, *partner,
            *product; /* owned: the trade for which they were made; NULL without sums */
    } trade;
};

void file_sums_release(struct file_sums *sums);
void sums_release(struct sums *sums);

/*
 * The rows of a table that passed some filters, so that a further filter is applied to these only.
 */

struct filter_cache {
    struct row_set rows; /* over the rows of the table at that time */
    char **filters;      /* owned, in order; NULL if nothing is cached */
    size_t filter_count;
};

/*
 * True if the rows are those that pass the filters of the choices, in a table of `row_count` rows.
 */
bool filter_cache_are_of(const struct filter_cache *passed, const struct choices *choices,
                         size_t row_count);
/*
 * Returns the rows to which filters must be applied; the caller releases them. If the choices begin
 * with the cached filters, these are the cached rows, and `at` is set behind those filters, for
 * choices_next_filter(); else all rows, and 0.
 */
struct row_set filter_cache_begin(const struct filter_cache *passed, const struct choices *choices,
                                  size_t row_count, size_t *at);
/* Stores the rows that pass the filters of the choices. Takes ownership of them. */
void filter_cache_keep(struct filter_cache *passed, const struct choices *choices,
                       struct row_set rows);
void filter_cache_release(struct filter_cache *passed);

/* The rows that pass the filters and belong to the chosen pair and product. */
struct chosen_rows {
    struct row_set rows;
    char *key; /* owned: the choices that they are of; NULL while they are not known */
};

struct open_file {
    struct dataset *dataset; /* owned; NULL for the first, whose rows begin model->dataset */
    /*
     * For a separate file: the rows that pass the filters on its columns; and during a preview,
     * those that passed before.
     */
    struct filter_cache shown_rows, before_preview;
    struct row_set none; /* shown instead while a filter is on the sums, see file_passing_rows() */
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
/* Returns the rows that pass the filters; none if a filter is on the sums. */
const struct row_set *file_passing_rows(const struct open_file *file);
void chosen_rows_release(struct chosen_rows *chosen);
void file_release(struct open_file *file);
/* Returns the name without its directory, or "standard input". */
const char *file_display_name(const char *path);

#endif

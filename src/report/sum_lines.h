/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of a table of sums over the rows of all open files. Rows of statistics are selected by
 * the rules against double counting, see partition_lines.h, and two files may not state the same
 * trade. What was left out is described in words.
 */
#ifndef TRADESCOPE_REPORT_SUM_LINES_H
#define TRADESCOPE_REPORT_SUM_LINES_H

#include "analysis/statistics/partition_lines.h"
#include "base/error.h"
#include "data/table/dictionary.h"
#include "query/rows/tuple_index.h"
#include "model/model.h"

#define MOST_SUM_COLUMNS (MOST_SUM_KEYS - 1) /* the last key is the unit */

struct sum_column {
    struct text asked;       /* borrowed */
    const char *name;        /* as written by the first file that has it */
    struct dictionary words; /* of all files; borrowed from their tables */
    bool is_period;
};

struct sum_line {
    uint32_t words[MOST_SUM_KEYS]; /* for each column, then the number of the unit */
    size_t row_count, number_count;
    double sum;
};

struct sum_lines {
    struct sum_column columns[MOST_SUM_COLUMNS];
    size_t column_count;
    struct tuple_index index, unit_index;
    struct sum_line *items; /* owned, in the order of the output */
    size_t count, capacity;
    struct unit *units; /* owned, indexed by number */
    size_t unit_count, unit_capacity;
    struct buffer remarks; /* what was left out, one line each */
};

/*
 * `names` is "period,flow" and must outlive the lines. Returns false, as misuse, if no file has a
 * column, or two files state the same trade. The caller releases the lines in any case.
 */
bool sum_lines_make(struct sum_lines *lines, struct model *model, const char *names, bool takes_all,
                    struct error *error);
/* Sorts by the columns: periods by time, texts alphabetically. */
void sum_lines_sort(struct sum_lines *lines);
void sum_lines_release(struct sum_lines *lines);

#endif

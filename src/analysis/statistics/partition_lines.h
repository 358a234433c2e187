/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which rows a table of sums adds: the rules of partition.h within each of its lines, which are
 * what some columns say and the unit. A line on a partner, say, has no other partners that would
 * contain it. Beyond these rules, as a line may be over all reporters, flows and periods:
 *
 *     groups of reporters are not added beside reporters;
 *     re-exports are not added to the exports that contain them, nor re-imports to imports, nor a
 *     total or a balance to what makes it;
 *     a period is not added where one that contains it is there for the same reporter and flow.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_LINES_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_LINES_H

#include "analysis/statistics/partition.h"
#include "query/rows/row_sum.h"

/* As the rows are stated, and as the partner states them: of a reconciled file, once a reporter is
 * chosen. */
enum side { SIDE_STATED, SIDE_TURNED, SIDE_COUNT };

struct line_request {
    struct trade trade; /* any part may be empty for all */
    /* What makes a line; of both sides alike, with the unit as the last key. Borrowed. */
    const struct sum_key *keys[SIDE_COUNT];
    size_t key_count;
    bool by_type;   /* one of them is the column of goods and services */
    bool takes_all; /* rows as they stand */
};

struct line_rows {
    struct row_set rows[SIDE_COUNT]; /* to be added; of SIDE_TURNED without words where unused */
    size_t left_out[FATE_COUNT];     /* rows, by why */
    size_t restated; /* rows that are added, though another states the same in other numbers */
};

/* `rows` NULL for all. The caller releases it. */
struct line_rows line_rows_make(const struct statistic *statistic, const struct row_set *rows,
                                const struct line_request *request);
void line_rows_release(struct line_rows *lines);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Selects the rows that a table of sums adds: the rules of partition.h within each of its lines. A
 * line is defined by the values of some columns and the unit. A line on a partner has no other
 * partners that could contain it. In addition, as a line may extend over all reporters, flows and
 * periods:
 *
 *     groups of reporters are not added next to reporters;
 *     re-exports are not added to the exports that contain them, nor re-imports to imports, nor a
 *     total or a balance to its components;
 *     a period is not added if one that contains it is there for the same reporter and flow.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_LINES_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_LINES_H

#include "analysis/statistics/partition.h"
#include "query/rows/row_sum.h"

/*
 * Rows as stated by the reporter, and as stated by the partner: in a reconciled file, once a
 * reporter is chosen.
 */
enum side { SIDE_STATED, SIDE_TURNED, SIDE_COUNT };

struct line_request {
    struct trade trade; /* each part may be empty for all */
    /* The keys of a line, for each side, with the unit as the last one. Borrowed. */
    const struct sum_key *keys[SIDE_COUNT];
    size_t key_count;
    bool by_type;   /* one of the keys is the column of goods and services */
    bool takes_all; /* add all rows without applying the rules */
};

struct line_rows {
    struct row_set rows[SIDE_COUNT]; /* to be added; SIDE_TURNED has no words if unused */
    size_t left_out[FATE_COUNT];     /* number of rows by reason */
    size_t restated; /* rows added although another states the same in other numbers */
    struct likely_totals likely_totals;
    size_t unnamed_column; /* see struct partition */
};

/* `rows` NULL for all. The caller releases the result. */
struct line_rows line_rows_make(const struct statistic *statistic, const struct row_set *rows,
                                const struct line_request *request);
void line_rows_release(struct line_rows *lines);

#endif

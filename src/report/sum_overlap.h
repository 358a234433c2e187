/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Detects that two files state the same trade, so that a sum over both would count it twice: the
 * same reporter, flow and period with the same partner, or with World in one of them.
 */
#ifndef TRADESCOPE_REPORT_SUM_OVERLAP_H
#define TRADESCOPE_REPORT_SUM_OVERLAP_H

#include "analysis/statistics/partition_lines.h"
#include "base/error.h"
#include "data/table/dictionary.h"
#include "query/rows/tuple_index.h"

struct stated_trades {
    struct tuple_index index;
    uint32_t *owners; /* owned: for each key, the number of the file that states it */
    size_t capacity;
};

struct sum_overlap {
    const char *option; /* that asks: "--sum" */
    const struct country_list *countries;
    struct dictionary places, flows, periods;
    struct stated_trades pairs, worlds, any; /* the last two without the partner */
    const struct dataset **files;            /* owned; borrowed data sets */
    size_t file_count, file_capacity;
};

void sum_overlap_init(struct sum_overlap *overlap, const char *option,
                      const struct country_list *countries);
/* Returns false, as misuse, if an earlier file states what the rows of this one do. */
bool sum_overlap_add(struct sum_overlap *overlap, const struct dataset *dataset,
                     const struct line_rows *rows, struct error *error);
void sum_overlap_release(struct sum_overlap *overlap);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaks a sum down by product or by partner, to show which of them make the deficit. */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_BREAKDOWN_H
#define TRADESCOPE_ANALYSIS_STATISTICS_BREAKDOWN_H

#include "analysis/statistics/series.h"

enum breakdown_by { BREAKDOWN_BY_PRODUCT, BREAKDOWN_BY_PARTNER };

struct breakdown_request {
    /*
     * By product: those of the trade's product, which is empty for all, or a code: the headings
     * within chapter 27. By partner: the partner of the trade is ignored.
     */
    struct trade trade;
    enum breakdown_by by;
    unsigned level; /* digits of the product codes: 2, 4, 6; 0 for the next level below the product,
                       or the words of a file without codes */
    enum flow flow; /* FLOW_BALANCE for exports - imports */
    struct period period; /* the `whole` of a sum in the series */
};

struct breakdown_item {
    struct text word;        /* borrowed from the data set or the arena */
    double exports, imports; /* in the base unit; NAN if no row states them */
    double value;            /* of breakdown.flow; in a balance, a flow not stated counts as 0 */
    const uint32_t *rows;    /* the rows added, ascending */
    size_t row_count;
};

struct breakdown {
    struct breakdown_item *
        items; /* the largest contribution to the whole first: for a deficit, the largest deficit */
    size_t count;
    enum flow flow;   /* as requested; but of a balance of which rows state one flow alone, that */
    double whole;     /* the sum of the series for the same period and flow; NAN if there is none */
    double remainder; /* whole - sum of the items: not in any item; NAN without a whole */
    struct unit unit; /* as in struct sum */
    int places;
    bool is_partial;
    unsigned level;  /* the level used */
    const char *how; /* "HS chapters", "216 partners; World as stated" */
    const struct omission *omissions;
    size_t omission_count;
};

/* All results are in the arena. */
struct breakdown breakdown_make(struct arena *arena, const struct statistic *statistic,
                                const struct row_set *rows,
                                const struct breakdown_request *request);

#endif

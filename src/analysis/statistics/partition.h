/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a trade, each with its disposition: added, or left out for a reason. No two added
 * rows contain each other or are the same. The rules apply in this order, for each period and flow:
 *
 *     1. A row without a value, or a period, is no part of a sum, nor does it stand for its parts.
 *     2. One currency is taken: the one that most rows are in. Quantities are no values.
 *     3. Goods are taken where there are goods and services.
 *     4. One classification is taken: the one that covers most periods, the Harmonized System
 *        before others, then the newest.
 *     5. Where a partner and product have a row for all modes of transport (customs procedures,
 *        second partners ...), that one is taken, else its parts.
 *     6. A product is not added where a product that contains it is there for the same partner:
 *        TOTAL, or a code that begins its code. So of several levels the shortest codes are added.
 *     7. The world is taken as stated, and where its partners add up to over 1 % more it is said;
 *        where no row states it, or not all products that make them more, they are added. Groups
 *        of countries are never added.
 *     8. A row that stands twice, in all its cells, is added once: the sources have one row a key,
 *        and copies come from joining files.
 *
 *     9. A row under an unknown word of a partner or a product that equals the sum of others is
 *        likely their total, and is not added beside them. It is said. One that does so in some
 *        periods only, or once and of two others, is added, and said.
 *
 *    A row that differs from another in its numbers alone is added and said: it may be a revision,
 *    or one of several deliveries.
 *
 * Parts of a year are handled in period_cover.h.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_H
#define TRADESCOPE_ANALYSIS_STATISTICS_PARTITION_H

#include "analysis/statistics/statistic_terms.h"

enum fate {
    FATE_ADDED,
    FATE_FLOW, /* a flow other than those of the vocabulary */
    FATE_PERIOD,
    FATE_MISSING,
    FATE_CURRENCY,
    FATE_TYPE,
    FATE_CLASSIFICATION,
    FATE_TRANSPORT,
    FATE_CUSTOMS,
    FATE_SECOND_PARTNER,
    FATE_OTHER,
    FATE_OF_PARTS, /* of ports, states and the like, beside the row for all of them */
    FATE_DIVISION, /* the stages of processing, next to other products */
    FATE_PRODUCT,
    FATE_PARTNER,
    FATE_GROUP,
    FATE_MORE_PARTNERS, /* as FATE_PARTNER, when partners add up to more than the world */
    FATE_WORLD,
    FATE_WHOLE, /* the total that is broken down */
    FATE_DUPLICATE,
    FATE_SHORTER,       /* a part of a year whose total is stated; from period_cover.h */
    FATE_REPORTER,      /* a group of reporters, next to reporters; from partition_lines.h */
    FATE_PARTNER_TOTAL, /* likely the total of other partners; from likely_totals.c */
    FATE_PRODUCT_TOTAL,
    FATE_OTHER_FLOW,   /* within a flow that is added, or derived from it; from partition_lines.h */
    FATE_UNNAMED_PART, /* of rows that differ in a column which no field names; the whole is there
                        */
    FATE_UNNAMED,      /* ... and no row is certainly the whole */
    FATE_COUNT,
};

struct part {
    double value; /* in the base unit */
    uint32_t row;
    uint32_t period;  /* number of the period in the statistics */
    uint32_t product; /* number, or WHOLE_TERM */
    uint32_t partner; /* number, or WHOLE_TERM; in a reconciled file the other side */
    uint32_t group;   /* rows of one group must not be added twice: a period and flow */
    uint8_t flow, fate;
    bool is_restated;     /* added, though another states the same in other numbers */
    uint8_t likely_total; /* it equals the sum of others: FIELD_PARTNER, or FIELD_PRODUCT, is the
                             field that differs; else 0 */
};

/* A row that equals the sum of others of its key, and the field in which it differs. */
struct likely_total {
    size_t row;
    enum field field;
    bool is_added;
};

struct likely_totals {
    struct likely_total first;
    size_t count;
};

struct partition_request {
    struct trade trade;
    bool by_product; /* only products of `level` digits or more; words if it is 0 */
    unsigned level;
    bool by_partner; /* ignore the trade's partner, and do not take the world */
};

struct partition {
    struct part *parts; /* owned; sorted by row */
    size_t count;
    size_t group_count;
    struct unit unit;      /* of the first row added */
    bool has_services;     /* services are added */
    size_t unnamed_column; /* in which such rows differ; NO_COLUMN if there are none */
    bool is_cut;           /* the filters removed products of a period that is included */
};

/* `rows` NULL for all. The caller releases the result. */
struct partition partition_make(const struct statistic *statistic, const struct row_set *rows,
                                const struct partition_request *request);
void partition_release(struct partition *partition);

/* Returns the words that follow "3 rows": "without a value". */
const char *fate_reason(enum fate fate);

/* Returns a number for a period and flow, less than partition_group_count(). */
static inline uint32_t partition_group(uint32_t period, unsigned flow)
{
    return period * (FLOW_RE_IMPORT + 1) + flow;
}
/* Appends "line 5, `Summe`". */
void likely_total_write(struct buffer *out, const struct statistic *statistic,
                        const struct likely_total *total);
/*
 * Appends what such rows are and how they were treated, with the first of them and the number of
 * further ones, and what to do if that is wrong; no end of line.
 */
void likely_totals_tell(struct buffer *out, const struct statistic *statistic,
                        const struct likely_totals *totals);
size_t partition_group_count(const struct statistic *statistic);
/*
 * Returns what a reader of the sums has to know of how they were made, a line each, in the arena;
 * NULL if there is nothing.
 */
const char *series_doubts(struct arena *arena, const struct statistic *statistic,
                          const struct partition *partition);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Both sides of a trade: the statement of a reporter, and that of its partner on the same trade in
 * the other direction. The two are compared and never merged.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_MIRROR_H
#define TRADESCOPE_ANALYSIS_STATISTICS_MIRROR_H

#include "analysis/statistics/series.h"

struct mirror_entry {
    struct period period;
    enum flow flow; /* of the reporter; its exports are compared with the partner's imports */
    const struct sum *own;   /* NULL if only the partner reports */
    const struct sum *other; /* NULL if there is no mirror */
    double ratio; /* the importer's value / the exporter's; NAN if one is missing, incomplete, 0 or
                     in another currency */
    const char *reason; /* why there is no ratio: "no mirror", "partial"; NULL if there is one */
};

struct mirror {
    struct mirror_entry *entries; /* by period, then by flow: exports and imports only */
    size_t count;
};

/*
 * `own` is a series of A with B, `other` one of B with A, of the same or another file, or NULL.
 * Both must outlive the mirror; its entries are in the arena.
 */
struct mirror mirror_make(struct arena *arena, const struct series *own,
                          const struct series *other);

/* A sum and its origin. */
struct stated_sum {
    const struct sum *sum;
    const struct series *series;
    struct text source;
};
/*
 * Appends how far two sums on the same trade are apart, and why they may differ, one sentence per
 * line without a newline at the end:
 *
 *     13.9 % apart
 *     another period: FY2019-20 is 2019-04 to 2020-03, 2019 is 2019-01 to 2019-12
 *     another reporter: ...
 */
void mirror_notes_write(struct buffer *out, const struct stated_sum *a, const struct stated_sum *b);

#endif

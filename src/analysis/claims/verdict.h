/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Will the target be met? The growth observed from a base to the latest value, over the growth that
 * would have led from that base to the target:
 *
 *     R = observed / required,  both compound, in % a year
 *
 *     target reached   achieved
 *     R >= 0.95        on track
 *     R >= 0.60        acceleration needed
 *     R >= 0           limited progress
 *     R <  0           deterioration
 *
 * Method and thresholds: Statistics Canada, Progress Measurement for Canada's Sustainable
 * Development Goals (Canadian Indicator Framework), which follows Eurostat's Sustainable
 * development in the European Union, monitoring report on progress towards the SDGs.
 *
 * The base decides the verdict, so each base has its own, and the one that stands for all is chosen
 * by a rule: the period in which the target was announced; where nothing later was observed, the
 * longest window of two to five years, which is a trend before the target. Values that growth
 * rates imply are no observations and take no part, but for the search of a year that supplies most
 * of the change.
 *
 * Cross-check: the change that the observed growth will have brought by the deadline over the
 * change needed, met or on track from 0.95, fair progress from 0.10, as in the United Nations'
 * Sustainable Development Goals Progress Chart 2023, Technical Note.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_VERDICT_H
#define TRADESCOPE_ANALYSIS_CLAIMS_VERDICT_H

#include "analysis/claims/path.h"

enum verdict_word {
    VERDICT_UNABLE, /* unable to assess */
    VERDICT_DETERIORATION,
    VERDICT_LIMITED,
    VERDICT_ACCELERATE,
    VERDICT_ON_TRACK,
    VERDICT_ACHIEVED,
    VERDICT_MISSED, /* the deadline has passed below the target; not part of the cited method */
    VERDICT_WORD_COUNT,
};

enum un_word {
    UN_UNABLE,
    UN_STAGNATION, /* stagnation or regression */
    UN_FAIR,       /* fair progress but acceleration needed */
    UN_ON_TRACK,   /* target met or on track */
    UN_WORD_COUNT,
};

/* What the chosen base is. */
enum verdict_basis {
    BASIS_NONE,         /* no window of two to five years; `chosen` is NULL */
    BASIS_ANNOUNCEMENT, /* the period in which the target was announced */
    BASIS_BEFORE,       /* the trend before the target */
    BASIS_UNDATED,      /* the latest trend: nothing says when the target was announced */
};

/* One base against one reading of the deadline. */
struct verdict_base {
    const struct path_point *from;
    /* NULL where a value is 0 or negative, or where there is nothing to grow to. */
    const struct derivation *observed, *required; /* in % a year */
    const struct derivation *ratio;
    const struct derivation *ahead;    /* years ahead of the required path, behind if negative */
    const struct derivation *un_ratio; /* cross-check */
    enum verdict_word word;            /* by the values */
    enum verdict_word low, high;       /* at the ends of what rounding leaves open */
    enum un_word un_word;
};

struct verdict_reading {
    struct period deadline;
    const struct path_point *latest;   /* the last observation up to the deadline; may be NULL */
    bool is_over;                      /* something was observed at the deadline or later */
    const struct derivation *required; /* growth needed from now, % a year; may be NULL */
    const struct derivation *linear;   /* the same amount each year; may be NULL */
    struct verdict_base *bases;        /* by period; all observations before `latest` */
    size_t base_count;
    enum verdict_basis basis;
    const struct verdict_base *chosen; /* one of `bases`, or NULL */
    enum verdict_word word, low, high; /* of the chosen base, or without one */
    /* The year that supplies over half of the change since the chosen base; NULL where none does.
     */
    const struct derivation *break_share;
};

struct verdict {
    size_t observation_count; /* points of the path that are stated, or sums of what is stated */
    bool is_upward;           /* the target is to be reached from below */
    struct verdict_reading readings[3];
    size_t reading_count; /* 0 without a target */
};

/*
 * In the arena; borrows the path. The range of R takes observed and required growth as if they had
 * no value in common, so it is never too narrow: "borderline" is said rather too often. `today` in
 * days since 1970-01-01: a deadline before it has come, however far the values reach; 0 where that
 * is not looked at.
 */
struct verdict verdict_make(struct arena *arena, const struct path *path, int32_t today);

/* "on track"; "unable to assess". */
const char *verdict_phrase(enum verdict_word word);
/* Rounding alone decides between two verdicts. */
bool verdict_is_borderline(enum verdict_word low, enum verdict_word high);
/* Bases whose verdict is `word` whatever rounding leaves open. */
size_t verdict_count(const struct verdict_reading *reading, enum verdict_word word);

/*
 * In words, each on one line without a full stop at the end:
 * "on track from FY2018-19 to FY2023-24 (trend before the target): 51.5 % a year, 25.5 % required,
 *  R = 2.02"
 */
void verdict_write(struct buffer *out, const struct verdict *verdict,
                   const struct verdict_reading *reading);
/* "on track 5 of 6 bases, acceleration needed 1"; "none yet" */
void verdict_write_bases(struct buffer *out, const struct verdict_reading *reading);
/* "0.4 years behind the required path"; nothing where it cannot be told */
void verdict_write_ahead(struct buffer *out, const struct verdict_base *base);
/* "FY2022-23 alone supplies 63.1 % of the rise: a break, not a trend"; nothing without a break */
void verdict_write_break(struct buffer *out, const struct verdict *verdict,
                         const struct verdict_reading *reading);
/* One line where the United Nations' progress chart would say something else; else nothing. */
void verdict_write_cross_check(struct buffer *out, const struct verdict_base *base);

#endif

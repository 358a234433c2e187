/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Will the target be met? The growth observed from a base to the latest value, relative to the
 * growth that would have led from that base to the target:
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
 * The verdict depends on the base, so each base has its own, and a rule chooses the one to report:
 * the period in which the target was announced; if nothing was observed since, the longest window
 * of two to five years, which is a trend before the target. Values implied by growth rates are not
 * observations and are not used, except to find a year that supplies most of the change.
 *
 * Cross-check: the change that the observed growth will have brought by the deadline, relative to
 * the change needed: met or on track from 0.95, fair progress from 0.10, as in the United Nations'
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

/* The kind of the chosen base. */
enum verdict_basis {
    BASIS_NONE,         /* no window of two to five years; `chosen` is NULL */
    BASIS_ANNOUNCEMENT, /* the period in which the target was announced */
    BASIS_BEFORE,       /* the trend before the target */
    BASIS_UNDATED,      /* the latest trend; the date of the announcement is unknown */
};

/* One base for one reading of the deadline. */
struct verdict_base {
    const struct path_point *from;
    /* NULL if a value is 0 or negative, or if no growth is required. */
    const struct derivation *observed, *required; /* in % a year */
    const struct derivation *ratio;
    const struct derivation *ahead;    /* years ahead of the required path, behind if negative */
    const struct derivation *un_ratio; /* cross-check */
    enum verdict_word word;            /* by the values */
    enum verdict_word low, high;       /* at the ends of the rounding intervals */
    enum un_word un_word;
};

struct verdict_reading {
    struct period deadline;
    const struct path_point *latest;   /* the last observation up to the deadline; may be NULL */
    bool is_over;                      /* there is an observation at the deadline or later */
    const struct derivation *required; /* growth needed from now, % a year; may be NULL */
    const struct derivation *linear;   /* the same amount each year; may be NULL */
    struct verdict_base *bases;        /* by period; all observations before `latest` */
    size_t base_count;
    enum verdict_basis basis;
    const struct verdict_base *chosen; /* one of `bases`, or NULL */
    enum verdict_word word, low, high; /* of the chosen base, or without one */
    /* The year that supplies over half of the change since the chosen base; NULL if none does. */
    const struct derivation *break_share;
};

struct verdict {
    size_t observation_count; /* points of the path that are stated, or sums of stated values */
    bool is_upward;           /* the target is to be reached from below */
    struct verdict_reading readings[3];
    size_t reading_count; /* 0 without a target */
};

/*
 * In the arena; borrows the path. The range of R treats observed and required growth as
 * independent, so it is never too narrow, and "borderline" is reported too often rather than too
 * rarely. `today` is in days since 1970-01-01: a deadline after it is ahead, however far the values
 * reach; 0 if unknown.
 */
struct verdict verdict_make(struct arena *arena, const struct path *path, int32_t today);

/* "on track"; "unable to assess". */
const char *verdict_phrase(enum verdict_word word);
/* True if rounding alone decides between two verdicts. */
bool verdict_is_borderline(enum verdict_word low, enum verdict_word high);
/* Returns the number of bases whose verdict is `word` regardless of rounding. */
size_t verdict_count(const struct verdict_reading *reading, enum verdict_word word);

/*
 * Appends one line without a full stop: "on track from FY2018-19 to FY2023-24 (trend before the
 * target): 51.5 % a year, 25.5 % required, R = 2.02".
 */
void verdict_write(struct buffer *out, const struct verdict *verdict,
                   const struct verdict_reading *reading);
/* Appends "on track 5 of 6 bases, acceleration needed 1" or "none yet". */
void verdict_write_bases(struct buffer *out, const struct verdict_reading *reading);
/* Appends "0.4 years behind the required path"; nothing if unknown. */
void verdict_write_ahead(struct buffer *out, const struct verdict_base *base);
/*
 * Appends "FY2022-23 alone supplies 63.1 % of the rise: a break, not a trend"; nothing without a
 * break.
 */
void verdict_write_break(struct buffer *out, const struct verdict *verdict,
                         const struct verdict_reading *reading);
/*
 * Appends one line if the United Nations' progress chart would give another verdict; else nothing.
 */
void verdict_write_cross_check(struct buffer *out, const struct verdict_base *base);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number that the program shows, with its computation: a tree whose leaves are claims. Value,
 * interval and explanation come from the same node, so that they cannot differ.
 *
 *     coverage ratio 6.93 % = 100 * exports / imports
 *       exports  $4.26bn   stated by 003
 *       imports  $61.44bn  stated by 003
 *
 * Nodes live in the arena of the analysis.
 */
#ifndef TRADESCOPE_ANALYSIS_CLAIMS_DERIVATION_H
#define TRADESCOPE_ANALYSIS_CLAIMS_DERIVATION_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/claims/interval.h"
#include "base/memory.h"
#include "data/load/dataset.h"

enum method {
    METHOD_STATED,              /* a claim; no inputs */
    METHOD_YEARS,               /* years between the ends of two periods; no inputs */
    METHOD_BALANCE,             /* X - M */
    METHOD_TURNOVER,            /* X + M */
    METHOD_COVERAGE,            /* 100 X / M, in % */
    METHOD_IMBALANCE_INDEX,     /* (X - M) / (X + M) */
    METHOD_IMPORT_SHARE,        /* 100 M / (X + M), in % */
    METHOD_GROWTH,              /* 100 (y1 / y0 - 1), in % */
    METHOD_IMPLIED_EARLIER,     /* y1 / (1 + g / 100) */
    METHOD_REQUIRED_GROWTH,     /* 100 ((target / y) ^ (1 / years) - 1), in % a year */
    METHOD_ASSUMED,             /* a number set by the user; no inputs */
    METHOD_OBSERVED_GROWTH,     /* 100 ((y1 / y0) ^ (1 / years) - 1), in % a year */
    METHOD_CAGR_RATIO,          /* observed / required */
    METHOD_YEARS_AHEAD,         /* years (ln(1 + observed) / ln(1 + required) - 1); behind if < 0 */
    METHOD_LINEAR_NEED,         /* (target - y) / years */
    METHOD_CHANGE,              /* y1 - y0 */
    METHOD_CHANGE_OF_SIZE,      /* |y1| - |y0|, of a balance */
    METHOD_SHARE_OF_CHANGE,     /* 100 one change / the whole change, in % */
    METHOD_PROGRESS_RATIO,      /* change expected by the deadline / change needed */
    METHOD_PROJECTED,           /* y (1 + g / 100) ^ years */
    METHOD_FOLD,                /* y1 / y0 */
    METHOD_REMAINDER,           /* target - other flow */
    METHOD_EXPORTS_FOR_BALANCE, /* M + B */
    METHOD_IMPORTS_FOR_BALANCE, /* X - B */
    METHOD_EXPORTS_FOR_HALF,    /* M + B / 2 */
    METHOD_IMPORTS_FOR_HALF,    /* X - B / 2 */
    METHOD_EXPORTS_FOR_COVERAGE, /* M N / 100 */
    METHOD_IMPORTS_FOR_COVERAGE, /* 100 X / N */
    METHOD_COUNT,
};

/* One line of the table of methods; the manual is checked against it. */
struct method_info {
    const char *name;    /* "coverage ratio" */
    const char *formula; /* "100 X / M" */
    const char *source;  /* citation of the method; NULL for plain arithmetic */
    size_t input_count;
    size_t alike_count;       /* number of the first inputs that share a unit */
    enum dimension dimension; /* of the result; DIMENSION_MONEY takes the currency of the inputs */
    int places;               /* decimals shown; -1 for those of the inputs */
    double (*evaluate)(const double *inputs); /* NULL for leaves */
};
extern const struct method_info method_table[METHOD_COUNT];

struct derivation {
    enum method method;
    const char *name;      /* "coverage ratio FY2023-24", for titles */
    double value;          /* in the base unit: USD, %, years */
    struct interval range; /* computed from the intervals of the inputs */
    struct unit unit;      /* the unit for display: value / unit.scale */
    int places;
    struct period period;
    enum qualifier qualifier; /* of the claim, for METHOD_STATED */
    size_t row;               /* of the claim, for METHOD_STATED; NO_ROW otherwise */
    const struct derivation *inputs[3];
};

/* Returns NULL for a row without a number. */
const struct derivation *derive_stated(struct arena *arena, const struct dataset *dataset,
                                       size_t row);
const struct derivation *derive_years(struct arena *arena, struct period from, struct period to);
/*
 * Makes a percentage set by the user, with an interval of one point. Copies `name`. Returns NULL if
 * it is not finite.
 */
const struct derivation *derive_assumed(struct arena *arena, const char *name, double percent);
/*
 * Returns NULL if an input is NULL, if money of two currencies would meet, or if the result is not
 * finite or has no meaning (growth from a deficit to a surplus, a deadline that has passed). The
 * inputs are in the order of the formula (X, M; y1, y0; y1, g; target, y, years). The range is the
 * least and greatest value over the corners of the inputs' intervals. That is right for every
 * formula of the table, since each is monotone in each input on either side of 0. An end is open if
 * only open or infinite ends of the inputs lead to it.
 */
const struct derivation *derive(struct arena *arena, enum method method, struct period period,
                                const struct derivation *const *inputs);
/* Appends the value as shown: "$57.18bn", "6.93 %", "-0.870". */
void derivation_format(struct buffer *out, const struct derivation *derivation);
/* The same with at most three digits before the point, in a larger unit with two decimals. */
void derivation_format_for_reading(struct buffer *out, const struct derivation *derivation);
/*
 * Appends only the number, in `unit`, which must have the same dimension: "57.18". Numbers under
 * one heading or on one axis share a unit, and are rounded if it is coarser than their own: 952.97
 * mn is 0.95 bn.
 */
void derivation_format_number(struct buffer *out, const struct derivation *derivation,
                              struct unit unit);
/* True if no source states the number. */
bool derivation_is_derived(const struct derivation *derivation);

#endif

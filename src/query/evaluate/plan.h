/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The plan for an expression: a tree like that of the expression, whose leaves are loops over
 * columns. What can be decided for all rows with a code is decided while the plan is made.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_PLAN_H
#define TRADESCOPE_QUERY_EVALUATE_PLAN_H

#include "base/parallel.h"
#include "query/evaluate/code_set.h"
#include "query/evaluate/text_matcher.h"
#include "query/language/tree.h"

enum plan_kind {
    PLAN_ALL,     /* all parts hold (no parts: every row), cheapest part first */
    PLAN_ANY,     /* some part holds (no parts: no row) */
    PLAN_NOT,     /* its single part does not hold */
    PLAN_CODES,   /* depends on the code of the row */
    PLAN_NUMBERS, /* the number of the row, times the factor of its unit, is in the range */
    PLAN_TEXTS,   /* some operand holds for the text of the row */
    PLAN_EMPTY,   /* the row states nothing */
};

struct plan {
    enum plan_kind kind;
    unsigned cost; /* per row, in an arbitrary unit */
    struct plan **parts;
    size_t part_count;

    /* Columns are borrowed from the table, or NULL. */
    struct codes codes; /* PLAN_CODES; PLAN_NUMBERS: codes of the units */
    const struct zone *code_zones;
    struct code_set holds; /* PLAN_CODES */

    const double *numbers; /* also for texts of numbers */
    const struct zone *number_zones;
    struct number_range range;
    const double *factors; /* for each code of a unit; NULL for 1 */
    bool only_missing;     /* PLAN_TEXTS, PLAN_EMPTY: rows with a number fail */

    size_t column; /* PLAN_TEXTS, PLAN_EMPTY */
    const struct test *test;
    const struct operand *operands;
    size_t operand_count;
};

/* The context in which plans are made. */
struct planner {
    const struct expression *expression;
    struct arena arena;            /* memory of the plans */
    struct text_matcher **testers; /* borrowed: one per processor */
    parallel_doubt *doubt;         /* may be NULL */
    void *doubt_context;
};

/*
 * `loosened` is a test of periods whose `:` also holds for periods that overlap, or NULL. Returns
 * NULL if cancelled.
 */
const struct plan *plan_make(struct planner *planner, const struct node *node,
                             const struct node *loosened);

/*
 * Returns the factors, by code of the unit, that make numbers comparable with the quantity; NAN for
 * units that are not comparable. They are in the arena.
 */
const double *unit_factors(struct arena *arena, const struct dataset *dataset,
                           const struct quantity *quantity);

#endif

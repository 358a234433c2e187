/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How an expression is decided: a tree like its own, whose leaves are loops over a column. What can
 * be said once for all rows with a code is said while the plan is made.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_PLAN_H
#define TRADESCOPE_QUERY_EVALUATE_PLAN_H

#include "base/parallel.h"
#include "query/evaluate/code_set.h"
#include "query/evaluate/number_range.h"
#include "query/evaluate/text_matcher.h"
#include "query/language/tree.h"

enum plan_kind {
    PLAN_ALL,   /* of its parts hold; without parts, every row. From the cheapest to the dearest */
    PLAN_ANY,   /* of its parts holds; without parts, no row */
    PLAN_NOT,   /* its one part does not hold */
    PLAN_CODES, /* what the code of the row says */
    PLAN_NUMBERS, /* the number of the row, times the factor of its unit, is in the range */
    PLAN_TEXTS,   /* one of the operands holds for the text of the row */
    PLAN_EMPTY,   /* the row states nothing */
};

struct plan {
    enum plan_kind kind;
    unsigned cost; /* of a row, in some unit */
    struct plan **parts;
    size_t part_count;

    /* Columns are borrowed from the table, or NULL. */
    struct codes codes; /* PLAN_CODES; PLAN_NUMBERS: of the units */
    const struct zone *code_zones;
    struct code_set holds; /* PLAN_CODES */

    const double *numbers; /* also of texts that are numbers */
    const struct zone *number_zones;
    struct number_range range;
    const double *factors; /* of each code of a unit; NULL for 1 */
    bool only_missing;     /* PLAN_TEXTS, PLAN_EMPTY: no row with a number passes */

    size_t column; /* PLAN_TEXTS, PLAN_EMPTY */
    const struct test *test;
    const struct operand *operands;
    size_t operand_count;
};

/* What plans are made with. */
struct planner {
    const struct expression *expression;
    struct arena arena;            /* of the plans, which live as long */
    struct text_matcher **testers; /* borrowed: as many as there are processors */
    parallel_doubt *doubt;         /* may be NULL */
    void *doubt_context;
};

/*
 * `loosened` is a test of periods whose `:` holds for what overlaps too; NULL for none. NULL where
 * the doubt ended it.
 */
const struct plan *plan_make(struct planner *planner, const struct node *node,
                             const struct node *loosened);

/*
 * What the numbers of each distinct unit are multiplied by to be compared with the quantity, by the
 * code of the unit; NAN where they cannot be. In the arena.
 */
const double *unit_factors(struct arena *arena, const struct dataset *dataset,
                           const struct quantity *quantity);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a set for which a node holds.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_ROW_FILTER_H
#define TRADESCOPE_QUERY_EVALUATE_ROW_FILTER_H

#include "base/parallel.h"
#include "query/rows/row_set.h"
#include "query/language/tree.h"

struct decision {
    const struct expression *expression;
    const struct node *node;
    const struct node
        *loosened;         /* a test of periods whose `:` holds for what overlaps too, or NULL */
    parallel_doubt *doubt; /* may be NULL */
    void *doubt_context;
};

/*
 * Takes out of `rows`, a set of all rows of the table, those for which it does not hold; only rows
 * of the set are looked at. False where the doubt ended it: some rows are out by then and others
 * are not. What patterns were given up on is added to what they count.
 */
bool node_narrow(const struct decision *decision, struct row_set *rows);
/* Whether it holds for any row: found as soon as one is. */
bool node_holds_somewhere(const struct expression *expression, const struct node *node);

#endif

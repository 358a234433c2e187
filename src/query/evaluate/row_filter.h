/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters the rows of a set by a node of an expression. */
#ifndef TRADESCOPE_QUERY_EVALUATE_ROW_FILTER_H
#define TRADESCOPE_QUERY_EVALUATE_ROW_FILTER_H

#include "base/parallel.h"
#include "query/rows/row_set.h"
#include "query/language/tree.h"

struct decision {
    const struct expression *expression;
    const struct node *node;
    const struct node
        *loosened; /* a test of periods whose `:` also holds for periods that overlap, or NULL */
    parallel_doubt *doubt; /* may be NULL */
    void *doubt_context;
};

/*
 * Removes the rows that fail from `rows`, a set over all rows of the table. Only rows in the set
 * are examined. Returns false if cancelled: the set is useless then. Adds searches that were given
 * up to the counts of the patterns.
 */
bool node_narrow(const struct decision *decision, struct row_set *rows);
/* True if any row passes. Stops at the first one. */
bool node_holds_somewhere(const struct expression *expression, const struct node *node);

#endif

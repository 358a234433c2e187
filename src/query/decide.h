/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows for which a node holds, as a set.
 */
#ifndef TRADESCOPE_QUERY_DECIDE_H
#define TRADESCOPE_QUERY_DECIDE_H

#include "base/parallel.h"
#include "query/row_set.h"
#include "query/tree.h"

struct decision {
    const struct expression *expression;
    const struct node *node;
    const struct node
        *loosened; /* a test of periods whose `:` holds for what overlaps too, or NULL */
    const struct row_set *among; /* the rows that matter; NULL for all */
    parallel_doubt *doubt;       /* may be NULL */
    void *doubt_context;
};

/*
 * False where the doubt ended it: there is no set then. Else the caller releases it. What patterns
 * were given up on is added to what they count.
 */
bool node_decide(const struct decision *decision, struct row_set *holds);
/* Whether it holds for any row: found as soon as one is. */
bool node_holds_somewhere(const struct expression *expression, const struct node *node);

#endif

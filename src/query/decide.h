/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows for which a node holds, over a whole table, as a set.
 */
#ifndef TRADESCOPE_QUERY_DECIDE_H
#define TRADESCOPE_QUERY_DECIDE_H

#include "query/row_set.h"
#include "query/tree.h"

/*
 * `loosened` is a test of periods whose `:` holds for what overlaps too; NULL for none. The caller
 * releases the set.
 */
struct row_set node_decide(const struct expression *expression, const struct node *node,
                           const struct node *loosened);

/*
 * What the numbers of each distinct unit are multiplied by to be compared with the quantity, by the
 * code of the unit; NAN where they cannot be. The caller frees it.
 */
double *unit_factors(const struct dataset *dataset, const struct quantity *quantity);

#endif

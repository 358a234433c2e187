/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Evaluates expressions on the rows of a data set. A test on a column is decided once per distinct
 * text.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_EVALUATE_H
#define TRADESCOPE_QUERY_EVALUATE_EVALUATE_H

#include "base/buffer.h"
#include "base/parallel.h"
#include "query/language/expression.h"
#include "query/match/pattern.h"
#include "query/rows/row_set.h"

/*
 * Removes the rows for which the expression is false from `rows`, a set over all rows of the data
 * set. Only rows in the set are examined, so that further filters and newly loaded rows cost only
 * their own part. Returns false if `doubt` (may be NULL) cancelled it: the set is useless then.
 */
bool expression_select(const struct expression *expression, const struct dataset *dataset,
                       struct row_set *rows, parallel_doubt *doubt, void *doubt_context);
/* The same for a pattern in any column. */
bool pattern_select(struct pattern *pattern, const struct dataset *dataset, struct row_set *rows,
                    parallel_doubt *doubt, void *doubt_context);
/*
 * Explains an empty result: if a single test matches no row, appends the test and the nearest value
 * ("`partner:rusia` matches no row; nearest: Russia"). Appends nothing if no single test is to
 * blame.
 */
void expression_explain_nothing(const struct expression *expression, const struct dataset *dataset,
                                struct buffer *out);
/*
 * Appends notes on the rows of `among` that expression_select() `selected`, which a user could not
 * guess. One sentence per line, without a newline at the end; nothing if there is nothing to note:
 *
 *     3 rows overlap 2023 without lying within it (FY2023-24): period:FY2023-24
 *     value>=5 compares numbers as written, of % and USD bn alike: name a unit, as in 5bn or 5%
 *     /(a+)+b/ was given up on 12 texts, which have too many ways to match: make it simpler
 */
void expression_remark(const struct expression *expression, const struct dataset *dataset,
                       const struct row_set *among, const struct row_set *selected,
                       struct buffer *out);

#endif

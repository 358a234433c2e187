/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which rows an expression holds for. A test on a column is decided once per distinct text.
 */
#ifndef TRADESCOPE_QUERY_EVALUATE_EVALUATE_H
#define TRADESCOPE_QUERY_EVALUATE_EVALUATE_H

#include "base/buffer.h"
#include "base/parallel.h"
#include "query/language/expression.h"
#include "query/match/pattern.h"
#include "query/rows/row_set.h"

/*
 * Takes out of `rows`, a set of all rows of the data set, those for which the expression does not
 * hold. Only rows of the set are looked at: another filter works among what passed the last, and
 * rows that have come since are a set of their own. False where the doubt (may be NULL) ended it:
 * the set is of no use then, as some rows are out and others are not.
 */
bool expression_select(const struct expression *expression, const struct dataset *dataset,
                       struct row_set *rows, parallel_doubt *doubt, void *doubt_context);
/* The same for a pattern in any column. */
bool pattern_select(struct pattern *pattern, const struct dataset *dataset, struct row_set *rows,
                    parallel_doubt *doubt, void *doubt_context);
/*
 * Why nothing matched: where one test alone matches no row, names it and the nearest value
 * ("`partner:rusia` matches no row; nearest: Russia"). Appends nothing where none is to blame.
 */
void expression_explain_nothing(const struct expression *expression, const struct dataset *dataset,
                                struct buffer *out);
/*
 * What a user should know about the rows of `among` that were `selected`, by expression_select()
 * with this expression, and could not guess; one sentence a line, without a newline at the end,
 * nothing where there is nothing to say:
 *
 *     3 rows overlap 2023 without lying within it (FY2023-24): period:FY2023-24
 *     value>=5 compares numbers as written, of % and USD bn alike: name a unit, as in 5bn or 5%
 *     /(a+)+b/ was given up on 12 texts, which have too many ways to match: make it simpler
 */
void expression_remark(const struct expression *expression, const struct dataset *dataset,
                       const struct row_set *among, const struct row_set *selected,
                       struct buffer *out);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate.h"

#include "query/decide.h"

bool expression_select(const struct expression *expression, const struct dataset *dataset,
                       struct row_set *rows, parallel_doubt *doubt, void *doubt_context)
{
    struct expression over = *expression;
    over.dataset = dataset;
    for (size_t i = 0; i < over.pattern_count; i++)
        pattern_forget_overruns(over.patterns[i]);
    if (expression_is_empty(expression))
        return true;
    struct decision decision = {.expression = &over,
                                .node = over.root,
                                .among = rows,
                                .doubt = doubt,
                                .doubt_context = doubt_context};
    struct row_set holds;
    if (!node_decide(&decision, &holds))
        return false;
    row_set_release(rows);
    *rows = holds;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate/evaluate.h"

#include "query/evaluate/row_filter.h"
#include "query/language/tree.h"

static bool select_rows(const struct expression *expression, struct row_set *rows,
                        parallel_doubt *doubt, void *doubt_context)
{
    for (size_t i = 0; i < expression->pattern_count; i++)
        pattern_forget_overruns(expression->patterns[i]);
    struct decision decision = {.expression = expression,
                                .node = expression->root,
                                .doubt = doubt,
                                .doubt_context = doubt_context};
    return node_narrow(&decision, rows);
}

bool expression_select(const struct expression *expression, const struct dataset *dataset,
                       struct row_set *rows, parallel_doubt *doubt, void *doubt_context)
{
    struct expression over = *expression;
    over.dataset = dataset;
    return expression_is_empty(expression) || select_rows(&over, rows, doubt, doubt_context);
}

bool pattern_select(struct pattern *pattern, const struct dataset *dataset, struct row_set *rows,
                    parallel_doubt *doubt, void *doubt_context)
{
    struct operand operand = {.kind = OPERAND_PATTERN, .pattern = pattern};
    struct node node = {.kind = NODE_TEST,
                        .test = {.subject = SUBJECT_ANY,
                                 .kind = TEST_CONTAINS,
                                 .comparison = COMPARISON_HOLDS,
                                 .operands = &operand,
                                 .operand_count = 1}};
    const struct expression expression = {
        .root = &node, .dataset = dataset, .patterns = &pattern, .pattern_count = 1};
    return select_rows(&expression, rows, doubt, doubt_context);
}

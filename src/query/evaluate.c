/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/evaluate.h"

#include "base/array.h"
#include "query/decide.h"

struct row_list expression_select(const struct expression *expression,
                                  const struct dataset *dataset, const struct row_list *among)
{
    struct expression over = *expression;
    over.dataset = dataset;
    for (size_t i = 0; i < over.pattern_count; i++)
        pattern_forget_overruns(over.patterns[i]);
    if (expression_is_empty(expression))
        return row_list_copy(among);
    struct row_set set = node_decide(&over, over.root, NULL);
    struct row_list selected = {0};
    for (size_t i = 0; i < among->count; i++)
        if (row_set_contains(&set, row_list_at(among, i)))
            row_list_add(&selected, row_list_at(among, i));
    row_set_release(&set);
    return selected;
}

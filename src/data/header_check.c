/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/header_check.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct named_column {
    char *folded; /* owned */
    size_t column;
};

static int compare_named(const void *left, const void *right)
{
    const struct named_column *a = left, *b = right;
    int order = strcmp(a->folded, b->folded);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

/* Marks the columns whose name an earlier one has, by sorting: a header may have thousands. */
static bool *find_repeated(const struct mapping *mapping)
{
    size_t count = mapping->column_count;
    struct named_column *names = xcalloc(count, sizeof *names);
    bool *repeated = xcalloc(count, sizeof *repeated);
    for (size_t i = 0; i < count; i++) {
        struct buffer folded = {0};
        text_fold(&folded, text_of(mapping->columns[i].name));
        names[i] = (struct named_column){buffer_take(&folded), i};
    }
    qsort(names, count, sizeof *names, compare_named);
    for (size_t i = 1; i < count; i++)
        repeated[names[i].column] = strcmp(names[i - 1].folded, names[i].folded) == 0;
    for (size_t i = 0; i < count; i++)
        free(names[i].folded);
    free(names);
    return repeated;
}

void header_check(const struct mapping *mapping, const char *path, size_t line,
                  struct problem_list *problems)
{
    bool *repeated = find_repeated(mapping);
    for (size_t i = 0; i < mapping->column_count; i++) {
        if (!repeated[i])
            continue;
        struct buffer name = {0};
        problem_quote(&name, text_of(mapping->columns[i].name));
        problem_add(problems, path, line, i + 1,
                    "the column %s stands in the header already; that one is used, this one "
                    "is kept as a column without meaning; rename one",
                    name.data);
        buffer_release(&name);
    }
    free(repeated);
}

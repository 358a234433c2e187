/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/rows/row_sum.h"

#include "base/memory.h"
#include "data/table/dictionary.h"

#include <stdlib.h>

struct sum_key sum_key_of_column(const struct table *table, size_t column)
{
    struct sum_key key = {.code_count = table_distinct_count(table, column)};
    struct dictionary words;
    uint32_t *first = xcalloc(key.code_count + 1, sizeof *first); /* first code of each word */
    dictionary_init(&words);
    key.codes = table_codes(table, column);
    key.group_count = key.code_count;
    key.groups = xreallocarray(NULL, key.code_count, sizeof *key.groups);
    for (uint32_t code = 0; code < key.code_count; code++) {
        struct text text = table_distinct(table, column, code);
        uint32_t word = dictionary_find(&words, text);
        if (word == NO_CODE) {
            word = dictionary_add(&words, text);
            first[word] = code;
        }
        key.groups[code] = word == 0 ? 0 : first[word];
    }
    dictionary_release(&words);
    free(first);
    return key;
}

void sum_key_release(struct sum_key *key)
{
    free(key->groups);
    *key = (struct sum_key){0};
}

void sum_plan_release(struct sum_plan *plan)
{
    for (size_t key = 0; key < plan->key_count; key++)
        sum_key_release(&plan->keys[key]);
    *plan = (struct sum_plan){0};
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/statistics/country_ids.h"

#include "base/memory.h"
#include "query/rows/tuple_index.h"

#include <stdlib.h>

/* Numbers names of countries that the list does not contain, in lower case. */
static uint32_t word_of_name(struct dictionary *words, struct arena *arena, struct text name)
{
    struct buffer folded = {0};
    text_fold(&folded, text_trim(name));
    uint32_t word = dictionary_find(words, buffer_text(&folded));
    if (word == NO_CODE)
        word = dictionary_add(
            words, (struct text){arena_copy(arena, folded.data, folded.length), folded.length});
    buffer_release(&folded);
    return word;
}

uint32_t *country_ids(const struct dataset *dataset, const struct country_list *countries,
                      enum field field)
{
    size_t column = dataset->column[field];
    size_t count = table_distinct_count(dataset->table, column);
    uint32_t *numbers = xreallocarray(NULL, count, sizeof *numbers);
    uint32_t *firsts = xreallocarray(NULL, count, sizeof *firsts); /* first code of each country */
    struct tuple_index index = {.width = 2};
    struct dictionary words;
    struct arena arena = {0};
    dictionary_init(&words);
    for (uint32_t code = 0; code < count; code++) {
        struct text name = table_distinct(dataset->table, column, code);
        int country = countries && name.length ? country_find(countries, name) : -1;
        const uint32_t key[] = {country >= 0, country >= 0 ? (uint32_t)country
                                                           : word_of_name(&words, &arena, name)};
        size_t known = index.count, number = tuple_index_number(&index, key);
        if (number == known)
            firsts[number] = code;
        numbers[code] = firsts[number];
    }
    dictionary_release(&words);
    arena_release(&arena);
    tuple_index_release(&index);
    free(firsts);
    return numbers;
}

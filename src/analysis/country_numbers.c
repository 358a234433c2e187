/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/country_numbers.h"

#include "base/memory.h"

#define UNKNOWN_COUNTRY 0x80000000u /* above the numbers of known countries */

uint32_t *country_numbers(const struct dataset *dataset, const struct country_list *countries,
                          enum field field)
{
    size_t column = dataset->column[field];
    size_t count = table_distinct_count(dataset->table, column);
    uint32_t *numbers = xreallocarray(NULL, count, sizeof *numbers);
    for (size_t code = 0; code < count; code++) {
        struct text name = table_distinct(dataset->table, column, (uint32_t)code);
        int country = countries && code ? country_find(countries, name) : -1;
        numbers[code] = country >= 0 ? (uint32_t)country : UNKNOWN_COUNTRY | (uint32_t)code;
    }
    return numbers;
}

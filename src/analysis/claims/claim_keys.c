/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/claim_keys.h"

#include "analysis/statistics/country_ids.h"
#include "base/memory.h"
#include "query/rows/tuple_index.h"

#include <string.h>

static struct sum_key key_of_field(const struct dataset *dataset, enum field field)
{
    size_t column = dataset->column[field];
    struct sum_key key = {.code_count = table_distinct_count(dataset->table, column)};
    key.codes = table_codes(dataset->table, column);
    key.groups = xreallocarray(NULL, key.code_count, sizeof *key.groups);
    return key;
}

static int word_at(const struct dataset *dataset, enum field field, uint32_t code)
{
    return word_meaning(&dataset->meanings, dataset->table, dataset->column[field], field, code);
}

struct sum_key claim_key_of_kind(const struct dataset *dataset)
{
    struct sum_key key = key_of_field(dataset, FIELD_KIND);
    key.group_count = KEY_OF_FORECAST + 1;
    for (uint32_t code = 0; code < key.code_count; code++) {
        int kind = word_at(dataset, FIELD_KIND, code);
        key.groups[code] = kind == KIND_FIGURE     ? (uint32_t)KEY_OF_FIGURE
                           : kind == KIND_TARGET   ? (uint32_t)KEY_OF_TARGET
                           : kind == KIND_FORECAST ? (uint32_t)KEY_OF_FORECAST
                                                   : NO_GROUP;
    }
    return key;
}

struct sum_key claim_key_of_word(const struct dataset *dataset, enum field field, int unstated)
{
    struct sum_key key = key_of_field(dataset, field);
    key.group_count = field_table[field].vocabulary->count;
    for (uint32_t code = 0; code < key.code_count; code++) {
        int word = word_at(dataset, field, code);
        key.groups[code] = (uint32_t)(word > 0 ? word : unstated);
    }
    return key;
}

struct sum_key claim_key_of_some(struct sum_key key, bool (*passes)(uint32_t group))
{
    for (size_t code = 0; code < key.code_count; code++)
        if (key.groups[code] != NO_GROUP)
            key.groups[code] = passes(key.groups[code]) ? 0 : NO_GROUP;
    key.group_count = 1;
    return key;
}

struct sum_key claim_key_of_country(const struct dataset *dataset,
                                    const struct country_list *countries, enum field field)
{
    struct sum_key key = {
        .codes = table_codes(dataset->table, dataset->column[field]),
        .code_count = table_distinct_count(dataset->table, dataset->column[field]),
        .groups = country_ids(dataset, countries, field),
    };
    key.group_count = key.code_count;
    return key;
}

struct sum_key claim_key_of_unit(const struct dataset *dataset)
{
    struct sum_key key = key_of_field(dataset, FIELD_UNIT);
    struct tuple_index units = {.width = 2};
    for (uint32_t code = 0; code < key.code_count; code++) {
        struct unit unit =
            unit_meaning(&dataset->meanings, dataset->table, dataset->column[FIELD_UNIT], code);
        uint32_t words[] = {unit.dimension, 0};
        memcpy(&words[1], unit.currency, sizeof unit.currency);
        key.groups[code] = (uint32_t)tuple_index_number(&units, words);
    }
    key.group_count = units.count;
    tuple_index_release(&units);
    return key;
}

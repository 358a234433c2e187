/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each column maps its codes to groups, once per code. The groups of a row, as digits of a number,
 * are its key. If one number cannot hold the digits, several are used.
 */
#include "config.h"

#include "analysis/claims/observation_keys.h"

#include "analysis/claims/claim_keys.h"
#include "base/array.h"
#include "base/memory.h"
#include "base/effort.h"
#include "base/parallel.h"
#include "query/rows/tuple_index.h"

#include <math.h>
#include <stdlib.h>

#define KEY_PART_ROWS ((size_t)16384)

enum {
    OF_KIND,
    OF_REPORTER,
    OF_PARTNER,
    OF_FLOW,
    OF_PRODUCT,
    OF_MEASURE,
    OF_PERIOD,
    OF_BASE,
    OF_UNIT,
    OF_SCOPE,
    OF_SPEAKER, /* this and the next two: of forecasts, else 0 */
    OF_SOURCE,
    OF_DATE,
    PARTS
};

#define NO_BASE 0 /* the number of an absent period */

struct keying {
    const struct row_list *rows;
    struct sum_key parts[PARTS];
    uint32_t *previous; /* for each code of a period: the number of the period before; NO_BASE for a
                           span, which does not tell what its growth is over */
    const double *values; /* NULL if there are none */
    size_t width;         /* 32-bit numbers per key, with one for the row */
    uint32_t *keys;
    bool *has_key;
};

static uint32_t number_of_period(struct tuple_index *periods, struct period period)
{
    const uint32_t key[] = {period.kind, (uint32_t)period.first, (uint32_t)period.last};
    return (uint32_t)tuple_index_number(periods, key);
}

static struct period period_of_code(const struct dataset *dataset, enum field field, uint32_t code)
{
    struct period period;
    if (!period_parse(table_distinct(dataset->table, dataset->column[field], code), &period))
        period = (struct period){0};
    return period;
}

static struct sum_key key_of_periods(const struct dataset *dataset, enum field field,
                                     struct tuple_index *periods)
{
    size_t column = dataset->column[field];
    struct sum_key key = {.codes = table_codes(dataset->table, column),
                          .code_count = table_distinct_count(dataset->table, column)};
    key.groups = xreallocarray(NULL, key.code_count, sizeof *key.groups);
    for (uint32_t code = 0; code < key.code_count; code++)
        key.groups[code] = number_of_period(periods, period_of_code(dataset, field, code));
    return key;
}

/* Numbers periods, bases, and the possible base periods of growth, together. */
static void make_keys_of_periods(struct keying *keying, const struct dataset *dataset)
{
    struct tuple_index periods = {.width = 3};
    number_of_period(&periods, (struct period){0}); /* NO_BASE */
    keying->parts[OF_PERIOD] = key_of_periods(dataset, FIELD_PERIOD, &periods);
    keying->parts[OF_BASE] = key_of_periods(dataset, FIELD_BASE, &periods);
    size_t count = keying->parts[OF_PERIOD].code_count;
    keying->previous = xcalloc(count, sizeof *keying->previous);
    for (uint32_t code = 0; code < count; code++) {
        struct period period = period_of_code(dataset, FIELD_PERIOD, code);
        if (period.kind && period.kind != PERIOD_SPAN)
            keying->previous[code] = number_of_period(&periods, period_previous(period));
    }
    keying->parts[OF_PERIOD].group_count = periods.count;
    keying->parts[OF_BASE].group_count = periods.count;
    tuple_index_release(&periods);
}

/* Without forecasts, these do not make the keys longer. */
static void make_keys_of_forecasts(struct keying *keying, const struct dataset *dataset)
{
    static const enum field fields[] = {FIELD_SPEAKER, FIELD_SOURCE, FIELD_DATE};
    const struct sum_key *kinds = &keying->parts[OF_KIND];
    bool has_forecasts = false;
    for (size_t i = 0; i < kinds->code_count; i++)
        has_forecasts = has_forecasts || kinds->groups[i] == KEY_OF_FORECAST;
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        struct sum_key *part = &keying->parts[OF_SPEAKER + i];
        *part = sum_key_of_column(dataset->table, dataset->column[fields[i]]);
        part->group_count = has_forecasts ? part->group_count : 1;
    }
}

static struct keying keying_start(const struct dataset *dataset,
                                  const struct country_list *countries, const struct row_list *rows)
{
    struct keying keying = {
        .rows = rows,
        .parts = {[OF_KIND] = claim_key_of_kind(dataset),
                  [OF_REPORTER] = claim_key_of_country(dataset, countries, FIELD_REPORTER),
                  [OF_PARTNER] = claim_key_of_country(dataset, countries, FIELD_PARTNER),
                  [OF_FLOW] = claim_key_of_word(dataset, FIELD_FLOW, FLOW_NONE),
                  [OF_PRODUCT] = sum_key_of_column(dataset->table, dataset->column[FIELD_PRODUCT]),
                  [OF_MEASURE] = claim_key_of_word(dataset, FIELD_MEASURE, MEASURE_VALUE),
                  [OF_UNIT] = claim_key_of_unit(dataset),
                  [OF_SCOPE] = sum_key_of_column(dataset->table, dataset->column[FIELD_SCOPE])},
    };
    if (table_has_numbers(dataset->table, dataset->column[FIELD_VALUE]))
        keying.values = table_numbers(dataset->table, dataset->column[FIELD_VALUE]);
    make_keys_of_periods(&keying, dataset);
    make_keys_of_forecasts(&keying, dataset);
    return keying;
}

/* Returns the base as claim_base() does. */
static uint32_t base_of_row(const struct keying *keying, const uint32_t *groups, size_t row)
{
    if (groups[OF_KIND] == KEY_OF_TARGET)
        return NO_BASE;
    bool is_rate = groups[OF_MEASURE] == MEASURE_GROWTH || groups[OF_MEASURE] == MEASURE_CHANGE;
    if (groups[OF_BASE] == NO_BASE && is_rate)
        return keying->previous[codes_at(keying->parts[OF_PERIOD].codes, row)];
    return groups[OF_BASE];
}

/* Forecasts are compared if they were made by the same forecaster on the same day. */
static void clear_forecaster(uint32_t *groups)
{
    bool is_forecast = groups[OF_KIND] == KEY_OF_FORECAST;
    if (!is_forecast || groups[OF_SPEAKER])
        groups[OF_SOURCE] = 0;
    if (!is_forecast)
        groups[OF_SPEAKER] = groups[OF_DATE] = 0;
}

static uint32_t *put_digits(uint32_t *key, uint64_t digits)
{
    *key++ = (uint32_t)digits;
    *key++ = (uint32_t)(digits >> 32);
    return key;
}

static bool make_key(const struct keying *keying, size_t row, uint32_t *key)
{
    uint32_t groups[PARTS];
    for (size_t i = 0; i < PARTS; i++)
        groups[i] = keying->parts[i].groups[codes_at(keying->parts[i].codes, row)];
    if (groups[OF_KIND] == NO_GROUP || !keying->values || isnan(keying->values[row]))
        return false;
    groups[OF_BASE] = base_of_row(keying, groups, row);
    clear_forecaster(groups);
    /* A claim without a period is compared with nothing, so that its row is part of the key. */
    *key++ = groups[OF_PERIOD] == NO_BASE ? (uint32_t)row + 1 : 0;
    uint64_t room = UINT64_MAX, digits = 0;
    for (size_t i = 0; i < PARTS; i++) {
        uint64_t count = keying->parts[i].group_count;
        if (room < count) {
            key = put_digits(key, digits);
            room = UINT64_MAX;
            digits = 0;
        }
        digits = digits * count + groups[i];
        room /= count;
    }
    put_digits(key, digits);
    return true;
}

static size_t width_of_keys(const struct keying *keying)
{
    size_t width = 3;
    uint64_t room = UINT64_MAX;
    for (size_t i = 0; i < PARTS; i++) {
        uint64_t count = keying->parts[i].group_count;
        if (room < count) {
            width += 2;
            room = UINT64_MAX;
        }
        room /= count;
    }
    return width;
}

static void make_keys(void *context, size_t worker, size_t first, size_t last)
{
    struct keying *keying = context;
    (void)worker;
    for (size_t i = first; i < last; i++)
        keying->has_key[i] =
            make_key(keying, row_list_at(keying->rows, i), keying->keys + i * keying->width);
}

static void number_part(const struct keying *keying, struct tuple_index *index, size_t first,
                        size_t last, uint32_t *numbers)
{
    for (size_t i = first; i < last; i++)
        numbers[i] = keying->has_key[i]
                         ? (uint32_t)tuple_index_number(index, keying->keys + i * keying->width)
                         : NO_OBSERVATION;
}

/* Goes row by row, as the numbers depend on the order. */
static uint32_t *number_keys(const struct keying *keying, size_t *count,
                             const struct effort *effort)
{
    struct tuple_index index = {.width = keying->width};
    size_t rows = keying->rows->count;
    uint32_t *numbers = xreallocarray(NULL, rows + 1, sizeof *numbers);
    for (size_t first = 0; numbers && first < rows; first += KEY_PART_ROWS) {
        size_t last = rows - first < KEY_PART_ROWS ? rows : first + KEY_PART_ROWS;
        number_part(keying, &index, first, last, numbers);
        if (effort_is_cancelled(effort)) {
            free(numbers);
            numbers = NULL;
        }
    }
    *count = index.count;
    tuple_index_release(&index);
    return numbers;
}

uint32_t *observation_numbers(const struct dataset *dataset, const struct country_list *countries,
                              const struct row_list *rows, size_t *count,
                              const struct effort *effort)
{
    struct keying keying = keying_start(dataset, countries, rows);
    keying.width = width_of_keys(&keying);
    keying.keys = xreallocarray(NULL, rows->count * keying.width, sizeof *keying.keys);
    keying.has_key = xcalloc(rows->count, sizeof *keying.has_key);
    bool is_done = parallel_for(rows->count, KEY_PART_ROWS, make_keys, &keying, effort);
    uint32_t *numbers = is_done ? number_keys(&keying, count, effort) : NULL;
    for (size_t i = 0; i < PARTS; i++)
        sum_key_release(&keying.parts[i]);
    free(keying.previous);
    free(keying.keys);
    free(keying.has_key);
    return numbers;
}

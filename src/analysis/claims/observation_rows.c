/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/observation_rows.h"

#include "analysis/claims/observation.h"
#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>

static bool is_same_period(const struct country_list *countries, const struct claim *a,
                           const struct claim *b)
{
    (void)countries;
    return period_is_equal(a->period, b->period);
}

static bool is_same_reporter(const struct country_list *countries, const struct claim *a,
                             const struct claim *b)
{
    return country_is_same(countries, a->reporter, b->reporter);
}

static bool is_same_partner(const struct country_list *countries, const struct claim *a,
                            const struct claim *b)
{
    return country_is_same(countries, a->partner, b->partner);
}

static const struct {
    enum field field;
    bool (*is_same)(const struct country_list *countries, const struct claim *a,
                    const struct claim *b);
} compared[] = {
    {FIELD_PERIOD, is_same_period},
    {FIELD_REPORTER, is_same_reporter},
    {FIELD_PARTNER, is_same_partner},
};

enum likeness { LIKE_UNKNOWN, LIKE_YES, LIKE_NO };

struct lookout {
    const struct dataset *dataset;
    const struct country_list *countries;
    struct claim wanted;
    struct codes codes[ARRAY_LENGTH(compared)];
    /* The meaning of each code, decided on first occurrence. */
    unsigned char *likeness[ARRAY_LENGTH(compared)];
};

static bool is_alike(const struct lookout *lookout, size_t at, size_t row)
{
    unsigned char *likeness = &lookout->likeness[at][codes_at(lookout->codes[at], row)];
    if (*likeness == LIKE_UNKNOWN) {
        struct claim claim = dataset_claim(lookout->dataset, row);
        *likeness =
            compared[at].is_same(lookout->countries, &lookout->wanted, &claim) ? LIKE_YES : LIKE_NO;
    }
    return *likeness == LIKE_YES;
}

static bool is_found(const struct lookout *lookout, size_t row)
{
    for (size_t at = 0; at < ARRAY_LENGTH(compared); at++)
        if (!is_alike(lookout, at, row))
            return false;
    struct claim claim = dataset_claim(lookout->dataset, row);
    return observation_is_same(lookout->countries, &lookout->wanted, &claim);
}

struct row_list observation_rows(const struct dataset *dataset,
                                 const struct country_list *countries, const struct row_list *rows,
                                 size_t row)
{
    struct row_list found = {0};
    if (row == NO_ROW || !row_list_contains(rows, row))
        return found;
    struct lookout lookout = {dataset, countries, dataset_claim(dataset, row), {{0}}, {0}};
    if (!observation_is_same(countries, &lookout.wanted, &lookout.wanted))
        return found;
    for (size_t at = 0; at < ARRAY_LENGTH(compared); at++) {
        size_t column = dataset->column[compared[at].field];
        lookout.codes[at] = table_codes(dataset->table, column);
        lookout.likeness[at] = xcalloc(table_distinct_count(dataset->table, column), 1);
    }
    for (size_t i = 0; i < rows->count; i++)
        if (is_found(&lookout, row_list_at(rows, i)))
            row_list_add(&found, row_list_at(rows, i));
    for (size_t at = 0; at < ARRAY_LENGTH(compared); at++)
        free(lookout.likeness[at]);
    return found;
}

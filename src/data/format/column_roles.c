/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/format/column_roles.h"

#include "data/format/column_survey.h"
#include "data/format/translate.h"
#include "data/value/word_pattern.h"

static const char *const other_signs[] = {
    "qty",     "quant",       "weight", "kg",     "ton",     "volume", "dist",    "gdp",
    "pop",     "lat",         "lon",    "code",   "rank",    "id",     "index",   "rate",
    "share",   "year",        "month",  "growth", "price",   "flag",   "balance", "pct",
    "percent", "total trade", "mass",   "gap",    "predict", NULL};

bool role_is_taken(const struct column_roles *roles, size_t column)
{
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (roles->columns[field] == column)
            return true;
    return roles->month == column || roles->either == column;
}

/* Of several the one with the shortest name, as `Year` beside `Year Code`. */
size_t find_called(const struct file_survey *survey, const struct column_roles *roles,
                   column_test *test, const char *const *signs)
{
    size_t best = NO_ROLE;
    for (; *signs && best == NO_ROLE; signs++) {
        const char *const one[] = {*signs, NULL};
        for (size_t i = 0; i < survey->count; i++) {
            const struct column_survey *column = &survey->columns[i];
            bool fits = !role_is_taken(roles, i) && test(column) && column_is_called(column, one);
            if (fits &&
                (best == NO_ROLE || column->plain.length < survey->columns[best].plain.length))
                best = i;
        }
    }
    return best;
}

size_t find_only(const struct file_survey *survey, const struct column_roles *roles,
                 column_test *test)
{
    size_t found = NO_ROLE;
    for (size_t i = 0; i < survey->count; i++) {
        if (role_is_taken(roles, i) || !test(&survey->columns[i]))
            continue;
        if (found != NO_ROLE)
            return NO_ROLE;
        found = i;
    }
    return found;
}

bool column_is_of_words(const struct column_survey *column)
{
    return column->filled > 0 && !column_is_of_numbers(column);
}

bool column_is_of_years(const struct column_survey *column)
{
    return column->filled > 0 && column->years == column->filled;
}

bool column_states_no_value(const struct column_survey *column)
{
    for (size_t i = 0; i < no_flow_pattern_count; i++)
        if (word_pattern_fits(text_of(no_flow_patterns[i]), column->name))
            return true;
    return false;
}

/* Values are missing, or wrong, more often than other numbers. */
bool column_is_of_values(const struct column_survey *column)
{
    return column->numbers > 0 && column->numbers * 2 >= column->filled &&
           !column_is_called(column, other_signs) && !column_states_no_value(column) &&
           column->plain.length && !column_is_of_years(column);
}

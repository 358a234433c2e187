/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the columns of a file of no known layout seem to be: the first records are looked at, cell
 * by cell. The result is only suggested to the user, never assumed.
 */
#ifndef TRADESCOPE_DATA_FORMAT_COLUMN_SURVEY_H
#define TRADESCOPE_DATA_FORMAT_COLUMN_SURVEY_H

#include "data/codes/country.h"
#include "data/csv/header_name.h"
#include "data/format/mapping.h"
#include "data/value/number_survey.h"

/* Each count is of cells that are not empty. */
struct column_survey {
    struct text name;  /* as written, trimmed */
    struct text plain; /* normalised, see header_name.h */
    size_t filled, distinct;
    size_t numbers;
    size_t periods;               /* in a notation of tradescope-format(5) */
    size_t years;                 /* four digits between 1800 and 2100 */
    size_t months;                /* 1 to 12, or the name of a month */
    size_t countries;             /* names and codes of letters */
    size_t worlds;                /* ... of which these are the whole world */
    size_t flows;                 /* words for exports or imports, and ... */
    size_t balances;              /* ... texts beside them that are no value of either */
    struct number_survey written; /* how its numbers are written */
};

struct file_survey {
    struct column_survey *columns; /* owned */
    size_t count;
    struct header header;
};

/* Looks at the records below head->header. `countries` may be NULL. */
void file_survey_init(struct file_survey *survey, const struct file_head *head,
                      const struct country_list *countries);
void file_survey_release(struct file_survey *survey);

bool column_is_of_periods(const struct column_survey *column);
bool column_is_of_countries(const struct column_survey *column);
/* True if its words are exports, imports, or balances and the like beside them. */
bool column_is_of_flows(const struct column_survey *column);
bool column_is_of_numbers(const struct column_survey *column);
/*
 * The decimal sign of a column whose numbers do not tell it, as "1,351": "point" or "comma" if the
 * numbers of all other columns tell the same one, "" if they do not, NULL if the column tells
 * itself.
 */
const char *column_decimal(const struct file_survey *survey, size_t column, char separator);
/* True if the normalised name contains one of the signs. The list ends with NULL. */
bool column_is_called(const struct column_survey *column, const char *const *signs);

#endif

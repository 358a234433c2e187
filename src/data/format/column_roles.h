/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fields that the columns of a file of no known layout may state, judged by their names and by
 * the words below them. A field that nothing states is left open: it is asked for, and not guessed.
 */
#ifndef TRADESCOPE_DATA_FORMAT_COLUMN_ROLES_H
#define TRADESCOPE_DATA_FORMAT_COLUMN_ROLES_H

#include "data/format/column_survey.h"
#include "data/value/stated_unit.h"

#define NO_ROLE SIZE_MAX
#define MELTED_FLOWS ((size_t)4) /* exports, imports, and the same goods going back */

struct column_roles {
    size_t columns[FIELD_COUNT]; /* the column of each field; NO_ROLE if none states it */
    size_t month;                /* completes a column of years; NO_ROLE */
    size_t unit;                 /* a column of units of money; NO_ROLE */
    size_t other_value;          /* which may be the value as well; NO_ROLE */
    bool has_codes;              /* reporter or partner is a column of numbers */
    bool is_product_left;        /* the product is the only column of words that is left */
    size_t either;               /* countries that report, or partners: nothing tells; NO_ROLE */
    struct text year;            /* the period, as the name of the column of values says; empty */
    bool melts_flows_too;        /* names of melted columns state a year and a flow */
    size_t no_value;             /* numbers that are a share, an index or the like; NO_ROLE */
    size_t other_flow;           /* a column of the same flow as a melted one; NO_ROLE */
    const char *period_words;    /* of the melted columns: "" or "year-in-name"; NULL for none */
    size_t flows[MELTED_FLOWS];  /* columns of values that are melted, one for each flow */
    size_t flow_count;
    bool melts_partners;       /* the names of the columns of values are partners */
    const char *flow;          /* of all rows, as the name of a column says; NULL ... */
    const char *file_flow;     /* ... or as that of the file says; NULL */
    bool goes_from_to;         /* reporter and partner are where goods come from and go to */
    bool has_unit;             /* the names of the columns of values state ... */
    struct stated_unit stated; /* ... this one */
};

typedef bool column_test(const struct column_survey *column);

/* True if the column has a role already. */
bool role_is_taken(const struct column_roles *roles, size_t column);
/* The free column that passes the test and has the first of the signs in its name; NO_ROLE. */
size_t find_called(const struct file_survey *survey, const struct column_roles *roles,
                   column_test *test, const char *const *signs);
/* The only free column that passes the test; NO_ROLE if there are none or several. */
size_t find_only(const struct file_survey *survey, const struct column_roles *roles,
                 column_test *test);
column_test column_is_of_words, column_is_of_values, column_is_of_years;
/* True if the name speaks of a share, an index, a quantity or constant prices. */
column_test column_states_no_value;

#endif

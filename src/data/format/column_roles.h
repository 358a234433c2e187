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
    size_t either;               /* countries that report, or partners: nothing tells; NO_ROLE */
    struct text year;            /* the period, as the name of the column of values says; empty */
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

void column_roles_find(struct column_roles *roles, const struct file_survey *survey,
                       const struct file_head *head, const struct country_list *countries);
/* The flow that a text names: "export"; NULL for none, and for two. */
const char *flow_of_name(struct text name);

#endif

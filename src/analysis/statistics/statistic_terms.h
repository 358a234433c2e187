/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The internals of struct statistic, for the files that make sums. Words are numbered by their
 * meaning, so that all names of a country have one number, and rows are grouped by these numbers.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_TERMS_H
#define TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_TERMS_H

#include <stdint.h>

#include "analysis/statistics/product_terms.h"
#include "analysis/statistics/statistic.h"
#include "data/table/dictionary.h"

/* Special numbers: no such word; and the total that contains all others. */
#define NO_TERM UINT32_MAX
#define WHOLE_TERM (UINT32_MAX - 1)

/* A column of the table, and the number of each of its codes. */
struct term_column {
    struct codes codes;
    uint32_t *numbers; /* owned */
    size_t code_count;
};

static inline uint32_t term_at(const struct term_column *column, size_t row)
{
    return column->numbers[codes_at(column->codes, row)];
}

/* A country or group of countries. */
enum place_kind { PLACE_PART, PLACE_GROUP, PLACE_WORLD, PLACE_KIND_COUNT };

/* If the word of a partner or a product is that of a total, as its rows are the sum of others. */
enum total_likelihood {
    TOTAL_NONE,
    TOTAL_SOMETIMES, /* in some periods, or of two others once, so it may be chance */
    TOTAL_LIKELY,
};

/* Made when a sum first needs it; see drop_likely_totals(). Owned. */
struct total_judgements {
    bool is_known;
    uint8_t *of_places, *of_products; /* for each word; NULL if no word may be one */
    uint8_t *of_reporters;
};

/* A column that splits a total which the file also states. */
struct term_split {
    const struct split *split;
    struct codes codes;
    uint32_t *ranks; /* owned; for each code: 0 for a part, totals by preference, greatest first */
    size_t code_count;
    bool has_wholes, has_parts;
};

struct statistic {
    const struct dataset *dataset;
    const struct country_list *countries;
    struct dictionary places, product_words, period_words; /* indexed by number */
    struct term_column reporters, partners;                /* numbers from `places` */
    struct term_column products, periods, flows;           /* flows: enum flow */
    struct term_column units; /* the numbers are codes; `unit_of` has their meaning */
    enum place_kind *place_kinds;
    bool *is_unknown_place;                        /* a word that is no country, group or code */
    bool has_unknown_places, has_unknown_products; /* of partners; of products */
    bool has_unknown_reporters;                    /* several reporters, one of them unknown */
    struct product_term *product_terms;            /* in the arena */
    struct total_judgements *totals;
    struct arena arena;
    struct period *period_of; /* of kind PERIOD_NONE if the word is not a period */
    struct unit *unit_of;
    struct term_split *splits;
    size_t split_count;
    bool has_nested_products;
    bool has_all_goods;
    bool is_reconciled; /* a row is the reporter's export and the partner's import: BACI */
};

/* Returns NO_TERM if the file lacks the country. The empty text is a place of its own. */
uint32_t statistic_find_place(const struct statistic *statistic, struct text name);
bool statistic_is_world(const struct statistic *statistic, struct text name);
/* True if a product lies within the requested one: it is the same, or a code with that prefix. */
bool statistic_is_within(const struct statistic *statistic, uint32_t product, struct text asked);
/* Returns the first split of an aspect; NULL if there is none. */
const struct term_split *statistic_split(const struct statistic *statistic, enum aspect aspect);
/* Returns more than 0 if the row is the total of the aspect. */
uint32_t split_rank(const struct term_split *split, size_t row);
/* Returns product and partner of a row: WHOLE_TERM for all products, for the world. */
uint32_t statistic_product(const struct statistic *statistic, size_t row);
uint32_t statistic_partner(const struct statistic *statistic, size_t row);
/* Returns the column of the file that the field is made from; NO_COLUMN if there is none. */
size_t statistic_origin(const struct statistic *statistic, enum field field);
/*
 * Finds products that are indented below others in the file, and takes the latter as their parents,
 * unless what is below one of them is more than it.
 */
void learn_indented_products(struct statistic *statistic);
/* Returns the frequency of a period: calendar year, fiscal year, quarter or month. */
enum frequency frequency_of_period(struct period period);

#endif

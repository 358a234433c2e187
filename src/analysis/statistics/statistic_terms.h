/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the words of a file mean to its sums: the inside of struct statistic, for the files that
 * sum. Words are numbered by their meaning, so that all names of a country have one number, and
 * rows are grouped by these numbers.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_TERMS_H
#define TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_TERMS_H

#include <stdint.h>

#include "analysis/statistics/statistic.h"
#include "data/table/dictionary.h"

/* In the place of a number: nothing of that kind; and what contains all others. */
#define NO_TERM UINT32_MAX
#define WHOLE_TERM (UINT32_MAX - 1)

/* A column of the table, and the number behind each of its codes. */
struct term_column {
    struct codes codes;
    uint32_t *numbers; /* owned */
    size_t code_count;
};

static inline uint32_t term_at(const struct term_column *column, size_t row)
{
    return column->numbers[codes_at(column->codes, row)];
}

/* Of a product. */
struct product_term {
    uint8_t level;   /* digits of a code, 0 for other words */
    bool is_total;   /* all of them */
    bool is_stage;   /* one of WITS's stages of processing, which divide all goods once more */
    uint32_t parent; /* the longest code of the file that begins this one; NO_TERM for none */
};

/* Of a country or group of countries. */
enum place_kind { PLACE_PART, PLACE_GROUP, PLACE_WORLD };

/* A column by which the file splits what it also states whole. */
struct term_split {
    const struct split *split;
    struct codes codes;
    uint32_t *ranks; /* owned; of each code: 0 for a part, wholes by preference, greatest first */
    size_t code_count;
    bool has_wholes, has_parts;
};

struct statistic {
    const struct dataset *dataset;
    const struct country_list *countries;
    struct dictionary places, product_words, period_words; /* by number */
    struct term_column reporters, partners;                /* numbers of `places` */
    struct term_column products, periods, flows;           /* flows: enum flow */
    struct term_column units; /* numbers are codes; what they mean is in `unit_of` */
    enum place_kind *place_kinds;
    struct product_term *product_terms;
    struct period *period_of; /* of kind PERIOD_NONE where the word is none */
    struct unit *unit_of;
    struct term_split *splits;
    size_t split_count;
    bool has_nested_products;
    bool has_all_goods;
    bool is_reconciled; /* a row is the reporter's export and the partner's import: BACI */
};

/* NO_TERM where the file has no such country; the empty text is a place of its own. */
uint32_t statistic_find_place(const struct statistic *statistic, struct text name);
bool statistic_is_world(const struct statistic *statistic, struct text name);
/* Whether a product number lies within the product that is asked for: itself, or a code that it
 * begins. */
bool statistic_is_within(const struct statistic *statistic, uint32_t product, struct text asked);
/* The first split of an aspect; NULL where there is none. */
const struct term_split *statistic_split(const struct statistic *statistic, enum aspect aspect);
/* Greater than 0 where the row is the whole of the aspect. */
uint32_t split_rank(const struct term_split *split, size_t row);
/* Product and partner of a row: WHOLE_TERM for all products, for the world. */
uint32_t statistic_product(const struct statistic *statistic, size_t row);
uint32_t statistic_partner(const struct statistic *statistic, size_t row);
/* The calendar year, fiscal year, quarter or month that a period is of, in a frequency. */
enum frequency frequency_of_period(struct period period);

#endif

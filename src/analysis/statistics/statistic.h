/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file of official statistics, prepared for sums: the meaning of each word of its columns,
 * computed once per word. Its queries:
 *
 *     statistic_choose()   the reporter, partner and products to begin with
 *     series_make()        their exports and imports, period by period        (series.h)
 *     breakdown_make()     which products, or partners, make a sum            (breakdown.h)
 *     mirror_make()        what both sides report                             (mirror.h)
 *
 * Every sum is over one partition: totals that a file states (World, TOTAL, all modes of transport)
 * are never added to the rows that they contain. The rules are in partition.h.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_H
#define TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/effort.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_set.h"

struct statistic;

/*
 * For a data set of the form FORM_STATISTICS. Borrows data set and countries (may be NULL). Make a
 * new one after rows were added.
 */
struct statistic *statistic_new(const struct dataset *dataset,
                                const struct country_list *countries);
void statistic_free(struct statistic *statistic);

/*
 * A reporter, a partner and a product, in the words of the file or other names of the same
 * countries. The partner may be "World". An empty product means all products of the file.
 */
struct trade {
    struct text reporter, partner, product; /* borrowed */
};

/*
 * Completes a wish (may be NULL) to a trade of the file, in the words of the file. Parts that are
 * not given are chosen. If neither place is given and all is of one reporter, that is its trade
 * with the world, if the file states it or has many partners; else the two countries with the
 * greatest sum of values among the rows. Groups and World are chosen only if there are no such
 * countries, World with itself last. A file without partners is of trade with the world. The
 * product is the only one of the file, else empty. Returns false, with what the file has instead,
 * if it lacks a part of the wish.
 */
bool statistic_choose(const struct statistic *statistic, const struct row_set *rows,
                      const struct trade *wish, struct trade *trade, struct error *error);
/*
 * The same without a wish. Returns false, without a choice, if the file has no trade or `effort`
 * (may be NULL) cancelled it.
 */
bool statistic_choose_any(const struct statistic *statistic, const struct row_set *rows,
                          struct trade *trade, const struct effort *effort);

/* A reporter, partner, product or period of a file, and the number of its rows. */
struct statistic_word {
    struct text word; /* borrowed from the data set */
    size_t rows;
    bool is_whole;        /* contains others: World, a group of countries, TOTAL */
    unsigned level;       /* digits of a product code; 0 for other words */
    struct period period; /* of FIELD_PERIOD */
};
struct statistic_words {
    struct statistic_word *items; /* by period, else by word; each meaning once */
    size_t count;
};
/*
 * `field` is FIELD_REPORTER, PARTNER, PRODUCT or PERIOD. Counts rows of `rows`, NULL for all. The
 * caller releases the result.
 */
struct statistic_words statistic_words_make(const struct statistic *statistic,
                                            const struct row_set *rows, enum field field);
void statistic_words_release(struct statistic_words *words);

/*
 * True if the file covers all goods: it has a row for them, enough chapters, or no products at all.
 * Otherwise a sum of its products is not called a sum of all goods.
 */
bool statistic_has_all_goods(const struct statistic *statistic);

/* The kinds of periods of a series. */
enum frequency {
    FREQUENCY_YEAR, /* calendar years */
    FREQUENCY_FISCAL_YEAR,
    FREQUENCY_QUARTER,
    FREQUENCY_MONTH,
    FREQUENCY_COUNT,
};
#define FREQUENCY_BIT(frequency) (1u << (frequency))
/* "calendar years", "fiscal years", "quarters", "months" */
const char *frequency_name(enum frequency frequency);
/* Returns the frequencies of the file's periods, as bits. A part of a year counts as its year. */
unsigned statistic_frequencies(const struct statistic *statistic);
/*
 * Returns the years that the file states, else calendar years added up from other periods; if there
 * are not enough for one, quarters or months.
 */
unsigned statistic_first_frequencies(const struct statistic *statistic);

#endif

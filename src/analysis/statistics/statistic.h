/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file of official statistics, ready to be summed: what each word of its columns means, decided
 * once a word. What it is asked for, and what it answers:
 *
 *     statistic_choose()   which reporter, partner and products to begin with
 *     series_make()        their exports and imports, period by period        (series.h)
 *     breakdown_make()     which products, or partners, make a sum            (breakdown.h)
 *     mirror_make()        what both sides report                             (mirror.h)
 *
 * Every sum is over one partition: rows that a file states whole (World, TOTAL, all modes of
 * transport) are never added to the rows that they contain. The rules stand in partition.h.
 */
#ifndef TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_H
#define TRADESCOPE_ANALYSIS_STATISTICS_STATISTIC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/parallel.h"
#include "data/codes/country.h"
#include "data/load/dataset.h"
#include "query/rows/row_set.h"

struct statistic;

/*
 * Of a data set of the form FORM_STATISTICS. Borrows data set and countries (may be NULL), and is
 * of no use any more once rows are added.
 */
struct statistic *statistic_new(const struct dataset *dataset,
                                const struct country_list *countries);
void statistic_free(struct statistic *statistic);

/*
 * Whose trade with whom in what. The words are those of the file or any other names of the same
 * countries; the partner may be "World". An empty product is all that the file has.
 */
struct trade {
    struct text reporter, partner, product; /* borrowed */
};

/*
 * Completes a wish (may be NULL) to a trade of the file, in the words of the file: what is not
 * wished for is chosen. That is the pair with the greatest sum of values among the rows, or, where
 * one of the two is given, the greatest with that; World only where there is no other. The
 * product is the only one of the file, where it has one alone, else empty.
 * False, with what the file has instead, where it lacks what is wished for.
 */
bool statistic_choose(const struct statistic *statistic, const struct row_set *rows,
                      const struct trade *wish, struct trade *trade, struct error *error);
/* The same without a wish: false, and nothing chosen, where the file has no trade or the doubt (may
 * be NULL) ended it. */
bool statistic_choose_any(const struct statistic *statistic, const struct row_set *rows,
                          struct trade *trade, parallel_doubt *doubt, void *doubt_context);

/* The reporters, partners, products or periods of a file, and how many rows each has. */
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
 * `field` is FIELD_REPORTER, PARTNER, PRODUCT or PERIOD. Among `rows`, NULL for all. The caller
 * releases them.
 */
struct statistic_words statistic_words_make(const struct statistic *statistic,
                                            const struct row_set *rows, enum field field);
void statistic_words_release(struct statistic_words *words);

/*
 * Whether the file has all goods: a row for them, chapters enough, or no products at all. Else a
 * sum over its products is not called a sum of all goods.
 */
bool statistic_has_all_goods(const struct statistic *statistic);

/* How often: what the periods of a series are. */
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
/* Those that the periods of the file are of, as bits. A part of a year counts as its year. */
unsigned statistic_frequencies(const struct statistic *statistic);
/*
 * Years: those that the file states, else calendar years made of what it states; where it has not
 * enough for one, quarters or months.
 */
unsigned statistic_first_frequencies(const struct statistic *statistic);

#endif

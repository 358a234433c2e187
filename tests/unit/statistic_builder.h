/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files of statistics built by hand, and their sums:
 *
 *     struct statistic_fixture *file = build_statistic("period,flow,product,mode,value\n"
 *                                                      "2019,import,TOTAL,0,100\n");
 *     build_split(file, ASPECT_TRANSPORT, "mode", "0");
 *     check_number(sum_of(file, "2019", FLOW_IMPORT), 100);
 *
 * Columns named like fields are these fields; others are columns of the file. A line has as many
 * cells as the header, separated by commas. Reporter and unit are India and USD if the header lacks
 * them, the partner is Russia.
 */
#ifndef TRADESCOPE_TESTS_STATISTIC_BUILDER_H
#define TRADESCOPE_TESTS_STATISTIC_BUILDER_H

#include "analysis/statistics/breakdown.h"
#include "analysis/statistics/mirror.h"
#include "analysis/statistics/series.h"

struct statistic_fixture {
    struct dataset dataset;
    struct country_list *countries;
    struct statistic *statistic;   /* made on first use */
    struct series_request request; /* India with Russia, all products, unless changed */
    const struct row_set *rows;
    struct series series; /* for the request; make_series() makes it again */
    struct arena arena;
};

struct statistic_fixture *build_statistic(const char *text);
/* `wholes` are separated by "|"; NULL for none. */
void build_split(struct statistic_fixture *file, enum aspect aspect, const char *column,
                 const char *wholes);
void free_statistic(struct statistic_fixture *file);

const struct statistic *statistic_of(struct statistic_fixture *file);
const struct series *make_series(struct statistic_fixture *file);
/* Makes the series and returns a sum. Fails if there is none. */
const struct sum *find_sum(struct statistic_fixture *file, const char *period, enum flow flow);
double sum_of(struct statistic_fixture *file, const char *period, enum flow flow);
/* Returns "3 rows ... (...); ..." of a sum. */
const char *omitted(struct statistic_fixture *file, const struct sum *sum);
struct period period_of(const char *text);
/* Checks that the numbers are equal to the last bit. */
#define check_number(number, expected) check_number_at((number), (expected), __FILE__, __LINE__)
void check_number_at(double number, double expected, const char *file, int line);

#endif

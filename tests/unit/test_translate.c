/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/number_reader.h"
#include "data/translate.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* `expected` is NULL where the word means nothing. */
static void assert_means(const char *name, const char *word, const char *expected)
{
    const struct translation *translation = translation_find(text_of(name));
    struct buffer out = {0};
    assert_non_null(translation);
    buffer_puts(&out, "");
    bool is_known = translation->read(translation, text_of(word), NULL, &out);
    if (is_known != (expected != NULL) || !text_is(buffer_text(&out), expected ? expected : ""))
        fail_msg("%s: `%s` is `%s`, not `%s`", name, word, out.data, expected ? expected : "?");
    buffer_release(&out);
}

static void test_years_and_months(void **state)
{
    (void)state;
    assert_means("year", "2019", "2019");
    assert_means("year", "19", NULL);
    assert_means("year", "201901", NULL);
    assert_means("yyyymm", "201901", "2019-01");
    assert_means("yyyymm", "201913", NULL);
    assert_means("yyyymm", "201952", NULL);
    assert_means("yyyy52", "201952", "2019");
    assert_means("yyyy52", "201912", NULL);
    assert_means("quarter", "2005Q01", "2005Q1");
    assert_means("quarter", "2019Q4", "2019Q4");
    assert_means("quarter", "2019Q5", NULL);
    assert_means("month", "2024M2", "2024-02");
    assert_means("month", "2021-3", "2021-03");
    assert_means("month", "2021-03", "2021-03");
    assert_means("month", "2021-0", NULL);
    assert_means("month-name", "Jan-15", "2015-01");
    assert_means("month-name", "Dec-71", "1971-12");
    assert_means("month-name", "January 2018", "2018-01");
    assert_means("month-name", "January , 2018", "2018-01");
    assert_means("month-name", "2025 Feb", "2025-02");
    assert_means("month-name", "Sept 2020", "2020-09");
    assert_means("month-name", "Ja 2020", NULL);
    assert_means("month-name", "Januar 2020", "2020-01");
    assert_means("month-name", "Juli 2020", NULL);
}

/* Data by month are dated on its first day, with month or day in front. */
static void test_dates(void **state)
{
    (void)state;
    assert_means("first-of-month", "2007-01-01", "2007-01");
    assert_means("first-of-month", "1/1/2007", "2007-01");
    assert_means("first-of-month", "3/1/2007", "2007-03");
    assert_means("first-of-month", "1/3/2007", "2007-03");
    assert_means("first-of-month", "01/03/2007", "2007-03");
    assert_means("first-of-month", "2007-01-15", NULL);
    assert_means("first-of-month", "15/01/2007", NULL);
    assert_means("day-month-year", "26/10/2017", "2017-10-26");
    assert_means("day-month-year", "10/26/2017", NULL);
    assert_means("month-day-year", "10/26/2017", "2017-10-26");
    assert_means("day-month-year", "31/4/2017", NULL);
}

static void test_fiscal_years(void **state)
{
    (void)state;
    assert_means("fiscal-year", "2019-20", "FY2019-20");
    assert_means("fiscal-year", "1999-00", "FY1999-00");
    assert_means("fiscal-year", "2019-2020", "FY2019-20");
    assert_means("fiscal-year", "201920", "FY2019-20");
    assert_means("fiscal-year", "2014_2015", "FY2014-15");
    assert_means("fiscal-year", "FY2019-20", "FY2019-20");
    assert_means("fiscal-year", "2019-21", NULL);
    assert_means("fiscal-year", "2022-till now", NULL);
}

/* A part of a year is not that year. */
static void test_partial_years(void **state)
{
    (void)state;
    assert_means("through", "2024 through October", "2024-01/2024-10");
    assert_means("year", "2024 through October", NULL);
}

static void test_products(void **state)
{
    (void)state;
    assert_means("hs", "80620", "080620");
    assert_means("hs", "080620", "080620");
    assert_means("hs", "1", "01");
    assert_means("hs", "TOTAL", NULL);
    assert_means("hs", "", NULL);
    assert_means("hs-label", "50 Silk, including yarns", "50");
    assert_means("hs-label", "5 Animal products", "05");
    assert_means("hs-label", "All Commodities", NULL);
    assert_means("classified", "H5|101", "0101");
    assert_means("classified", "HS|TOTAL", "TOTAL");
    assert_means("classified", "S4|101", "101");
    assert_means("classified", "EB10|200", "200");
}

static void assert_reads(const char *name, const char *word, double expected)
{
    struct decimal decimal = {.value = NAN};
    bool is_number = number_reader_find(text_of(name))(text_of(word), &decimal);
    if (is_number != !isnan(expected) || (is_number && decimal.value != expected))
        fail_msg("%s: `%s` is %g, not %g", name, word, decimal.value, expected);
}

static void test_numbers(void **state)
{
    (void)state;
    assert_reads("thousands", "1,234.5", 1234.5);
    assert_reads("thousands", "1,009,312", 1009312);
    assert_reads("thousands", "1,23,456.7", 123456.7);
    assert_reads("thousands", "-6,857", -6857);
    assert_reads("thousands", "  13.235", 13.235);
    assert_reads("thousands", "1,5", NAN);
    assert_reads("thousands", ",500", NAN);
    assert_reads("thousands", "1,234,5", NAN);
    assert_reads("thousands", "1.5,000", NAN);
    assert_reads("thousands", "", NAN);
    assert_reads("thousands", "-", NAN);
    assert_reads("decimal-comma", "3510,65", 3510.65);
    assert_reads("decimal-comma", "1.234,5", 1234.5);
    assert_reads("decimal-comma", "1.234", 1234);
    assert_reads("decimal-comma", "1.23", NAN);
    assert_reads("footnotes", "159.83 e", 159.83);
    assert_reads("footnotes", "159.83", 159.83);
    assert_reads("footnotes", "159.83 estimate", NAN);
    assert_reads("footnotes", "e", NAN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years_and_months), cmocka_unit_test(test_dates),
        cmocka_unit_test(test_fiscal_years),     cmocka_unit_test(test_partial_years),
        cmocka_unit_test(test_products),         cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/array.h"
#include "data/value/number_reader.h"
#include "data/format/translate.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct meaning {
    const char *translation, *word, *expected; /* NULL where the word means nothing */
};

static bool check_meaning(const struct meaning *meaning)
{
    const struct translation *translation = translation_find(text_of(meaning->translation));
    const char *expected = meaning->expected ? meaning->expected : "";
    struct buffer out = {0};
    assert_non_null(translation);
    buffer_puts(&out, "");
    bool is_known = translation->read(translation, text_of(meaning->word), NULL, &out);
    bool is_good = is_known == (meaning->expected != NULL) && text_is(buffer_text(&out), expected);
    if (!is_good)
        print_error("%s: `%s` is `%s`, not `%s`\n", meaning->translation, meaning->word, out.data,
                    expected);
    buffer_release(&out);
    return is_good;
}

static void check_meanings(const struct meaning *meanings, size_t count)
{
    bool are_good = true;
    for (size_t i = 0; i < count; i++)
        are_good &= check_meaning(&meanings[i]);
    assert_true(are_good);
}

static const struct meaning years_and_months[] = {
    {"year", "2019", "2019"},
    {"year", "19", NULL},
    {"year", "201901", NULL},
    {"yyyymm", "201901", "2019-01"},
    {"yyyymm", "201913", NULL},
    {"yyyymm", "201952", NULL},
    {"yyyy52", "201952", "2019"},
    {"yyyy52", "201912", NULL},
    {"quarter", "2005Q01", "2005Q1"},
    {"quarter", "2019Q4", "2019Q4"},
    {"quarter", "2019Q5", NULL},
    {"month", "2024M2", "2024-02"},
    {"month", "2021-3", "2021-03"},
    {"month", "2021-03", "2021-03"},
    {"month", "2021-0", NULL},
    {"month-name", "Jan-15", "2015-01"},
    {"month-name", "Dec-71", "1971-12"},
    {"month-name", "January 2018", "2018-01"},
    {"month-name", "January , 2018", "2018-01"},
    {"month-name", "2025 Feb", "2025-02"},
    {"month-name", "Sept 2020", "2020-09"},
    {"month-name", "Ja 2020", NULL},
    {"month-name", "Januar 2020", "2020-01"},
    {"month-name", "Juli 2020", NULL},
};

/* Data by month are dated on its first day, with month or day in front. */
static const struct meaning dates[] = {
    {"first-of-month", "2007-01-01", "2007-01"}, {"first-of-month", "1/1/2007", "2007-01"},
    {"first-of-month", "3/1/2007", "2007-03"},   {"first-of-month", "1/3/2007", "2007-03"},
    {"first-of-month", "01/03/2007", "2007-03"}, {"first-of-month", "2007-01-15", NULL},
    {"first-of-month", "15/01/2007", NULL},      {"day-month-year", "26/10/2017", "2017-10-26"},
    {"day-month-year", "10/26/2017", NULL},      {"month-day-year", "10/26/2017", "2017-10-26"},
    {"day-month-year", "31/4/2017", NULL},
};

static const struct meaning fiscal_years[] = {
    {"fiscal-year", "2019-20", "FY2019-20"},   {"fiscal-year", "1999-00", "FY1999-00"},
    {"fiscal-year", "2019-2020", "FY2019-20"}, {"fiscal-year", "201920", "FY2019-20"},
    {"fiscal-year", "2014_2015", "FY2014-15"}, {"fiscal-year", "FY2019-20", "FY2019-20"},
    {"fiscal-year", "2019-21", NULL},          {"fiscal-year", "2022-till now", NULL},
};

/* A part of a year is not that year. */
static const struct meaning partial_years[] = {
    {"through", "2024 through October", "2024-01/2024-10"},
    {"year", "2024 through October", NULL},
};

static const struct meaning products[] = {
    {"hs", "73.04", "7304"},
    {"hs", "0101.21.00", "01012100"},
    {"hs", "101.0", "0101"},
    {"hs", "HS 7304", "7304"},
    {"hs", "7304.1", NULL},
    {"hs", "80620", "080620"},
    {"hs", "080620", "080620"},
    {"hs", "1", "01"},
    {"hs", "TOTAL", NULL},
    {"hs", "", NULL},
    {"hs-label", "50 Silk, including yarns", "50"},
    {"hs-label", "5 Animal products", "05"},
    {"hs-label", "All Commodities", NULL},
    {"classified", "H5|101", "0101"},
    {"classified", "HS|TOTAL", "TOTAL"},
    {"classified", "S4|101", "101"},
    {"classified", "EB10|200", "200"},
};

static const struct {
    const char *reader, *word;
    double expected; /* NAN where the word is no number */
} numbers[] = {
    {"thousands", "1,234.5", 1234.5},
    {"thousands", "1,009,312", 1009312},
    {"thousands", "1,23,456.7", 123456.7},
    {"thousands", "-6,857", -6857},
    {"thousands", "  13.235", 13.235},
    {"thousands", "1,5", NAN},
    {"thousands", ",500", NAN},
    {"thousands", "1,234,5", NAN},
    {"thousands", "1.5,000", NAN},
    {"thousands", "", NAN},
    {"thousands", "-", NAN},
    {"decimal-comma", "3510,65", 3510.65},
    {"decimal-comma", "1.234,5", 1234.5},
    {"decimal-comma", "1.234", 1234},
    {"decimal-comma", "1.23", NAN},
    {"footnotes", "159.83 e", 159.83},
    {"footnotes", "159.83", 159.83},
    {"footnotes", "159.83 estimate", NAN},
    {"footnotes", "e", NAN},
};

#define TEST_OF(meanings)                                 \
    static void test_##meanings(void **state)             \
    {                                                     \
        (void)state;                                      \
        check_meanings(meanings, ARRAY_LENGTH(meanings)); \
    }
TEST_OF(years_and_months)
TEST_OF(dates)
TEST_OF(fiscal_years)
TEST_OF(partial_years)
TEST_OF(products)

static void numbers_are_read_in_their_notation(void **state)
{
    (void)state;
    bool are_good = true;
    for (size_t i = 0; i < ARRAY_LENGTH(numbers); i++) {
        struct decimal decimal = {.value = NAN};
        double expected = numbers[i].expected;
        struct text word = text_of(numbers[i].word);
        bool is_number = number_reader_find(text_of(numbers[i].reader))(word, &decimal);
        if (is_number == !isnan(expected) && (!is_number || decimal.value == expected))
            continue;
        print_error("%s: `%s` is %g, not %g\n", numbers[i].reader, numbers[i].word, decimal.value,
                    expected);
        are_good = false;
    }
    assert_true(are_good);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years_and_months),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_fiscal_years),
        cmocka_unit_test(test_partial_years),
        cmocka_unit_test(test_products),
        cmocka_unit_test(numbers_are_read_in_their_notation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

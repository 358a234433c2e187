/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Years added up from what a file states, and sums as figures among claims. Numbers computed by
 * hand.
 */
#include "config.h"

#include "statistic_builder.h"

#include "base/array.h"
#include "claims.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Months of 2019 and 2020 except `without`, each 1 more than the last; January 2019 is 1. */
static struct statistic_fixture *build_months(const char *without, const char *more)
{
    struct buffer text = {0};
    buffer_puts(&text, "period,flow,value\n");
    for (int i = 0; i < 24; i++) {
        char month[16];
        snprintf(month, sizeof month, "%d-%02d", 2019 + i / 12, i % 12 + 1);
        if (!strstr(without, month))
            buffer_printf(&text, "%s,import,%d\n", month, i + 1);
    }
    buffer_puts(&text, more);
    struct statistic_fixture *file = build_statistic(text.data);
    buffer_release(&text);
    return file;
}

static void check_period(struct period period, const char *expected)
{
    struct buffer text = {0};
    period_format(&text, period);
    assert_string_equal(text.data, expected);
    buffer_release(&text);
}

static void years_are_added_up_from_months(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_months("", "");
    assert_int_equal(statistic_frequencies(statistic_of(file)), FREQUENCY_BIT(FREQUENCY_MONTH));
    assert_int_equal(statistic_first_frequencies(statistic_of(file)),
                     FREQUENCY_BIT(FREQUENCY_YEAR));
    const struct sum *year = find_sum(file, "2019", FLOW_IMPORT);
    check_number(year->value, 12 * 13 / 2);
    assert_false(year->is_partial);
    assert_string_equal(year->how, "12 months");
    assert_int_equal(year->row_count, 12);
    assert_int_equal(file->series.count, 2);

    file->request.frequencies = FREQUENCY_BIT(FREQUENCY_FISCAL_YEAR);
    const struct sum *fiscal = find_sum(file, "FY2019-20", FLOW_IMPORT);
    check_number(fiscal->value, 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15);
    assert_false(fiscal->is_partial);
    /* January to March 2019, and from April 2020 on. */
    const struct sum *before = find_sum(file, "FY2018-19", FLOW_IMPORT);
    assert_true(before->is_partial);
    assert_false(before->has_gap);
    check_number(before->value, 1 + 2 + 3);
    check_period(before->period, "2019-01/2019-03");
    assert_string_equal(before->how, "3 of 12 months");

    file->request.frequencies = FREQUENCY_BIT(FREQUENCY_QUARTER);
    check_number(sum_of(file, "2020Q4", FLOW_IMPORT), 22 + 23 + 24);
    assert_string_equal(find_sum(file, "2020Q4", FLOW_IMPORT)->how, "3 months");
    file->request.frequencies = FREQUENCY_BIT(FREQUENCY_MONTH);
    check_number(sum_of(file, "2020-12", FLOW_IMPORT), 24);
    assert_string_equal(find_sum(file, "2020-12", FLOW_IMPORT)->how, "");
    free_statistic(file);
}

static void missing_months_make_a_year_partial(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_months("2019-04 2020-11 2020-12", "2020-11,import,\n");
    const struct sum *gap = find_sum(file, "2019", FLOW_IMPORT);
    assert_true(gap->is_partial);
    assert_true(gap->has_gap);
    check_number(gap->value, 78 - 4);
    check_period(gap->period, "2019");
    assert_string_equal(gap->how, "11 of 12 months, without 2019-04");
    const struct sum *cut = find_sum(file, "2020", FLOW_IMPORT);
    assert_true(cut->is_partial);
    assert_false(cut->has_gap);
    check_period(cut->period, "2020-01/2020-10");
    assert_string_equal(cut->how, "10 of 12 months");
    assert_string_equal(omitted(file, cut), "1 row without a value");
    free_statistic(file);
}

/* Not enough for a year. */
static void few_months_make_no_year(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,value\n"
                                                     "2024-02,import,5\n");
    assert_int_equal(statistic_first_frequencies(statistic_of(file)),
                     FREQUENCY_BIT(FREQUENCY_MONTH));
    assert_false(find_sum(file, "2024-02", FLOW_IMPORT)->is_partial);
    file->request.frequencies = FREQUENCY_BIT(FREQUENCY_YEAR);
    const struct sum *part = find_sum(file, "2024", FLOW_IMPORT);
    assert_true(part->is_partial);
    check_period(part->period, "2024-02");
    assert_string_equal(part->how, "1 of 12 months");
    free_statistic(file);
}

/* A stated year has priority over its months, and quarters over fewer months. */
static void a_stated_year_has_priority_over_months(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_months("2020-12", "2019,import,80\n"
                                                             "2020Q1,import,43\n"
                                                             "2020Q2,import,52\n"
                                                             "2020Q3,import,61\n"
                                                             "2020Q4,import,70\n");
    const struct sum *year = find_sum(file, "2019", FLOW_IMPORT);
    check_number(year->value, 80);
    assert_string_equal(year->how, "");
    assert_int_equal(year->omission_count, 1);
    assert_int_equal(year->omissions[0].row_count, 12);
    assert_string_equal(year->omissions[0].reason,
                        "for parts of the period, beside what is taken: 2019-01, 2019-02, "
                        "2019-03, 2019-04 and 8 more");
    const struct sum *quarters = find_sum(file, "2020", FLOW_IMPORT);
    check_number(quarters->value, 43 + 52 + 61 + 70);
    assert_string_equal(quarters->how, "4 quarters");
    free_statistic(file);
}

/* "2024 through October", and "till now": never a year. */
static void a_part_of_a_year_is_not_a_year(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,value\n"
                                                     "2023,import,100\n"
                                                     "2024-01/2024-09,import,70\n"
                                                     "2024-01/2024-10,import,80\n"
                                                     "FY2021-22,import,90\n"
                                                     "2022-04/2022-07,import,30\n");
    assert_int_equal(statistic_frequencies(statistic_of(file)),
                     FREQUENCY_BIT(FREQUENCY_YEAR) | FREQUENCY_BIT(FREQUENCY_FISCAL_YEAR));
    const struct sum *part = find_sum(file, "2024", FLOW_IMPORT);
    assert_true(part->is_partial);
    check_number(part->value, 80);
    check_period(part->period, "2024-01/2024-10");
    assert_string_equal(part->how, "a part of the year, as stated");
    assert_string_equal(omitted(file, part),
                        "1 row for parts of the period, beside what is taken: 2024-01/2024-09 "
                        "($70.0)");
    const struct sum *fiscal = find_sum(file, "FY2022-23", FLOW_IMPORT);
    assert_true(fiscal->is_partial);
    check_period(fiscal->period, "2022-04/2022-07");
    /* Fiscal and calendar years are separate. */
    assert_int_equal(file->series.count, 4);
    check_number(sum_of(file, "FY2021-22", FLOW_IMPORT), 90);
    /* A range of periods selects what lies within it. */
    file->request.between = period_of("2023/2024");
    assert_int_equal(make_series(file)->count, 2);
    free_statistic(file);
}

static struct dataset claims_of(struct statistic_fixture *file, size_t expected)
{
    struct dataset claims;
    const char *const header[] = {"id", "kind"};
    claims_start(&claims, header, ARRAY_LENGTH(header));
    assert_int_equal(series_append(make_series(file), text_of("file.csv"), &claims), expected);
    return claims;
}

static void check_cell(const struct dataset *claims, size_t row, enum field field,
                       const char *expected)
{
    struct buffer text = {0};
    table_write(claims->table, row, claims->column[field], &text);
    assert_string_equal(text.data ? text.data : "", expected);
    buffer_release(&text);
}

static void sums_become_figures(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value,unit\n"
                                                     "2019,import,27,6236.9,USD mn\n"
                                                     "2019,import,84,0.05,USD mn\n"
                                                     "2019,import,2709,5000,USD mn\n"
                                                     "2020-01,import,27,7,USD mn\n"
                                                     "2020-03,import,27,9,USD mn\n"
                                                     "2018,import,27,,USD mn\n");
    file->dataset.mapping.note = xstrdup("provisional");
    struct dataset claims = claims_of(file, 2);
    check_cell(&claims, 0, FIELD_KIND, "figure");
    check_cell(&claims, 0, FIELD_PERIOD, "2019");
    check_cell(&claims, 0, FIELD_REPORTER, "India");
    check_cell(&claims, 0, FIELD_PARTNER, "Russia");
    check_cell(&claims, 0, FIELD_FLOW, "import");
    check_cell(&claims, 0, FIELD_PRODUCT, "2 products");
    check_cell(&claims, 0, FIELD_MEASURE, "value");
    check_cell(&claims, 0, FIELD_VALUE, "6236.95");
    check_cell(&claims, 0, FIELD_UNIT, "USD mn");
    check_cell(&claims, 0, FIELD_QUALIFIER, "exact");
    check_cell(&claims, 0, FIELD_SOURCE, "file.csv");
    check_cell(&claims, 0, FIELD_TEXT, "India's imports from Russia, 2 products");
    check_cell(&claims, 0, FIELD_NOTE,
               "sum of 2 HS chapters, 2 rows; left out: 1 row on products within others that are "
               "added ($5.00bn); provisional");
    /* February is missing, so the value is too low. */
    check_cell(&claims, 1, FIELD_PERIOD, "2020-01/2020-03");
    check_cell(&claims, 1, FIELD_QUALIFIER, "at least");
    check_cell(&claims, 1, FIELD_VALUE, "16");
    /* The claim as it is read: the base unit, half the last digit either way. */
    struct claim claim = dataset_claim(&claims, 0);
    check_number(claim.value, 6236950000);
    assert_int_equal(claim.decimal.places, 2);
    dataset_release(&claims);
    free_statistic(file);
}

/*
 * 0.1 and 0.2 have no exact double, but their sum has one decimal; and a number of six digits stays
 * one.
 */
static void sums_keep_the_digits_of_the_file(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,value,unit\n"
                                                     "2019,import,0.1,USD mn\n"
                                                     "2019,import,0.2,USD mn\n"
                                                     "2018,import,1.14927E+11,USD\n"
                                                     "2017,import,1216.5,USD thousand\n");
    check_number(sum_of(file, "2019", FLOW_IMPORT), 300000);
    struct dataset claims = claims_of(file, 3);
    check_cell(&claims, 2, FIELD_VALUE, "0.3");
    struct claim claim = dataset_claim(&claims, 1);
    check_number(claim.value, 1.14927e11);
    assert_int_equal((int)log10(claim.unit.scale) - claim.decimal.places, 6);
    dataset_release(&claims);
    free_statistic(file);
}

static void a_sum_of_all_goods_is_named_so(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,value\n"
                                                     "2019,export,5\n");
    struct dataset claims = claims_of(file, 1);
    check_cell(&claims, 0, FIELD_PRODUCT, "");
    /* No column states the goods. */
    check_cell(&claims, 0, FIELD_TEXT, "India's exports to Russia");
    check_cell(&claims, 0, FIELD_NOTE, "1 row");
    check_cell(&claims, 0, FIELD_ID, "file.csv 2019 export");
    dataset_release(&claims);
    free_statistic(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_are_added_up_from_months),
        cmocka_unit_test(missing_months_make_a_year_partial),
        cmocka_unit_test(few_months_make_no_year),
        cmocka_unit_test(a_stated_year_has_priority_over_months),
        cmocka_unit_test(a_part_of_a_year_is_not_a_year),
        cmocka_unit_test(sums_become_figures),
        cmocka_unit_test(sums_keep_the_digits_of_the_file),
        cmocka_unit_test(a_sum_of_all_goods_is_named_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

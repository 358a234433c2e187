/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/audit.h"

#include <stdlib.h>
#include <string.h>

#include "analysis_fixture.h"
#include "tests/unit/locations.h"

static const struct audit *make(struct fixture *fixture)
{
    audit_release(&fixture->audit);
    fixture->audit = audit_make(&fixture->arena, &fixture->dataset, NULL, observe(fixture));
    return &fixture->audit;
}

#define TRADE [FIELD_KIND] = "figure", [FIELD_REPORTER] = "India", [FIELD_PARTNER] = "Russia"

static void build_value(struct fixture *fixture, const char *period, const char *flow,
                        const char *value, const char *source, const char *quote)
{
    build_row(&fixture->dataset,
              CELLS(TRADE, [FIELD_PERIOD] = period, [FIELD_FLOW] = flow, [FIELD_VALUE] = value,
                    [FIELD_UNIT] = "USD bn", [FIELD_SOURCE] = source, [FIELD_QUOTE] = quote));
}

static void build_change(struct fixture *fixture, const char *measure, const char *period,
                         const char *base, const char *value, const char *unit,
                         const char *qualifier)
{
    build_row(&fixture->dataset,
              CELLS(TRADE, [FIELD_PERIOD] = period, [FIELD_BASE] = base, [FIELD_FLOW] = "total",
                    [FIELD_MEASURE] = measure, [FIELD_VALUE] = value, [FIELD_UNIT] = unit,
                    [FIELD_QUALIFIER] = qualifier));
}

static void build_share(struct fixture *fixture, const char *product, const char *value)
{
    build_row(
        &fixture->dataset,
        CELLS(TRADE, [FIELD_PERIOD] = "2023", [FIELD_FLOW] = "import", [FIELD_PRODUCT] = product,
              [FIELD_MEASURE] = "share", [FIELD_VALUE] = value, [FIELD_UNIT] = "%"));
}

static void check_check(const struct check *check, enum check_kind kind, enum audit_outcome outcome,
                        const char *text)
{
    assert_string_equal(check->text, text);
    assert_int_equal(check->kind, kind);
    assert_string_equal(audit_outcome_word(check->outcome), audit_outcome_word(outcome));
}

static void check_only(struct fixture *fixture, enum check_kind kind, enum audit_outcome outcome,
                       const char *text)
{
    const struct audit *audit = make(fixture);
    assert_int_equal(audit->count, 1);
    assert_int_equal(audit->count_of[outcome], 1);
    check_check(&audit->checks[0], kind, outcome, text);
}

static void a_sum_that_adds_up_is_ok(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2023", "export", "4.26", NULL, NULL);
    build_value(fixture, "2023", "import", "61.44", NULL, NULL);
    assert_int_equal(make(fixture)->count, 0);
    build_value(fixture, "2023", "total", "65.7", NULL, NULL);
    check_only(fixture, CHECK_SUM, AUDIT_OK,
               "India > Russia: total = exports + imports, 2023: stated $65.7bn, from the values "
               "$65.70bn");
    assert_int_equal(fixture->audit.checks[0].row_count, 3);
    assert_int_equal(fixture->audit.checks[0].rows[0], 2);
    check_shown(fixture->audit.checks[0].computed, "$65.70bn");
}

/* 65.0 is at most 65.05, the sum at least 65.69: a gap of 0.97 %; 60.05 is 8.6 % away. */
static void a_sum_that_does_not_add_up_is_close_or_a_conflict(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2023", "export", "4.26", NULL, NULL);
    build_value(fixture, "2023", "import", "61.44", NULL, NULL);
    build_value(fixture, "2023", "total", "65.0", NULL, NULL);
    check_only(fixture, CHECK_SUM, AUDIT_CLOSE,
               "India > Russia: total = exports + imports, 2023: stated $65.0bn, from the values "
               "$65.70bn, 1.0 % apart");
    build_value(fixture, "2023", "balance", "-60.0", NULL, NULL);
    const struct audit *audit = make(fixture);
    assert_int_equal(audit->count, 2);
    check_check(&audit->checks[0], CHECK_SUM, AUDIT_CONFLICT,
                "India > Russia: balance = exports - imports, 2023: stated -$60.0bn, from the "
                "values -$57.18bn, 4.6 % apart");
}

static void a_sum_of_one_part_is_unchecked(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2023", "total", "65.0", NULL, NULL);
    assert_int_equal(make(fixture)->count, 0);
    build_value(fixture, "2023", "export", "4.26", NULL, NULL);
    build_value(fixture, "FY2023-24", "import", "61.44", NULL, NULL);
    build_trade(&fixture->dataset, "2023", "import", "500", "INR crore", NULL);
    check_only(fixture, CHECK_SUM, AUDIT_UNCHECKED,
               "India > Russia: total = exports + imports, 2023: imports are not stated");
}

static void growth_is_compared_with_the_values(void **state)
{
    struct fixture *fixture = *state;
    build_change(fixture, "growth", "FY2023-24", NULL, "33", "%", NULL);
    check_only(fixture, CHECK_GROWTH, AUDIT_UNCHECKED,
               "India > Russia: growth of total from FY2022-23 to FY2023-24: no value is stated "
               "for FY2022-23 and FY2023-24");
    build_value(fixture, "FY2023-24", "total", "65.70", NULL, NULL);
    check_only(fixture, CHECK_GROWTH, AUDIT_UNCHECKED,
               "India > Russia: growth of total from FY2022-23 to FY2023-24: no value is stated "
               "for FY2022-23");
    build_value(fixture, "FY2022-23", "total", "49.36", NULL, NULL);
    check_only(fixture, CHECK_GROWTH, AUDIT_OK,
               "India > Russia: growth of total from FY2022-23 to FY2023-24: stated 33 %, from the "
               "values 33.10 %");
}

static void a_fold_is_compared_with_the_values(void **state)
{
    struct fixture *fixture = *state;
    build_change(fixture, "ratio", "FY2023-24", "FY2021-22", "3", "x", "nearly");
    build_value(fixture, "FY2021-22", "total", "13.12", NULL, NULL);
    build_value(fixture, "FY2023-24", "total", "65.70", NULL, NULL);
    /* At least 5.005 against [2.91, 3] */
    check_only(fixture, CHECK_FOLD, AUDIT_CONFLICT,
               "India > Russia: fold of total from FY2021-22 to FY2023-24: stated nearly 3x, from "
               "the values 5.01x, 40.1 % apart");
}

/* 65.70 / 49.36 is 33.1 % of growth, which is over 33 %. */
static void a_bound_on_growth_is_compared(void **state)
{
    struct fixture *fixture = *state;
    build_change(fixture, "growth", "FY2023-24", NULL, "33", "%", "over");
    build_value(fixture, "FY2023-24", "total", "65.70", NULL, NULL);
    build_value(fixture, "FY2022-23", "total", "49.36", NULL, NULL);
    check_only(fixture, CHECK_GROWTH, AUDIT_OK,
               "India > Russia: growth of total from FY2022-23 to FY2023-24: stated over 33 %, "
               "from the values 33.10 %");
}

/* 1.1 to the power of 4 is 1.4641: 10 % a year, and 46.41 % in all. */
static void average_growth_is_compared_with_the_values(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2019", "total", "100", NULL, NULL);
    build_value(fixture, "2023", "total", "146.41", NULL, NULL);
    build_change(fixture, "average growth", "2023", "2019", "10", "%", NULL);
    check_only(fixture, CHECK_GROWTH, AUDIT_OK,
               "India > Russia: average growth of total from 2019 to 2023: stated 10 %, from the "
               "values 10.00 %");
    /* At least 46.405 against at most (146.415 / 99.5) ^ (1 / 4), which is 10.139 %. */
    build_change(fixture, "average growth", "2019/2023", NULL, "46.41", "%", NULL);
    check_check(&make(fixture)->checks[0], CHECK_GROWTH, AUDIT_CONFLICT,
                "India > Russia: average growth of total from 2019 to 2023: stated 46.41 %, from "
                "the values 10.00 %, 78.2 % apart");
}

/* Not the growth over the five years before: a span does not say what it compares with. */
static void growth_over_a_span_has_no_base_of_its_own(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2014/2018", "total", "100", NULL, NULL);
    build_value(fixture, "2019/2023", "total", "146", NULL, NULL);
    build_change(fixture, "growth", "2019/2023", NULL, "10", "%", NULL);
    check_only(fixture, CHECK_GROWTH, AUDIT_UNCHECKED,
               "India > Russia: growth of total 2019-01/2023-12: what it compares with is not "
               "stated; write the period in `base`");
}

static void a_change_in_money_is_compared_with_the_values(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2022", "total", "49.36", NULL, NULL);
    build_value(fixture, "2023", "total", "65.70", NULL, NULL);
    build_change(fixture, "change", "2023", NULL, "16.3", "USD bn", NULL);
    check_only(fixture, CHECK_CHANGE, AUDIT_OK,
               "India > Russia: change of total from 2022 to 2023: stated $16.3bn, from the values "
               "$16.34bn");
    build_change(fixture, "growth", "2023", "2022", "17.3", "USD bn", NULL);
    /* [17.25, 17.35] against [16.33, 16.35]: 0.9 of 17.25 */
    check_check(&make(fixture)->checks[0], CHECK_CHANGE, AUDIT_CONFLICT,
                "India > Russia: change of total from 2022 to 2023: stated $17.3bn, from the "
                "values $16.34bn, 5.2 % apart");
}

/* The deficit is 10 larger, as growth of a balance is that of its size. */
static void the_change_of_a_balance_is_that_of_its_size(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2022", "balance", "-30", NULL, NULL);
    build_value(fixture, "2023", "balance", "-40", NULL, NULL);
    build_row(&fixture->dataset,
              CELLS(TRADE, [FIELD_PERIOD] = "2023", [FIELD_FLOW] = "balance",
                    [FIELD_MEASURE] = "change", [FIELD_VALUE] = "10", [FIELD_UNIT] = "USD bn"));
    check_only(fixture, CHECK_CHANGE, AUDIT_OK,
               "India > Russia: change of balance from 2022 to 2023: stated $10bn, from the values "
               "$10bn");
}

/* Bangladesh's fiscal years start in July. */
static void fiscal_years_of_other_countries_are_noted(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct country_list *countries = country_list_read(SHIPPED_DATA "countries.csv", &error);
    assert_non_null(countries);
    assert_true(country_list_read_fiscal_years(countries, SHIPPED_DATA "fiscal-years.csv", &error));
    build_value(fixture, "FY2023-24", "export", "4.26", NULL, NULL);
    build_row(&fixture->dataset, CELLS([FIELD_KIND] = "figure", [FIELD_REPORTER] = "Bangladesh",
                                       [FIELD_PERIOD] = "FY2023-24", [FIELD_FLOW] = "export",
                                       [FIELD_VALUE] = "44", [FIELD_UNIT] = "USD bn"));
    fixture->audit = audit_make(&fixture->arena, &fixture->dataset, countries, observe(fixture));
    assert_int_equal(fixture->audit.count, 1);
    check_check(&fixture->audit.checks[0], CHECK_PERIOD, AUDIT_NOTE,
                "Bangladesh: FY2023-24 is read as 2023-04/2024-03, but fiscal years of Bangladesh "
                "start in month 7; write 2023-07/2024-06");
    country_list_free(countries);
}

static void claims_without_a_period_are_named_and_not_compared(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, NULL, "total", "65.0", "000", NULL);
    build_value(fixture, NULL, "total", "30.0", "001", NULL);
    build_value(fixture, "2023", "export", "4.26", NULL, NULL);
    check_only(fixture, CHECK_UNDATED, AUDIT_UNCHECKED,
               "2 claims without a period, first 000 says $65.0bn: compared with nothing");
    assert_int_equal(fixture->audit.checks[0].row_count, 2);
}

static void build_forecast(struct fixture *fixture, const char *value, const char *speaker,
                           const char *date)
{
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "forecast", [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "Russia", [FIELD_PERIOD] = "2023", [FIELD_FLOW] = "total",
                    [FIELD_VALUE] = value, [FIELD_UNIT] = "USD bn", [FIELD_SPEAKER] = speaker,
                    [FIELD_DATE] = date, [FIELD_SOURCE] = "000"));
}

static void a_forecast_never_contradicts_what_came_nor_another_forecaster(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2023", "total", "65.0", "001", NULL);
    build_forecast(fixture, "50", "IMF", "2022-05");
    build_forecast(fixture, "55", "IMF", "2022-11");
    build_forecast(fixture, "60", "WTO", "2022-11");
    assert_int_equal(make(fixture)->count, 0);
    build_forecast(fixture, "70", "WTO", "2022-11");
    /* 59.5 to 60.5 against 69.5 to 70.5: 9 of 69.5 */
    check_only(fixture, CHECK_CLAIMS, AUDIT_CONFLICT,
               "India > Russia: forecast for total 2023: 000 says $60bn, 000 says $70bn: 70 is "
               "above 59.5 to 60.5, 12.9 % apart");
}

static void claims_on_one_observation_are_compared(void **state)
{
    struct fixture *fixture = *state;
    dataset_release(&fixture->dataset);
    build_example(&fixture->dataset);
    const struct audit *audit = make(fixture);
    check_check(&audit->checks[0], CHECK_CLAIMS, AUDIT_CLOSE,
                "India > Russia: total FY2023-24: 004 says nearly $65bn, 003 says $65.7bn: 65.7 "
                "is above 63.05 to 65, 1.0 % apart");
    assert_int_equal(audit->count_of[AUDIT_CLOSE], 1);
    assert_int_equal(audit->count_of[AUDIT_CONFLICT], 0);
    assert_int_equal(audit->checks[0].row_count, 2);
    /* Growth of 2023 and of FY2023-24, for neither of which the values are there. */
    assert_int_equal(audit->count_of[AUDIT_UNCHECKED], 2);
    /* X + M = T, the exports and the targets, which two sources each state. */
    assert_int_equal(audit->count_of[AUDIT_OK], 3);
    check_check(&audit->checks[audit->count - 1], CHECK_CLAIMS, AUDIT_OK,
                "India > Russia: export FY2023-24: 2 claims agree, 003 says $4.26bn");
}

static void the_same_words_are_one_origin(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2023", "total", "65.7", "a", "Trade hit \"$65.7 billion\".");
    build_value(fixture, "2023", "total", "65.7", "b", "trade hit $65.7 billion");
    build_value(fixture, "2023", "total", "65.7", "b", "TRADE HIT $65.7 BILLION");
    build_value(fixture, "2023", "total", "65.7", "c", "Trade was worth $65.7 billion");
    build_value(fixture, "2022", "total", "65.7", "c", "Trade hit $65.7 billion");
    build_value(fixture, "2021", "total", "1", "a", "");
    build_value(fixture, "2021", "total", "1", "b", "");
    const struct audit *audit = make(fixture);
    assert_int_equal(audit->count_of[AUDIT_NOTE], 1);
    check_check(&audit->checks[0], CHECK_ORIGIN, AUDIT_NOTE,
                "India > Russia: total 2023: a, b use the same words: one origin");
    assert_int_equal(audit->checks[0].row_count, 3);
}

static void the_same_words_in_one_source_are_no_note(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2023", "total", "65.7", "a", "Trade hit $65.7 billion");
    build_value(fixture, "2023", "total", "65.7", "a", "Trade hit $65.7 billion");
    build_value(fixture, "2023", "total", "65.7", "b", "Something else");
    assert_int_equal(make(fixture)->count_of[AUDIT_NOTE], 0);
}

static void a_number_under_two_periods_is_noted(void **state)
{
    struct fixture *fixture = *state;
    build_value(fixture, "2020", "total", "65.7", "a", NULL);
    build_value(fixture, "2023", "export", "65.7", "a", NULL);
    build_value(fixture, "2023", "total", "65.7", "a", NULL);
    build_trade(&fixture->dataset, "FY2023-24", "total", "65700", "USD mn", NULL);
    const struct audit *audit = make(fixture);
    check_check(&audit->checks[0], CHECK_PERIOD, AUDIT_NOTE,
                "India > Russia: total $65.7bn is stated for 2023 and for FY2023-24, which "
                "overlap: one label may be wrong");
    assert_int_equal(audit->count_of[AUDIT_NOTE], 1);
}

static void shares_with_a_rest_add_up_to_a_hundred(void **state)
{
    struct fixture *fixture = *state;
    build_share(fixture, "oil", "60");
    build_share(fixture, "coal", "25");
    assert_int_equal(make(fixture)->count, 0);
    build_share(fixture, "Other goods", "14");
    /* Three numbers of two digits leave 1.5 either way. */
    check_only(fixture, CHECK_SHARES, AUDIT_OK,
               "India > Russia: shares of import 2023: 3 products add up to 99.0 %");
    build_share(fixture, "tea", "20");
    check_only(fixture, CHECK_SHARES, AUDIT_CONFLICT,
               "India > Russia: shares of import 2023: 4 products add up to 119.0 %");
    assert_int_equal(fixture->audit.checks[0].row_count, 4);
}

static void texts_have_no_control_characters(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 2; i++)
        build_row(
            &fixture->dataset,
            CELLS([FIELD_KIND] = "figure", [FIELD_REPORTER] = "In\033[2Jdia",
                  [FIELD_PERIOD] = "2023", [FIELD_FLOW] = "total", [FIELD_VALUE] = i ? "1" : "5",
                  [FIELD_UNIT] = "USD bn", [FIELD_SOURCE] = "\xff\n"));
    const struct audit *audit = make(fixture);
    assert_int_equal(audit->count_of[AUDIT_CONFLICT], 1);
    assert_null(strpbrk(audit->checks[0].text, "\033\n\xff"));
}

static void checks_are_sorted_worst_first(void **state)
{
    struct fixture *fixture = *state;
    dataset_release(&fixture->dataset);
    build_example(&fixture->dataset);
    const struct audit *audit = make(fixture);
    for (size_t i = 1; i < audit->count; i++)
        assert_true(audit->checks[i - 1].outcome >= audit->checks[i].outcome);
}

static void nothing_to_check_gives_no_checks(void **state)
{
    assert_int_equal(make(*state)->count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_sum_that_adds_up_is_ok),
        TEST(a_sum_that_does_not_add_up_is_close_or_a_conflict),
        TEST(a_sum_of_one_part_is_unchecked),
        TEST(growth_is_compared_with_the_values),
        TEST(a_fold_is_compared_with_the_values),
        TEST(a_bound_on_growth_is_compared),
        TEST(average_growth_is_compared_with_the_values),
        TEST(growth_over_a_span_has_no_base_of_its_own),
        TEST(a_change_in_money_is_compared_with_the_values),
        TEST(the_change_of_a_balance_is_that_of_its_size),
        TEST(fiscal_years_of_other_countries_are_noted),
        TEST(claims_without_a_period_are_named_and_not_compared),
        TEST(a_forecast_never_contradicts_what_came_nor_another_forecaster),
        TEST(claims_on_one_observation_are_compared),
        TEST(the_same_words_are_one_origin),
        TEST(the_same_words_in_one_source_are_no_note),
        TEST(a_number_under_two_periods_is_noted),
        TEST(shares_with_a_rest_add_up_to_a_hundred),
        TEST(texts_have_no_control_characters),
        TEST(checks_are_sorted_worst_first),
        TEST(nothing_to_check_gives_no_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

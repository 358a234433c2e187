/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/path.h"

#include <stdlib.h>

#include "analysis_fixture.h"

static const struct path *make(struct fixture *fixture)
{
    fixture->path =
        path_make(&fixture->arena, &fixture->dataset, NULL, observe(fixture), &india_russia);
    return &fixture->path;
}

static void build_total(struct fixture *fixture, const char *period, const char *value)
{
    build_trade(&fixture->dataset, period, "total", value, "USD bn", NULL);
}

static void build_growth(struct fixture *fixture, const char *period, const char *base,
                         const char *value)
{
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = period, [FIELD_BASE] = base,
                    [FIELD_REPORTER] = "India", [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = "total",
                    [FIELD_MEASURE] = "growth", [FIELD_VALUE] = value, [FIELD_UNIT] = "%"));
}

static void build_target(struct fixture *fixture, const char *deadline, const char *announced,
                         const char *flow, const char *value, const char *unit)
{
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = deadline, [FIELD_BASE] = announced,
                    [FIELD_REPORTER] = "India", [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = flow,
                    [FIELD_VALUE] = value, [FIELD_UNIT] = unit));
}

static void check_reading(const struct path_reading *reading, struct period deadline,
                          const char *required)
{
    assert_true(period_is_equal(reading->deadline, deadline));
    if (required)
        check_shown(reading->required, required);
    else
        assert_null(reading->required);
}

/* Issue 2. The growth of calendar 2023, 60 %, is in the data and not in the series. */
static void the_path_of_the_example(void **state)
{
    struct fixture *fixture = *state;
    dataset_release(&fixture->dataset);
    build_example(&fixture->dataset);
    const struct path *path = make(fixture);
    check_shown(path->target, "$100bn");
    assert_int_equal(path->flow, FLOW_TOTAL);
    assert_int_equal(path->count, 2);
    assert_true(period_is_equal(path->points[0].period, period_fiscal_year(2022)));
    check_shown(path->points[0].value, "$49.4bn");
    assert_int_equal(path->points[0].value->method, METHOD_IMPLIED_EARLIER);
    assert_true(period_is_equal(path->points[1].period, period_fiscal_year(2023)));
    check_shown(path->points[1].value, "$65.7bn");
    assert_int_equal(path->points[1].value->method, METHOD_STATED);
    assert_ptr_equal(path->latest, &path->points[1]);
    assert_int_equal(path->reading_count, 3);
    check_reading(&path->readings[0], period_fiscal_year(2029), "7.25 %");
    check_reading(&path->readings[1], period_calendar_year(2030), "6.42 %");
    check_reading(&path->readings[2], period_fiscal_year(2030), "6.18 %");
    check_shown(path->last_growth, "33 %");
    assert_false(derivation_is_derived(path->last_growth));
}

static void an_explicit_deadline_has_one_reading(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "FY2023-24", "65.7");
    build_target(fixture, "FY2029-30", NULL, "total", "100", "USD bn");
    const struct path *path = make(fixture);
    assert_int_equal(path->reading_count, 1);
    check_reading(&path->readings[0], period_fiscal_year(2029), "7.25 %");
}

static void a_deadline_may_be_a_day(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "FY2023-24", "65.7");
    build_target(fixture, "2030-03-31", NULL, "total", "100", "USD bn");
    const struct path *path = make(fixture);
    assert_int_equal(path->reading_count, 1);
    assert_int_equal(path->readings[0].deadline.kind, PERIOD_DAY);
    check_shown(path->readings[0].required, "7.25 %");
}

static void a_passed_deadline_needs_no_growth(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "2023", "65.7");
    build_target(fixture, "2023", NULL, "total", "100", "USD bn");
    const struct path *path = make(fixture);
    check_reading(&path->readings[0], period_fiscal_year(2022), NULL);
    check_reading(&path->readings[1], period_calendar_year(2023), NULL);
    assert_non_null(path->readings[2].required); /* 2024-03-31 is still ahead */
}

/* 10.3 + 25.7 = 36.0; 36.0 / 1.2 = 30.0; 30.0 / 1.5 = 20.0 */
static void points_are_sums_or_implied(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2022", "export", "10.3", "USD bn", NULL);
    build_trade(&fixture->dataset, "2022", "import", "25.7", "USD bn", NULL);
    build_growth(fixture, "2022", NULL, "20");
    build_growth(fixture, "2021", "2020", "50");
    build_growth(fixture, "2020", "2018", "70"); /* over two years: implies nothing for 2019 */
    build_growth(fixture, "2024", "2023", "11"); /* of a year without a value */
    build_trade(&fixture->dataset, "2017", "export", "5", "USD bn", NULL); /* no total */
    const struct path *path = make(fixture);
    assert_int_equal(path->count, 3);
    check_shown(path->points[0].value, "$20.0bn");
    check_shown(path->points[1].value, "$30.0bn");
    check_shown(path->points[2].value, "$36.0bn");
    assert_int_equal(path->points[0].value->method, METHOD_IMPLIED_EARLIER);
    assert_int_equal(path->points[2].value->method, METHOD_TURNOVER);
    assert_ptr_equal(path->latest, &path->points[2]);
    assert_null(path->target);
    assert_int_equal(path->reading_count, 0);
    check_shown(path->last_growth, "20 %");
}

static void stated_value_goes_before_implied(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "2021", "31");
    build_total(fixture, "2022", "36");
    build_growth(fixture, "2022", "2021", "20");
    const struct path *path = make(fixture);
    assert_int_equal(path->count, 2);
    check_shown(path->points[0].value, "$31bn");
}

static void the_last_growth_may_be_derived(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "FY2022-23", "49.36");
    build_total(fixture, "FY2023-24", "65.70");
    const struct path *path = make(fixture);
    check_shown(path->last_growth, "33.10 %");
    assert_true(derivation_is_derived(path->last_growth));
}

static void there_is_no_growth_over_a_gap(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "2020", "30");
    build_total(fixture, "2023", "65");
    build_growth(fixture, "2023", "2020", "117");
    const struct path *path = make(fixture);
    assert_int_equal(path->count, 2);
    assert_null(path->last_growth);
}

static void fiscal_and_calendar_years_are_never_one_series(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "2021", "30");
    build_total(fixture, "2022", "40");
    build_total(fixture, "FY2022-23", "49");
    build_growth(fixture, "FY2022-23", "2021", "60");
    build_trade(&fixture->dataset, "2023", "export", "4", "USD bn", NULL); /* later, no total */
    build_total(fixture, "2023-05", "5");
    build_total(fixture, "2022-04/2023-04", "55");
    const struct path *path = make(fixture);
    assert_int_equal(path->count, 1);
    assert_true(period_is_equal(path->points[0].period, period_fiscal_year(2022)));
    assert_null(path->last_growth);
}

static void points_have_the_flow_and_currency_of_the_target(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2022", "export", "4.26", "USD bn", NULL);
    build_trade(&fixture->dataset, "2022", "export", "350", "INR crore", NULL);
    build_total(fixture, "2022", "65");
    build_total(fixture, "2023", "66");
    build_target(fixture, "FY2029-30", NULL, "export", "700", "INR crore");
    const struct path *path = make(fixture);
    assert_int_equal(path->flow, FLOW_EXPORT);
    assert_int_equal(path->count, 1);
    check_shown(path->points[0].value, "INR 350 crore");
    /* Doubled in 7.25 years: 2 ^ (1 / 7.25) - 1 */
    check_shown(path->readings[0].required, "10.03 %");
}

static void a_target_may_be_for_the_balance(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "FY2023-24", "export", "4.26", "USD bn", NULL);
    build_trade(&fixture->dataset, "FY2023-24", "import", "61.44", "USD bn", NULL);
    build_target(fixture, "FY2029-30", NULL, "balance", "-28.59", "USD bn");
    const struct path *path = make(fixture);
    check_shown(path->latest->value, "-$57.18bn");
    /* Half in six years: 0.5 ^ (1 / 6) - 1 */
    check_shown(path->readings[0].required, "-10.91 %");
}

static void the_target_with_most_claims_is_used(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "2025", "2014", "total", "30", "USD bn");
    build_target(fixture, "2030", "2024-07", "total", "100", "USD bn");
    build_target(fixture, "2035", "2024-01", "total", "150", "USD bn");
    check_shown(make(fixture)->target, "$100bn"); /* announced last */
    observation_list_release(&fixture->observations);
    build_target(fixture, "2035", NULL, "total", "150", "USD bn");
    check_shown(make(fixture)->target, "$150bn"); /* most claims */
    assert_null(fixture->path.latest);
    assert_int_equal(fixture->path.reading_count, 3);
    check_reading(&fixture->path.readings[1], period_calendar_year(2035), NULL);
}

static void the_nearest_of_equal_targets_is_used(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "2035", "2024-07", "total", "150", "USD bn");
    build_target(fixture, "2030", "2024-07", "total", "100", "USD bn");
    build_target(fixture, "2032", "2024-07", "total", "120", "USD bn");
    check_shown(make(fixture)->target, "$100bn");
}

static void a_target_may_have_no_path(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "2030", NULL, "re-export", "1", "USD bn");
    build_target(fixture, "2030", NULL, "total", "9", "t");
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = "2030", [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "China", [FIELD_FLOW] = "total", [FIELD_VALUE] = "1",
                    [FIELD_UNIT] = "USD bn"));
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = "2030", [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = "export", [FIELD_PRODUCT] = "tea",
                    [FIELD_VALUE] = "1", [FIELD_UNIT] = "USD bn"));
    const struct path *path = make(fixture);
    assert_null(path->target);
    assert_int_equal(path->count, 0);
}

static void the_first_and_last_years_of_the_calendar_work(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "1000", "1");
    build_total(fixture, "9999", "2");
    build_growth(fixture, "1000", NULL, "10");
    build_target(fixture, "9999", NULL, "total", "3", "USD bn");
    const struct path *path = make(fixture);
    assert_int_equal(path->count, 3);
    assert_int_equal(path->reading_count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_path_of_the_example, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_explicit_deadline_has_one_reading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_deadline_may_be_a_day, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_passed_deadline_needs_no_growth, set_up, tear_down),
        cmocka_unit_test_setup_teardown(points_are_sums_or_implied, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stated_value_goes_before_implied, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_last_growth_may_be_derived, set_up, tear_down),
        cmocka_unit_test_setup_teardown(there_is_no_growth_over_a_gap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fiscal_and_calendar_years_are_never_one_series, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(points_have_the_flow_and_currency_of_the_target, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_target_may_be_for_the_balance, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_target_with_most_claims_is_used, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_nearest_of_equal_targets_is_used, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_target_may_have_no_path, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_first_and_last_years_of_the_calendar_work, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

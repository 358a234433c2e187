/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The worked examples were calculated by hand from the formulas in verdict.h.
 */
#include "config.h"

#include "analysis/claims/verdict.h"

#include <stdlib.h>

#include "analysis_fixture.h"

static const struct verdict *make_on(struct fixture *fixture, int32_t today)
{
    fixture->path =
        path_make(&fixture->arena, &fixture->dataset, NULL, observe(fixture), &india_russia);
    fixture->verdict = verdict_make(&fixture->arena, &fixture->path, today);
    return &fixture->verdict;
}

static const struct verdict *make(struct fixture *fixture)
{
    return make_on(fixture, 0);
}

static void build_total(struct fixture *fixture, const char *period, const char *value)
{
    build_trade(&fixture->dataset, period, "total", value, "USD bn", NULL);
}

static void build_target(struct fixture *fixture, const char *deadline, const char *announced,
                         const char *flow, const char *value)
{
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = deadline, [FIELD_BASE] = announced,
                    [FIELD_REPORTER] = "India", [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = flow,
                    [FIELD_VALUE] = value, [FIELD_UNIT] = "USD bn"));
}

/* FY2018-19 and the `count` - 1 years behind it. */
static void build_series(struct fixture *fixture, size_t count)
{
    static const char *const series[][2] = {
        {"FY2018-19", "8.23"},  {"FY2019-20", "10.11"}, {"FY2020-21", "8.14"},
        {"FY2021-22", "13.12"}, {"FY2022-23", "49.36"}, {"FY2023-24", "65.70"},
        {"FY2024-25", "68.69"},
    };
    for (size_t i = 0; i < count; i++)
        build_total(fixture, series[i][0], series[i][1]);
}

#define check_written(write, ...)                   \
    do {                                            \
        struct buffer out = {0};                    \
        buffer_puts(&out, "");                      \
        write;                                      \
        assert_string_equal(out.data, __VA_ARGS__); \
        buffer_release(&out);                       \
    } while (0)

static void the_trend_before_the_target_is_used(void **state)
{
    struct fixture *fixture = *state;
    build_series(fixture, 6);
    build_target(fixture, "FY2029-30", "2024-07-09", "total", "100");
    const struct verdict *verdict = make(fixture);
    const struct verdict_reading *reading = &verdict->readings[0];
    assert_int_equal(verdict->reading_count, 1);
    assert_int_equal(reading->basis, BASIS_BEFORE);
    assert_true(period_is_equal(reading->chosen->from->period, period_fiscal_year(2018)));
    check_near(reading->chosen->observed->value, 51.5, 0.001);
    check_near(reading->chosen->required->value, 25.5, 0.001);
    check_shown(reading->chosen->ratio, "2.02");
    assert_int_equal(reading->word, VERDICT_ON_TRACK);
    assert_false(verdict_is_borderline(reading->low, reading->high));
    check_shown(reading->required, "7.25 %");
    /* (100 - 65.70) / 6 */
    check_shown(reading->linear, "$5.72bn");
    check_written(verdict_write(&out, verdict, reading),
                  "on track from FY2018-19 to FY2023-24 (trend before the target): 51.51 % a year, "
                  "25.49 % required, R = 2.02");
}

/* 36.24 of 57.47 in one year. */
static void a_break_is_named(void **state)
{
    struct fixture *fixture = *state;
    build_series(fixture, 6);
    build_target(fixture, "FY2029-30", "2024-07-09", "total", "100");
    const struct verdict *verdict = make(fixture);
    check_written(verdict_write_break(&out, verdict, &verdict->readings[0]),
                  "FY2022-23 alone supplies 63.1 % of the rise: a break, not a trend");
}

static void half_of_the_rise_is_no_break(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "FY2020-21", "10");
    build_total(fixture, "FY2021-22", "15");
    build_total(fixture, "FY2022-23", "20"); /* half of the rise, not over half */
    build_target(fixture, "FY2029-30", "2024-07-09", "total", "100");
    const struct verdict *verdict = make(fixture);
    assert_non_null(verdict->readings[0].chosen);
    assert_null(verdict->readings[0].break_share);
}

static void the_year_of_the_announcement_is_the_base(void **state)
{
    struct fixture *fixture = *state;
    build_series(fixture, 7);
    build_target(fixture, "FY2029-30", "2024-03", "total", "100");
    const struct verdict *verdict = make(fixture);
    const struct verdict_reading *reading = &verdict->readings[0];
    const struct verdict_base *base = reading->chosen;
    assert_int_equal(reading->basis, BASIS_ANNOUNCEMENT);
    assert_true(period_is_equal(base->from->period, period_fiscal_year(2023)));
    check_shown(base->observed, "4.55 %");
    check_shown(base->required, "7.25 %");
    check_shown(base->ratio, "0.63");
    assert_int_equal(reading->word, VERDICT_ACCELERATE);
    assert_int_equal(reading->low, VERDICT_ACCELERATE);
    assert_int_equal(reading->high, VERDICT_ACCELERATE);
    check_shown(base->ahead, "-0.4 years");
    check_written(verdict_write_ahead(&out, base), "0.4 years behind the required path");
    assert_int_equal(reading->base_count, 6);
    assert_int_equal(verdict_count(reading, VERDICT_ON_TRACK), 5);
    check_written(verdict_write_bases(&out, reading), "on track 5 of 6, acceleration needed 1");
    assert_null(reading->break_share);
}

/*
 * 68.69 * 1.0455 ^ 5 = 85.82; (85.82 - 65.70) / (100 - 65.70) = 0.59: fair progress but
 * acceleration needed, as the other method says.
 */
static void the_cross_check_agrees(void **state)
{
    struct fixture *fixture = *state;
    build_series(fixture, 7);
    build_target(fixture, "FY2029-30", "2024-03", "total", "100");
    const struct verdict_base *base = make(fixture)->readings[0].chosen;
    check_shown(base->un_ratio, "0.59");
    assert_int_equal(base->un_word, UN_FAIR);
    check_written(verdict_write_cross_check(&out, base), "");
}

/* (50.20 / 50) - 1 is 0.40 % of the 7.18 % needed, R = 0.06; 50.20 * 1.004 ^ 9 = 52.04 covers
 * 0.04 of the way. */
static void the_cross_check_differs(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "FY2019-20", "50.00");
    build_total(fixture, "FY2020-21", "50.20");
    build_target(fixture, "FY2029-30", "2020-01", "total", "100.00");
    const struct verdict_base *base = make(fixture)->readings[0].chosen;
    check_shown(base->ratio, "0.06");
    assert_int_equal(base->word, VERDICT_LIMITED);
    check_written(verdict_write_cross_check(&out, base),
                  "UN progress chart says \"stagnation or regression\": ratio 0.04");
}

/*
 * The articles state one value; the growth of 33 % implies another one, which is not an
 * observation.
 */
static void implied_value_is_no_observation(void **state)
{
    struct fixture *fixture = *state;
    dataset_release(&fixture->dataset);
    build_example(&fixture->dataset);
    const struct verdict *verdict = make(fixture);
    assert_int_equal(fixture->path.count, 2);
    assert_int_equal(verdict->observation_count, 1);
    assert_int_equal(verdict->reading_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const struct verdict_reading *reading = &verdict->readings[i];
        assert_int_equal(reading->word, VERDICT_UNABLE);
        assert_null(reading->chosen);
        assert_int_equal(reading->base_count, 0);
        check_written(verdict_write(&out, verdict, reading),
                      "trend before the target: one point, unable to assess");
        check_written(verdict_write_bases(&out, reading), "none yet");
    }
    check_shown(verdict->readings[1].required, "6.42 %");
    check_shown(verdict->readings[0].linear, "$5.7bn");
}

/* From 50 in FY2022-23 to 100 in FY2029-30 takes 10.41 % a year; 55.0 is 10.0 % more, R = 0.96,
 * but 54.95 is 9.9 % and with 50.05 less still. */
static void rounding_makes_a_verdict_borderline(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "FY2022-23", "50.0");
    build_total(fixture, "FY2023-24", "55.0");
    build_target(fixture, "FY2029-30", "2022-07", "total", "100.0");
    const struct verdict *verdict = make(fixture);
    const struct verdict_reading *reading = &verdict->readings[0];
    check_shown(reading->chosen->ratio, "0.96");
    assert_int_equal(reading->word, VERDICT_ON_TRACK);
    assert_int_equal(reading->low, VERDICT_ACCELERATE);
    assert_int_equal(reading->high, VERDICT_ON_TRACK);
    assert_int_equal(verdict_count(reading, VERDICT_ON_TRACK), 0);
    check_written(verdict_write_bases(&out, reading), "borderline 1 of 1");
    check_written(
        verdict_write(&out, verdict, reading),
        "borderline between acceleration needed and on track from FY2022-23 to FY2023-24 (since "
        "the target was announced): 10.00 % a year, 10.41 % required, R = 0.96");
}

static void check_word(struct fixture *fixture, enum verdict_word word, const char *text)
{
    const struct verdict *verdict = make(fixture);
    assert_int_equal(verdict->readings[0].word, word);
    check_written(verdict_write(&out, verdict, &verdict->readings[0]), text);
}

static void slow_growth_is_limited_progress_and_decline_deterioration(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "FY2029-30", "2022-07", "total", "100.00");
    build_total(fixture, "FY2022-23", "50.00");
    build_total(fixture, "FY2023-24", "51.00");
    check_word(fixture, VERDICT_LIMITED,
               "limited progress from FY2022-23 to FY2023-24 (since the target was announced): "
               "2.00 % a year, 10.41 % required, R = 0.19");
    build_total(fixture, "FY2024-25", "49.00");
    check_word(fixture, VERDICT_DETERIORATION,
               "deterioration from FY2022-23 to FY2024-25 (since the target was announced): "
               "-1.01 % a year, 10.41 % required, R = -0.10");
}

static void a_reached_target_is_achieved(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "FY2029-30", "2022-07", "total", "100");
    build_total(fixture, "FY2022-23", "50");
    build_total(fixture, "FY2023-24", "101");
    check_word(fixture, VERDICT_ACHIEVED, "achieved: $101bn in FY2023-24");
    build_total(fixture, "FY2024-25", "90");
    check_word(fixture, VERDICT_ON_TRACK,
               "on track from FY2022-23 to FY2024-25 (since the target was announced): 34.16 % a "
               "year, 10.41 % required, R = 3.28");
    assert_int_equal(fixture->verdict.readings[0].bases[1].word, VERDICT_DETERIORATION);
    assert_null(fixture->verdict.readings[0].bases[1].ratio);
}

static void rounding_decides_what_is_achieved(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "FY2029-30", "2022-07", "total", "100");
    build_total(fixture, "FY2023-24", "100");
    check_word(fixture, VERDICT_ACHIEVED,
               "borderline between on track and achieved: $100bn in FY2023-24");
}

/*
 * A target for 2020 with values up to 2018: before its end nothing is decided, after it the target
 * is missed. 18627 is 2020-12-31.
 */
static void after_its_deadline_a_target_is_missed(void **state)
{
    struct fixture *fixture = *state;
    build_total(fixture, "2016", "30");
    build_total(fixture, "2018", "60");
    build_target(fixture, "2020", "2016", "total", "100");
    const struct verdict *verdict = make_on(fixture, 18627);
    assert_int_equal(verdict->readings[1].word, VERDICT_ON_TRACK);
    assert_false(verdict->readings[1].is_over);
    verdict = make_on(fixture, 18628);
    assert_int_equal(verdict->readings[1].word, VERDICT_MISSED);
    assert_true(verdict->readings[1].is_over);
}

static void a_target_may_be_reached_from_above(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "FY2029-30", "2022-07", "import", "30.0");
    build_trade(&fixture->dataset, "FY2022-23", "import", "60.0", "USD bn", NULL);
    build_trade(&fixture->dataset, "FY2023-24", "import", "54.0", "USD bn", NULL);
    const struct verdict *verdict = make(fixture);
    /* Half in seven years is 9.43 % less a year; 10 % less was seen. */
    assert_false(verdict->is_upward);
    check_shown(verdict->readings[0].chosen->ratio, "1.06");
    assert_int_equal(verdict->readings[0].word, VERDICT_ON_TRACK);
    check_shown(verdict->readings[0].linear, "-$4.0bn");
}

static void a_passed_deadline_is_judged_by_its_value(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "2023", "2020", "total", "100");
    build_total(fixture, "2021", "80");
    build_total(fixture, "2023", "90");
    const struct verdict *verdict = make(fixture);
    check_written(verdict_write(&out, verdict, &verdict->readings[0]),
                  "unable to assess: no value for the end of FY2022-23");
    check_written(verdict_write(&out, verdict, &verdict->readings[1]), "missed: $90bn in 2023");
    assert_int_equal(verdict->readings[1].word, VERDICT_MISSED);
    assert_null(verdict->readings[1].required);
    assert_false(verdict->readings[2].is_over);
}

static void too_few_values_are_unable(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "FY2029-30", "2024-07", "balance", "-20");
    check_word(fixture, VERDICT_UNABLE,
               "unable to assess: nothing was observed before the deadline");
    build_trade(&fixture->dataset, "FY2020-21", "balance", "-50", "USD bn", NULL);
    build_trade(&fixture->dataset, "FY2023-24", "balance", "-40", "USD bn", NULL);
    check_word(fixture, VERDICT_UNABLE,
               "unable to assess from FY2020-21 to FY2023-24 (trend before the target): values of "
               "0 or less have no growth rate");
}

static void a_series_may_have_no_window(void **state)
{
    struct fixture *fixture = *state;
    build_target(fixture, "FY2029-30", "2024-07", "total", "100");
    build_total(fixture, "FY2017-18", "10");
    build_total(fixture, "FY2022-23", "50");
    build_total(fixture, "FY2023-24", "60");
    check_word(fixture, VERDICT_UNABLE, "unable to assess: no window of two to five years");
    assert_int_equal(fixture->verdict.readings[0].base_count, 2);
    assert_int_equal(fixture->verdict.readings[0].basis, BASIS_NONE);
}

static void an_undated_announcement_uses_the_latest_trend(void **state)
{
    struct fixture *fixture = *state;
    build_series(fixture, 6);
    build_target(fixture, "FY2029-30", NULL, "total", "100");
    const struct verdict *verdict = make(fixture);
    assert_int_equal(verdict->readings[0].basis, BASIS_UNDATED);
    assert_true(verdict->is_upward);
}

static void without_a_target_there_is_no_verdict(void **state)
{
    struct fixture *fixture = *state;
    build_series(fixture, 6);
    const struct verdict *verdict = make(fixture);
    assert_int_equal(verdict->reading_count, 0);
    assert_int_equal(verdict->observation_count, 6);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_trend_before_the_target_is_used),
        TEST(a_break_is_named),
        TEST(half_of_the_rise_is_no_break),
        TEST(the_year_of_the_announcement_is_the_base),
        TEST(the_cross_check_agrees),
        TEST(the_cross_check_differs),
        TEST(implied_value_is_no_observation),
        TEST(rounding_makes_a_verdict_borderline),
        TEST(slow_growth_is_limited_progress_and_decline_deterioration),
        TEST(a_reached_target_is_achieved),
        TEST(rounding_decides_what_is_achieved),
        TEST(after_its_deadline_a_target_is_missed),
        TEST(a_target_may_be_reached_from_above),
        TEST(a_passed_deadline_is_judged_by_its_value),
        TEST(too_few_values_are_unable),
        TEST(a_series_may_have_no_window),
        TEST(an_undated_announcement_uses_the_latest_trend),
        TEST(without_a_target_there_is_no_verdict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

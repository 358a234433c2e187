/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis_fixture.h"

static void analyse(struct fixture *fixture)
{
    const struct observation_list *observations = observe(fixture);
    fixture->balance =
        balance_make(&fixture->arena, &fixture->dataset, NULL, observations, &india_russia);
    fixture->path =
        path_make(&fixture->arena, &fixture->dataset, NULL, observations, &india_russia);
}

static void build_target(struct fixture *fixture, const char *deadline, const char *flow,
                         const char *value, const char *unit)
{
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = deadline, [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = flow, [FIELD_VALUE] = value,
                    [FIELD_UNIT] = unit));
}

/* FY2023-24: 4.26 and 61.44, the target of $100bn by 2030. */
static void build_articles(struct fixture *fixture)
{
    dataset_release(&fixture->dataset);
    build_example(&fixture->dataset);
    analyse(fixture);
}

static struct scenario_outlook look(struct fixture *fixture, double exports, double imports)
{
    struct scenario scenario = {exports, imports};
    return scenario_make(&fixture->arena, &fixture->balance, &fixture->path, &scenario);
}

/* --- words --- */

static void check_parsed(const char *text, double exports, double imports)
{
    struct scenario scenario;
    struct error error = {0};
    assert_true(scenario_parse(&scenario, text_of(text), &error));
    assert_true(scenario.exports == exports);
    assert_true(scenario.imports == imports);
}

static void check_refused(const char *text, const char *part)
{
    struct scenario scenario = {1, 2};
    struct error error = {0};
    assert_false(scenario_parse(&scenario, text_of(text), &error));
    assert_true(error.is_misuse);
    assert_non_null(strstr(error.text, part));
    assert_true(scenario.exports == 1 && scenario.imports == 2);
    error_release(&error);
}

static void a_scenario_is_parsed(void **state)
{
    (void)state;
    check_parsed("exports=+20%,imports=-2%", 20, -2);
    check_parsed(" imports = flat , exports = 7.25 ", 7.25, 0);
    check_parsed("Exports=-100%", -100, 0);
    check_refused("", "exports=+20%,imports=-2%");
    check_refused("exports", "no growth rate");
    check_refused("exports=", "no growth rate");
    check_refused("exports=fast", "fast");
    check_refused("exports=nan", "nan");
    check_refused("exports=20%%", "20%%");
    check_refused("oil=20%", "oil=20%");
    check_refused("exports=1,exports=2", "twice");
    check_refused("exports=1,,imports=2", "exports and imports");
    check_refused("exports=-101%", "range");
    check_refused("exports=1e308", "range");
    check_refused("exports=\033[2J", "no growth rate");
}

static void check_round_trip(double exports, double imports, const char *expected)
{
    struct scenario scenario = {exports, imports}, again;
    struct buffer out = {0};
    struct error error = {0};
    scenario_write(&out, &scenario);
    if (expected)
        assert_string_equal(out.data, expected);
    assert_true(scenario_parse(&again, buffer_text(&out), &error));
    assert_true(again.exports == exports && again.imports == imports);
    buffer_release(&out);
}

static void printed_form_parses_back(void **state)
{
    (void)state;
    check_round_trip(20, -2, "exports=+20%,imports=-2%");
    check_round_trip(0, 7.25, "exports=+0%,imports=+7.25%");
    check_round_trip(-0.0, 1000, NULL);
    check_round_trip(44.358912345678901, -1.0 / 3, NULL);
    check_round_trip(1e-300, -99.99999999, NULL);
}

/* --- outlook --- */

/* 4.26 * 1.2 ^ 6 = 12.72 and 61.44 * 0.98 ^ 6 = 54.43 */
static void an_outlook_grows_both_flows(void **state)
{
    struct fixture *fixture = *state;
    build_articles(fixture);
    struct scenario_outlook outlook = look(fixture, 20, -2);
    assert_int_equal(outlook.count, 8); /* FY2023-24 to FY2030-31 */
    assert_true(period_is_equal(outlook.points[0].period, period_fiscal_year(2023)));
    check_shown(outlook.points[0].exports, "$4.26bn");
    check_shown(outlook.points[1].exports, "$5.11bn");
    assert_int_equal(outlook.deadline_count, 3);
    check_shown(outlook.deadlines[0].exports, "$12.72bn");
    check_shown(outlook.deadlines[0].imports, "$54.43bn");
    check_shown(outlook.deadlines[0].total, "$67.15bn");
    check_shown(outlook.deadlines[0].balance, "-$41.71bn");
    /* The calendar year ends 6.75 years on: 4.26 * 1.2 ^ 6.75 */
    check_shown(outlook.deadlines[1].exports, "$14.58bn");
    assert_true(outlook.has_target);
    /* 4.26 * 1.2 ^ 14 = 54.69 and 61.44 * 0.98 ^ 14 = 46.30; a year before 45.58 and 47.25 */
    assert_true(period_is_equal(outlook.reached.period, period_fiscal_year(2037)));
    check_shown(outlook.reached.total, "$101.00bn");
    struct buffer out = {0};
    scenario_write_verdict(&out, &outlook, &fixture->path);
    /* 100 - 67.15; the fiscal year 2037 is eight after 2029 */
    assert_string_equal(out.data, "misses $100bn by $32.85bn at the end of FY2029-30; reached in "
                                  "FY2037-38, 8 years late");
    buffer_release(&out);
}

static void a_target_may_never_be_met(void **state)
{
    struct fixture *fixture = *state;
    build_articles(fixture);
    struct scenario_outlook outlook = look(fixture, 0, 0);
    assert_int_equal(outlook.reached.period.kind, PERIOD_NONE);
    outlook = look(fixture, -100, -100);
    check_shown(outlook.deadlines[0].total, "$0.00bn");
    assert_int_equal(outlook.reached.period.kind, PERIOD_NONE);
}

static void fast_growth_overflows_to_nothing(void **state)
{
    struct fixture *fixture = *state;
    build_articles(fixture);
    struct scenario_outlook outlook = look(fixture, 1000, 1000);
    assert_true(period_is_equal(outlook.reached.period, period_fiscal_year(2024)));
    build_target(fixture, "9999", "total", "1e200", "USD bn");
    build_target(fixture, "9999", "total", "1e200", "USD bn");
    build_target(fixture, "9999", "total", "1e200", "USD bn");
    analyse(fixture);
    outlook = look(fixture, 1000, 1000);
    assert_null(outlook.deadlines[0].total);
    assert_null(outlook.points[outlook.count - 1].exports);
}

static void there_may_be_nothing_to_project(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "FY2023-24", "export", "4.26", "USD bn", NULL);
    build_trade(&fixture->dataset, "2023-07", "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, "2023-07", "import", "5", "USD bn", NULL);
    analyse(fixture);
    assert_null(look(fixture, 5, 5).start);
}

static void a_scenario_needs_no_target(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2023", "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, "2023", "import", "5", "USD bn", NULL);
    analyse(fixture);
    struct scenario_outlook outlook = look(fixture, 5, 5);
    assert_int_equal(outlook.count, 1);
    assert_false(outlook.has_target);
    build_target(fixture, "2030", "total", "900", "INR crore");
    analyse(fixture);
    assert_false(look(fixture, 5, 5).has_target);
}

/* --- goals --- */

static void check_goal(struct fixture *fixture, struct goal goal, const char *expected)
{
    struct goal_answer answer;
    struct error error = {0};
    struct buffer out = {0};
    if (scenario_seek(&fixture->arena, &fixture->balance, &fixture->path, &goal, &answer, &error))
        goal_write(&out, &goal, &answer);
    else
        buffer_puts(&out, error.text);
    assert_string_equal(out.data, expected);
    error_release(&error);
    buffer_release(&out);
}

#define BY_FY2029_30 .deadline = period_fiscal_year(2029)

static void goals_have_closed_forms(void **state)
{
    struct fixture *fixture = *state;
    build_articles(fixture);
    check_goal(fixture, (struct goal){GOAL_TARGET, BY_FY2029_30},
               "imports flat: exports must reach $38.56bn, 9.05 times today's, 44.4 % a year for "
               "six years");
    /* 100 - 4.26 = 95.74; 95.74 / 61.44 = 1.558; 1.558 ^ (1 / 6) = 1.0767 */
    check_goal(fixture, (struct goal){GOAL_TARGET, true, BY_FY2029_30},
               "exports flat: imports must reach $95.74bn, 1.56 times today's, 7.7 % a year for "
               "six years");
    /* 61.44 * 1.05 ^ 6 = 82.34; 17.66 / 4.26 = 4.15; 4.15 ^ (1 / 6) = 1.26750 */
    check_goal(fixture, (struct goal){GOAL_TARGET, .other_growth = 5, BY_FY2029_30},
               "imports +5 % a year: exports must reach $17.66bn, 4.15 times today's, 26.8 % a "
               "year for six years");
    /* 61.44 - 28.59 = 32.85 */
    check_goal(fixture, (struct goal){GOAL_HALF_BALANCE, BY_FY2029_30},
               "half the imbalance, imports flat: exports must reach $32.85bn, 7.71 times today's, "
               "40.6 % a year for six years");
    /* 4.26 + 28.59 = 32.85 as well; 32.85 / 61.44 = 0.535; 0.535 ^ (1 / 6) = 0.901 */
    check_goal(fixture, (struct goal){GOAL_HALF_BALANCE, true, BY_FY2029_30},
               "half the imbalance, exports flat: imports must fall to $32.85bn, 0.53 times "
               "today's, -9.9 % a year for six years");
    check_goal(fixture, (struct goal){GOAL_COVERAGE, .coverage = 25, BY_FY2029_30},
               "coverage 25 %, imports flat: exports must reach $15.36bn, 3.61 times today's, "
               "23.8 % a year for six years");
    check_goal(fixture,
               (struct goal){GOAL_COVERAGE, .coverage = 25, .deadline = period_calendar_year(2030)},
               "coverage 25 %, imports flat: exports must reach $15.36bn, 3.61 times today's, "
               "20.9 % a year for 6.75 years");
}

static void goals_may_be_out_of_reach(void **state)
{
    struct fixture *fixture = *state;
    check_goal(fixture, (struct goal){GOAL_TARGET, BY_FY2029_30},
               "no year has both exports and imports: nothing to start from");
    build_articles(fixture);
    check_goal(fixture, (struct goal){GOAL_TARGET, .deadline = period_fiscal_year(2023)},
               "the deadline has passed: the latest exports and imports are later");
    check_goal(fixture, (struct goal){GOAL_TARGET, .other_growth = 10, BY_FY2029_30},
               "imports alone, at $108.84bn, go past the goal: exports would have to be 0 or less");
    check_goal(fixture, (struct goal){GOAL_COVERAGE, .coverage = 0, BY_FY2029_30},
               "coverage must be above 0 %: 25 means that exports pay for a quarter of imports");
    check_goal(fixture, (struct goal){GOAL_COVERAGE, .coverage = (double)NAN, BY_FY2029_30},
               "coverage must be above 0 %: 25 means that exports pay for a quarter of imports");
    check_goal(fixture, (struct goal){GOAL_COVERAGE, .coverage = (double)INFINITY, BY_FY2029_30},
               "the numbers grow beyond what can be calculated");
}

static void a_target_may_be_for_one_flow(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2023", "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, "2023", "import", "5", "USD bn", NULL);
    build_target(fixture, "FY2029-30", "export", "8", "USD bn");
    analyse(fixture);
    struct goal goal = {GOAL_TARGET, .deadline = period_calendar_year(2024)};
    check_goal(fixture, goal,
               "imports flat: exports must reach $8bn, 2.00 times today's, 100.0 % a year for one "
               "year");
    goal.moves_imports = true;
    check_goal(fixture, goal, "the target is one for exports: no growth of imports moves it");
}

static void exports_of_zero_cannot_grow(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2023", "export", "0", "USD bn", NULL);
    build_trade(&fixture->dataset, "2023", "import", "5", "USD bn", NULL);
    analyse(fixture);
    struct goal goal = {GOAL_HALF_BALANCE, .deadline = period_calendar_year(2024)};
    check_goal(fixture, goal, "exports are 0 today: no growth rate leads from there");
}

/* --- a goal put back into the scenario is reached --- */

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed >> 33;
}

static double random_between(uint64_t *seed, double low, double high)
{
    return low + (high - low) * (double)(next_random(seed) % 100000) / 100000;
}

static const char *random_number(struct fixture *fixture, uint64_t *seed, double high)
{
    return arena_printf(&fixture->arena, "%.2f", random_between(seed, 0.01, high));
}

static void check_reaches(const struct fixture *fixture, const struct goal *goal,
                          const struct scenario_outlook *outlook, size_t deadline)
{
    const struct scenario_point *point = &outlook->deadlines[deadline];
    const struct scenario_point *start = &outlook->points[0];
    switch (goal->kind) {
    case GOAL_TARGET:
        check_near(point->total->value, fixture->path.target->value, 1e-9);
        break;
    case GOAL_HALF_BALANCE:
        assert_true(fabs(point->balance->value - start->balance->value / 2) <=
                    1e-9 * point->total->value);
        break;
    default:
        check_near(point->coverage->value, goal->coverage, 1e-9);
    }
}

static void goals_are_reached(void **state)
{
    struct fixture *fixture = *state;
    uint64_t seed = 7;
    size_t reached = 0;
    for (int round = 0; round < 300; round++) {
        dataset_release(&fixture->dataset);
        build_dataset(&fixture->dataset);
        build_trade(&fixture->dataset, "FY2023-24", "export", random_number(fixture, &seed, 100),
                    "USD bn", NULL);
        build_trade(&fixture->dataset, "FY2023-24", "import", random_number(fixture, &seed, 100),
                    "USD bn", NULL);
        build_target(fixture, "2030", "total", random_number(fixture, &seed, 400), "USD bn");
        analyse(fixture);
        size_t deadline = next_random(&seed) % 3;
        struct goal goal = {
            .kind = (enum goal_kind)(next_random(&seed) % GOAL_KIND_COUNT),
            .moves_imports = next_random(&seed) % 2,
            .other_growth = random_between(&seed, -20, 30),
            .coverage = random_between(&seed, 1, 300),
            .deadline = fixture->path.readings[deadline].deadline,
        };
        struct goal_answer answer;
        struct error error = {0};
        if (scenario_seek(&fixture->arena, &fixture->balance, &fixture->path, &goal, &answer,
                          &error)) {
            struct scenario_outlook outlook =
                look(fixture, answer.scenario.exports, answer.scenario.imports);
            check_reaches(fixture, &goal, &outlook, deadline);
            reached++;
        }
        error_release(&error);
    }
    assert_true(reached > 200);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_is_parsed), cmocka_unit_test(printed_form_parses_back),
        TEST(an_outlook_grows_both_flows),      TEST(a_target_may_never_be_met),
        TEST(fast_growth_overflows_to_nothing), TEST(there_may_be_nothing_to_project),
        TEST(a_scenario_needs_no_target),       TEST(goals_have_closed_forms),
        TEST(goals_may_be_out_of_reach),        TEST(a_target_may_be_for_one_flow),
        TEST(exports_of_zero_cannot_grow),      TEST(goals_are_reached),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

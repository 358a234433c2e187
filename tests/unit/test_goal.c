/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/scenario.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#include "analysis_check.h"

static void what_is_named_is_taken(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum goal_kind kind;
        bool moves_imports;
        double other_growth, coverage;
        int first_year; /* of the fiscal year of the deadline; 0 if there is none */
    } goals[] = {
        {"target", GOAL_TARGET, false, 0, 0, 0},
        {"target,imports=flat", GOAL_TARGET, false, 0, 0, 0},
        {"target, exports=+3%", GOAL_TARGET, true, 3, 0, 0},
        {"HALF-BALANCE,imports=-2%", GOAL_HALF_BALANCE, false, -2, 0, 0},
        {"coverage=25%", GOAL_COVERAGE, false, 0, 25, 0},
        {"coverage = 12.5 , by=FY2030-31", GOAL_COVERAGE, false, 0, 12.5, 2030},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(goals); i++) {
        struct goal goal = {0};
        struct error error = {0};
        assert_true(goal_parse(&goal, text_of(goals[i].text), &error));
        assert_int_equal(goal.kind, goals[i].kind);
        assert_int_equal(goal.moves_imports, goals[i].moves_imports);
        assert_true(goal.other_growth == goals[i].other_growth);
        assert_true(goal.coverage == goals[i].coverage);
        if (goals[i].first_year)
            assert_true(period_is_equal(goal.deadline, period_fiscal_year(goals[i].first_year)));
        else
            assert_int_equal(goal.deadline.kind, PERIOD_NONE);
    }
}

static void what_is_wrong_is_named_with_a_remedy(void **state)
{
    (void)state;
    static const struct {
        const char *text, *part;
    } wrong[] = {
        {"", "there are target, half-balance and coverage=25%"},
        {"tarjet", "no goal `tarjet`"},
        {"target=100", "the target is that of the data"},
        {"half-balance=2", "takes no value"},
        {"coverage", "write the coverage in percent"},
        {"coverage=-5", "write the coverage in percent"},
        {"target,imports=soon", "is no growth rate"},
        {"target,by=someday", "write the deadline as a period"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        struct goal goal = {0};
        struct error error = {0};
        assert_false(goal_parse(&goal, text_of(wrong[i].text), &error));
        assert_true(error.is_misuse);
        assert_non_null(strstr(error.text, wrong[i].part));
        error_release(&error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_named_is_taken),
        cmocka_unit_test(what_is_wrong_is_named_with_a_remedy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

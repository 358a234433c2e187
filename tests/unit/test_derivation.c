/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/derivation.h"

#include <stdlib.h>

#include "analysis_fixture.h"

static const struct derivation *stated(struct fixture *fixture, const char *flow, const char *value,
                                       const char *unit, const char *qualifier)
{
    size_t row = build_trade(&fixture->dataset, "FY2023-24", flow, value, unit, qualifier);
    return derive_stated(&fixture->arena, &fixture->dataset, row);
}

static const struct derivation *growth(struct fixture *fixture, const char *value)
{
    size_t row = build_row(
        &fixture->dataset,
        CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "FY2023-24", [FIELD_FLOW] = "total",
              [FIELD_MEASURE] = "growth", [FIELD_VALUE] = value, [FIELD_UNIT] = "%"));
    return derive_stated(&fixture->arena, &fixture->dataset, row);
}

static const struct derivation *join(struct fixture *fixture, enum method method,
                                     const struct derivation *a, const struct derivation *b)
{
    const struct derivation *const inputs[] = {a, b};
    return derive(&fixture->arena, method, period_fiscal_year(2023), inputs);
}

static const struct derivation *required(struct fixture *fixture, const struct derivation *target,
                                         const struct derivation *value, struct period deadline)
{
    const struct derivation *const inputs[] = {
        target, value, derive_years(&fixture->arena, period_fiscal_year(2023), deadline)};
    return derive(&fixture->arena, METHOD_REQUIRED_GROWTH, deadline, inputs);
}

static void check_range(const struct derivation *derivation, double low, bool low_open, double high,
                        bool high_open)
{
    check_near(derivation->range.low, low, 1e-9);
    check_near(derivation->range.high, high, 1e-9);
    assert_int_equal(derivation->range.low_open, low_open);
    assert_int_equal(derivation->range.high_open, high_open);
}

static void a_stated_number_has_its_interval(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *exports = stated(fixture, "export", "4.26", "USD bn", NULL);
    check_shown(exports, "$4.26bn");
    assert_string_equal(exports->name, "exports FY2023-24");
    assert_int_equal(exports->method, METHOD_STATED);
    assert_int_equal(exports->row, 0);
    assert_false(derivation_is_derived(exports));
    check_range(exports, 4.255e9, false, 4.265e9, true);
    check_shown(growth(fixture, "33"), "33 %");
    assert_string_equal(growth(fixture, "33")->name, "total growth FY2023-24");
    size_t event = build_row(&fixture->dataset, CELLS([FIELD_KIND] = "event"));
    assert_null(derive_stated(&fixture->arena, &fixture->dataset, event));
    size_t target = build_row(
        &fixture->dataset,
        CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = "2030", [FIELD_FLOW] = "export",
              [FIELD_PRODUCT] = "o\033il", [FIELD_VALUE] = "1e2", [FIELD_UNIT] = "USD bn"));
    const struct derivation *node = derive_stated(&fixture->arena, &fixture->dataset, target);
    assert_string_equal(node->name, "target for o\u241bil exports 2030");
    check_shown(node, "$100bn");
}

/* DESIGN section 5: India-Russia, FY2023-24. Imports are stated as "nearly" 61.44. */
static void balance_of_the_articles(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *x = stated(fixture, "export", "4.26", "USD bn", NULL);
    const struct derivation *m = stated(fixture, "import", "61.44", "USD bn", "nearly");
    const struct derivation *balance = join(fixture, METHOD_BALANCE, x, m);
    check_shown(balance, "-$57.18bn");
    assert_string_equal(balance->name, "balance FY2023-24");
    assert_true(derivation_is_derived(balance));
    assert_int_equal(balance->row, NO_ROW);
    assert_ptr_equal(balance->inputs[0], x);
    assert_ptr_equal(balance->inputs[1], m);
    check_range(balance, -57.185e9, false, -55.3318e9, true);
    const struct derivation *turnover = join(fixture, METHOD_TURNOVER, x, m);
    check_shown(turnover, "$65.70bn");
    check_range(turnover, 63.8518e9, false, 65.705e9, true);
    const struct derivation *coverage = join(fixture, METHOD_COVERAGE, x, m);
    check_shown(coverage, "6.93 %");
    check_range(coverage, 100 * 4.255 / 61.44, false, 100 * 4.265 / 59.5968, true);
    const struct derivation *index = join(fixture, METHOD_IMBALANCE_INDEX, x, m);
    check_shown(index, "-0.870");
    check_range(index, -57.185 / 65.695, false, -55.3318 / 63.8618, true);
    const struct derivation *share = join(fixture, METHOD_IMPORT_SHARE, x, m);
    check_shown(share, "93.5 %");
    check_range(share, 100 * 59.5968 / 63.8618, true, 100 * 61.44 / 65.695, false);
}

/* A wrong sign must not become a coverage of 50 %. */
static void negative_trade_has_no_shares(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *x = stated(fixture, "export", "-5", "USD bn", NULL);
    const struct derivation *m = stated(fixture, "import", "-10", "USD bn", NULL);
    check_shown(join(fixture, METHOD_BALANCE, x, m), "$5bn");
    assert_null(join(fixture, METHOD_COVERAGE, x, m));
    assert_null(join(fixture, METHOD_IMBALANCE_INDEX, x, m));
    assert_null(join(fixture, METHOD_IMPORT_SHARE, x, m));
}

static void check_number(const struct derivation *derivation, double scale, const char *expected)
{
    struct buffer text = {0};
    const struct unit unit = {.dimension = DIMENSION_MONEY, .currency = "USD", .scale = scale};
    derivation_format_number(&text, derivation, unit);
    assert_string_equal(text.data, expected);
    buffer_release(&text);
}

static void a_number_is_shown_in_another_unit(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *billions = stated(fixture, "export", "4.26", "USD bn", NULL);
    check_number(billions, 1e9, "4.26");
    check_number(billions, 1e6, "4,260");
    check_number(stated(fixture, "export", "4260.5", "USD mn", NULL), 1e9, "4.26");
    check_number(stated(fixture, "export", "4.2605", "USD bn", NULL), 1e9, "4.2605");
    check_number(stated(fixture, "export", "3.14", "USD mn", NULL), 1e9, "0.0031");
}

static void growth_is_relative_to_the_earlier_value(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *later = stated(fixture, "total", "65.7", "USD bn", NULL);
    const struct derivation *earlier = stated(fixture, "total", "49.36", "USD bn", NULL);
    check_shown(join(fixture, METHOD_GROWTH, later, earlier), "33.10 %");
    check_range(join(fixture, METHOD_GROWTH, later, earlier), 100 * (65.65 / 49.365 - 1), true,
                100 * (65.75 / 49.355 - 1), true);
    const struct derivation *implied =
        join(fixture, METHOD_IMPLIED_EARLIER, later, growth(fixture, "33"));
    check_shown(implied, "$49.4bn"); /* 65.7 / 1.33 = 49.398 */
    check_near(implied->value, 65.7e9 / 1.33, 1e-12);
    check_range(implied, 65.65e9 / 1.335, true, 65.75e9 / 1.325, true);
    assert_null(join(fixture, METHOD_IMPLIED_EARLIER, later, growth(fixture, "-100")));
    assert_null(join(fixture, METHOD_IMPLIED_EARLIER, later, growth(fixture, "-150")));
}

/* Issue 2: 7.25 % to FY2029-30, 6.42 % to CY2030, 6.18 % to FY2030-31. */
static void required_growth_depends_on_the_deadline(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *value = stated(fixture, "total", "65.7", "USD bn", NULL);
    const struct derivation *target = stated(fixture, "total", "100", "USD bn", NULL);
    check_shown(required(fixture, target, value, period_fiscal_year(2029)), "7.25 %");
    check_shown(required(fixture, target, value, period_calendar_year(2030)), "6.42 %");
    check_shown(required(fixture, target, value, period_fiscal_year(2030)), "6.18 %");
    check_range(required(fixture, target, value, period_fiscal_year(2029)),
                100 * (pow(99.5 / 65.75, 1.0 / 6) - 1), true,
                100 * (pow(100.5 / 65.65, 1.0 / 6) - 1), true);
    assert_null(required(fixture, target, value, period_fiscal_year(2023)));
    assert_null(required(fixture, target, value, period_calendar_year(2020)));
    const struct derivation *none = stated(fixture, "total", "0", "USD bn", NULL);
    assert_null(required(fixture, target, none, period_fiscal_year(2029)));
    assert_null(required(fixture, none, value, period_fiscal_year(2029)));
}

static void years_run_between_the_ends_of_periods(void **state)
{
    struct fixture *fixture = *state;
    struct period from = period_fiscal_year(2023);
    check_shown(derive_years(&fixture->arena, from, period_fiscal_year(2029)), "6.0 years");
    check_shown(derive_years(&fixture->arena, from, period_calendar_year(2030)), "6.75 years");
    const struct derivation *years = derive_years(&fixture->arena, from, period_fiscal_year(2030));
    check_shown(years, "7.0 years");
    assert_string_equal(years->name, "years from the end of FY2023-24 to the end of FY2030-31");
    assert_true(derivation_is_derived(years));
}

static void what_is_missing_stays_missing(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *x = stated(fixture, "export", "4.26", "USD bn", NULL);
    assert_null(join(fixture, METHOD_BALANCE, x, NULL));
    assert_null(join(fixture, METHOD_BALANCE, NULL, x));
    assert_null(join(fixture, METHOD_COVERAGE, NULL, NULL));
    assert_null(join(fixture, METHOD_STATED, x, x));
    assert_null(join(fixture, METHOD_YEARS, x, x));
}

static void units_are_converted_within_a_dimension(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *x = stated(fixture, "export", "4260", "USD mn", NULL);
    const struct derivation *m = stated(fixture, "import", "61.44", "USD bn", NULL);
    check_shown(join(fixture, METHOD_BALANCE, x, m), "-$57,180mn");
    check_shown(join(fixture, METHOD_BALANCE, m, x), "$57.180bn");
    const struct derivation *rupees = stated(fixture, "import", "5", "INR crore", NULL);
    assert_null(join(fixture, METHOD_BALANCE, x, rupees));
    assert_null(join(fixture, METHOD_COVERAGE, x, rupees));
    assert_null(join(fixture, METHOD_BALANCE, x, growth(fixture, "5")));
    check_shown(join(fixture, METHOD_TURNOVER, rupees, rupees), "INR 10 crore");
}

static void zero_flows_have_ratios_where_defined(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *some = stated(fixture, "export", "4.26", "USD bn", NULL);
    const struct derivation *none = stated(fixture, "import", "0", "USD bn", NULL);
    assert_null(join(fixture, METHOD_COVERAGE, some, none));
    assert_null(join(fixture, METHOD_COVERAGE, none, none));
    assert_null(join(fixture, METHOD_IMBALANCE_INDEX, none, none));
    check_shown(join(fixture, METHOD_BALANCE, some, none), "$4.26bn");
    check_shown(join(fixture, METHOD_IMBALANCE_INDEX, some, none), "1.000");
    check_shown(join(fixture, METHOD_IMBALANCE_INDEX, none, some), "-1.000");
    check_shown(join(fixture, METHOD_IMPORT_SHARE, some, none), "0.0 %");
    check_shown(join(fixture, METHOD_COVERAGE, none, some), "0.00 %");
    check_shown(join(fixture, METHOD_BALANCE, none, none), "$0bn");
}

/* At least 4 compared with exactly 2: the limits, never undefined. */
static void infinite_ends_give_limits(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *much = stated(fixture, "export", "4", "USD bn", "at least");
    const struct derivation *two = stated(fixture, "import", "2.0", "USD bn", NULL);
    const struct derivation *balance = join(fixture, METHOD_BALANCE, much, two);
    assert_true(balance->range.high == INFINITY && balance->range.high_open);
    check_near(balance->range.low, 1.95e9, 1e-9);
    check_range(join(fixture, METHOD_IMBALANCE_INDEX, much, two), (4 - 2.05) / 6.05, true, 1, true);
    check_range(join(fixture, METHOD_IMBALANCE_INDEX, two, much), -1, true, (2.05 - 4) / 6.05,
                true);
    check_range(join(fixture, METHOD_COVERAGE, two, much), 0, true, 100 * 2.05 / 4, true);
    const struct derivation *both = join(fixture, METHOD_COVERAGE, much, much);
    assert_true(both->range.low == 0 && both->range.high == INFINITY);
    assert_true(both->range.low_open && both->range.high_open);
    balance = join(fixture, METHOD_BALANCE, much, much);
    assert_true(balance->range.low == -INFINITY && balance->range.high == INFINITY);
}

/* A divisor that may be 0 of either sign has an unbounded interval. */
static void an_interval_around_a_pole_is_unbounded(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *later = stated(fixture, "balance", "5", "USD bn", NULL);
    const struct derivation *earlier = stated(fixture, "balance", "0.0", "USD bn", NULL);
    assert_null(join(fixture, METHOD_COVERAGE, later, earlier));
    struct derivation small = *earlier;
    small.value = 0.01e9;
    const struct derivation *coverage = join(fixture, METHOD_COVERAGE, later, &small);
    assert_true(coverage->range.low == -INFINITY && coverage->range.high == INFINITY);
    const struct derivation *change = join(fixture, METHOD_GROWTH, later, &small);
    assert_true(change->range.high == INFINITY);
}

static void deficits_have_no_growth(void **state)
{
    struct fixture *fixture = *state;
    const struct derivation *wide = stated(fixture, "balance", "-60.0", "USD bn", NULL);
    const struct derivation *half = stated(fixture, "balance", "-30.0", "USD bn", NULL);
    const struct derivation *surplus = stated(fixture, "balance", "5.0", "USD bn", NULL);
    check_shown(join(fixture, METHOD_GROWTH, half, wide), "-50.00 %");
    assert_null(join(fixture, METHOD_GROWTH, surplus, wide));
    assert_null(required(fixture, surplus, wide, period_fiscal_year(2029)));
    check_shown(required(fixture, half, wide, period_fiscal_year(2029)), "-10.91 %");
    check_shown(wide, "-$60.0bn");
}

static void every_range_holds_its_value(void **state)
{
    struct fixture *fixture = *state;
    static const char *const values[] = {"0", "0.3", "4.26", "61.44", "-57.18", "1e200"};
    static const char *const qualifiers[] = {NULL, "about", "nearly", "at least", "at most"};
    const struct derivation *nodes[30];
    size_t count = 0;
    for (size_t v = 0; v < 6; v++)
        for (size_t q = 0; q < 5; q++)
            nodes[count++] = stated(fixture, "balance", values[v], "USD bn", qualifiers[q]);
    for (size_t a = 0; a < count; a++) {
        for (size_t b = 0; b < count; b++) {
            for (int method = METHOD_BALANCE; method <= METHOD_GROWTH; method++) {
                const struct derivation *node =
                    join(fixture, (enum method)method, nodes[a], nodes[b]);
                if (node)
                    assert_true(interval_contains(node->range, node->value));
            }
        }
    }
}

static void method_table_is_whole(void **state)
{
    (void)state;
    for (int method = 0; method < METHOD_COUNT; method++) {
        const struct method_info *info = &method_table[method];
        assert_true(info->name && *info->name && info->formula && *info->formula);
        assert_true(info->input_count <= 3 && info->alike_count <= info->input_count);
        assert_int_equal(info->evaluate != NULL, info->input_count > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_stated_number_has_its_interval, set_up, tear_down),
        cmocka_unit_test_setup_teardown(balance_of_the_articles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(negative_trade_has_no_shares, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_number_is_shown_in_another_unit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(growth_is_relative_to_the_earlier_value, set_up, tear_down),
        cmocka_unit_test_setup_teardown(required_growth_depends_on_the_deadline, set_up, tear_down),
        cmocka_unit_test_setup_teardown(years_run_between_the_ends_of_periods, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_missing_stays_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(units_are_converted_within_a_dimension, set_up, tear_down),
        cmocka_unit_test_setup_teardown(zero_flows_have_ratios_where_defined, set_up, tear_down),
        cmocka_unit_test_setup_teardown(infinite_ends_give_limits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interval_around_a_pole_is_unbounded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(deficits_have_no_growth, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_range_holds_its_value, set_up, tear_down),
        cmocka_unit_test(method_table_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

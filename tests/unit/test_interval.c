/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/interval.h"
#include "base/array.h"

#include "analysis_check.h"

static struct claim claim_of(enum measure measure, enum flow flow, const char *value,
                             const char *unit, enum qualifier qualifier)
{
    struct claim claim = {
        .kind = KIND_FIGURE, .measure = measure, .flow = flow, .qualifier = qualifier};
    assert_true(decimal_parse(text_of(value), &claim.decimal));
    assert_true(unit_parse(text_of(unit), &claim.unit));
    claim.value = claim.decimal.value * claim.unit.scale;
    return claim;
}

static struct interval interval_of(enum measure measure, enum flow flow, const char *value,
                                   const char *unit, enum qualifier qualifier)
{
    struct claim claim = claim_of(measure, flow, value, unit, qualifier);
    return interval_of_claim(&claim);
}

static void check(struct interval interval, double low, bool low_open, double high, bool high_open)
{
    check_near(interval.low, low, 1e-9);
    check_near(interval.high, high, 1e-9);
    assert_int_equal(interval.low_open, low_open);
    assert_int_equal(interval.high_open, high_open);
}

static struct interval total(const char *value, enum qualifier qualifier)
{
    return interval_of(MEASURE_VALUE, FLOW_TOTAL, value, "USD bn", qualifier);
}

static struct interval balance(const char *value, enum qualifier qualifier)
{
    return interval_of(MEASURE_VALUE, FLOW_BALANCE, value, "USD bn", qualifier);
}

/* The examples of the header. */
static void qualifiers_widen_the_interval(void **state)
{
    (void)state;
    check(total("65.7", QUALIFIER_EXACT), 65.65e9, false, 65.75e9, true);
    check(total("65", QUALIFIER_NEARLY), 63.05e9, false, 65e9, false);
    check(total("65", QUALIFIER_ABOUT), 63.7e9, false, 66.3e9, false);
    check(total("65", QUALIFIER_OVER), 65e9, true, 71.5e9, false);
    check(total("5", QUALIFIER_UNDER), 0, false, 5e9, true);
    check(total("65", QUALIFIER_AT_LEAST), 65e9, false, INFINITY, true);
    check(total("5", QUALIFIER_AT_MOST), 0, false, 5e9, false);
    check(total("65.7", QUALIFIER_NONE), 65.65e9, false, 65.75e9, true);
}

/* 2 % of 5 is 0.1; half the last digit is 0.5. */
static void about_takes_the_wider(void **state)
{
    (void)state;
    check(total("5", QUALIFIER_ABOUT), 4.5e9, false, 5.5e9, false);
    check(total("5.00", QUALIFIER_ABOUT), 4.9e9, false, 5.1e9, false);
}

static void qualifiers_speak_of_the_size(void **state)
{
    (void)state;
    check(balance("-57", QUALIFIER_NEARLY), -57e9, false, -55.29e9, false);
    check(balance("-57", QUALIFIER_OVER), -62.7e9, false, -57e9, true);
    check(balance("-57", QUALIFIER_UNDER), -57e9, true, 0, false);
    check(balance("-57", QUALIFIER_AT_LEAST), -INFINITY, true, -57e9, false);
    check(balance("-57.2", QUALIFIER_EXACT), -57.25e9, true, -57.15e9, false);
}

static void other_measures_have_intervals(void **state)
{
    (void)state;
    check(interval_of(MEASURE_GROWTH, FLOW_TOTAL, "33", "%", QUALIFIER_EXACT), 32.5, false, 33.5,
          true);
    check(interval_of(MEASURE_RATIO, FLOW_TOTAL, "3", "x", QUALIFIER_NEARLY), 2.91, false, 3,
          false);
    check(interval_of(MEASURE_RANK, FLOW_EXPORT, "2", "rank", QUALIFIER_EXACT), 2, false, 2, false);
    check(interval_of(MEASURE_COUNT, FLOW_NONE, "21", "count", QUALIFIER_EXACT), 21, false, 21,
          false);
    check(interval_of(MEASURE_COUNT, FLOW_NONE, "20", "count", QUALIFIER_OVER), 20, true, 22,
          false);
    check(interval_of(MEASURE_VALUE, FLOW_IMPORT, "3.5", "INR lakh crore", QUALIFIER_EXACT),
          3.45e12, false, 3.55e12, true);
    check(interval_of(MEASURE_VALUE, FLOW_IMPORT, "1e3", "USD mn", QUALIFIER_EXACT), 500e6, false,
          1500e6, true);
}

static void zero_has_an_interval(void **state)
{
    (void)state;
    check(total("0", QUALIFIER_EXACT), 0, false, 0.5e9, true);
    check(balance("0", QUALIFIER_EXACT), -0.5e9, false, 0.5e9, true);
    check(balance("0", QUALIFIER_OVER), 0, true, INFINITY, true);
    check(balance("0", QUALIFIER_UNDER), -INFINITY, true, 0, true);
    check(total("0", QUALIFIER_AT_LEAST), 0, false, INFINITY, true);
    check(total("0", QUALIFIER_AT_MOST), 0, false, 0, false);
}

/* Each qualifier except "over" and "under" includes the number itself; these two border it. */
static void intervals_hold_the_number(void **state)
{
    (void)state;
    static const char *const values[] = {
        "0",
        "1",
        "65.7",
        "-57.18",
        "0.000001",
        "1e300",
        "-1e300",
        "1e-400",
        "4.9e-324",
        "1e400000000000",
        "123456789012345678901234.5",
        "-0",
        "1e308",
        "0e99999",
    };
    static const char *const units[] = {"USD bn", "USD", "%", "x", "rank", "count", "t"};
    for (size_t v = 0; v < ARRAY_LENGTH(values); v++) {
        struct decimal decimal;
        if (!decimal_parse(text_of(values[v]), &decimal))
            continue;
        for (size_t i = 0; i < ARRAY_LENGTH(units) * (QUALIFIER_AT_MOST + 1); i++) {
            for (int measure = MEASURE_VALUE; measure <= MEASURE_COUNT; measure++) {
                enum qualifier qualifier = (enum qualifier)(i % (QUALIFIER_AT_MOST + 1));
                struct claim claim = claim_of((enum measure)measure, FLOW_BALANCE, values[v],
                                              units[i / (QUALIFIER_AT_MOST + 1)], qualifier);
                struct interval interval = interval_of_claim(&claim);
                assert_true(interval.low <= claim.value && claim.value <= interval.high);
                if (qualifier != QUALIFIER_OVER && qualifier != QUALIFIER_UNDER)
                    assert_true(interval_contains(interval, claim.value));
            }
        }
    }
}

static void an_interval_contains_its_inner_values(void **state)
{
    (void)state;
    struct interval under = total("5", QUALIFIER_UNDER);
    assert_true(interval_contains(under, 4.26e9));
    assert_true(interval_contains(under, 0));
    assert_false(interval_contains(under, 5e9));
    assert_false(interval_contains(under, -1));
    assert_true(interval_contains(total("65", QUALIFIER_AT_LEAST), 1e300));
    assert_false(interval_contains(total("65", QUALIFIER_OVER), 65e9));
}

static void intervals_overlap_or_have_a_gap(void **state)
{
    (void)state;
    struct interval exact = total("65.7", QUALIFIER_EXACT), about = total("65", QUALIFIER_ABOUT);
    assert_true(interval_overlaps(exact, about));
    assert_true(interval_overlaps(about, exact));
    assert_true(interval_gap(exact, about) == 0);
    /* 65 to 65.65: 0.65 / 65.65 = 0.0099 */
    struct interval nearly = total("65", QUALIFIER_NEARLY);
    assert_false(interval_overlaps(exact, nearly));
    check_near(interval_gap(exact, nearly), 0.65 / 65.65, 1e-9);
    check_near(interval_gap(nearly, exact), 0.65 / 65.65, 1e-9);
    /* Between -57.15 and 4.255. */
    check_near(interval_gap(balance("-57.2", QUALIFIER_EXACT), total("4.26", 0)),
               (4.255 + 57.15) / 57.15, 1e-9);
}

/* 65.6 ends where 65.7 starts, and one of the two ends is open. */
static void neighbours_only_meet(void **state)
{
    (void)state;
    struct interval low = total("65.6", QUALIFIER_EXACT), high = total("65.7", QUALIFIER_EXACT);
    assert_false(interval_overlaps(low, high));
    assert_true(interval_gap(low, high) == 0);
    struct interval in_millions =
        interval_of(MEASURE_VALUE, FLOW_TOTAL, "65600", "USD mn", QUALIFIER_AT_MOST);
    assert_true(interval_overlaps(in_millions, total("65.6", QUALIFIER_AT_LEAST)));
    assert_false(interval_overlaps(in_millions, total("65.6", QUALIFIER_OVER)));
}

/* Half a digit of 13 digits is 1.4e-13 of the number, less than the tolerance for equal ends. */
static void many_digits_leave_a_point(void **state)
{
    (void)state;
    struct interval once =
        interval_of(MEASURE_VALUE, FLOW_EXPORT, "3593601450123", "USD", QUALIFIER_EXACT);
    struct interval more =
        interval_of(MEASURE_VALUE, FLOW_EXPORT, "3593601450223", "USD", QUALIFIER_EXACT);
    assert_true(interval_overlaps(once, once));
    assert_true(interval_gap(once, once) == 0);
    assert_false(interval_overlaps(once, more));
    check_near(interval_gap(more, once), 99 / 3593601450222.5, 1e-14);
    assert_true(interval_contains(once, 3593601450123));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(qualifiers_widen_the_interval),
        cmocka_unit_test(about_takes_the_wider),
        cmocka_unit_test(qualifiers_speak_of_the_size),
        cmocka_unit_test(other_measures_have_intervals),
        cmocka_unit_test(zero_has_an_interval),
        cmocka_unit_test(intervals_hold_the_number),
        cmocka_unit_test(an_interval_contains_its_inner_values),
        cmocka_unit_test(intervals_overlap_or_have_a_gap),
        cmocka_unit_test(neighbours_only_meet),
        cmocka_unit_test(many_digits_leave_a_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

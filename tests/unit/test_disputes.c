/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/disputes.h"

#include <stdlib.h>
#include <string.h>

#include "analysis_fixture.h"

struct claim_cells {
    const char *period, *flow, *measure, *value, *unit, *qualifier, *base, *date, *source;
};

static void build(struct fixture *fixture, struct claim_cells cells)
{
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "figure", [FIELD_REPORTER] = "India", [FIELD_PARTNER] = "Russia",
                    [FIELD_PERIOD] = cells.period, [FIELD_FLOW] = cells.flow,
                    [FIELD_MEASURE] = cells.measure, [FIELD_VALUE] = cells.value,
                    [FIELD_UNIT] = cells.unit ? cells.unit : "USD bn",
                    [FIELD_QUALIFIER] = cells.qualifier, [FIELD_BASE] = cells.base,
                    [FIELD_DATE] = cells.date, [FIELD_SOURCE] = cells.source));
}

static struct dispute_list make(struct fixture *fixture)
{
    const struct observation_list *observations = observe(fixture);
    audit_release(&fixture->audit);
    fixture->audit = audit_make(&fixture->arena, &fixture->dataset, NULL, observations);
    return dispute_list_make(&fixture->arena, &fixture->dataset, NULL, observations,
                             &fixture->audit);
}

/* Two claims on one total, and what is said of them. */
static void check_pair(struct fixture *fixture, struct claim_cells shown, struct claim_cells other,
                       const char *size, const char *reason)
{
    shown.flow = other.flow = "total";
    build(fixture, shown);
    build(fixture, other);
    struct dispute_list list = make(fixture);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].row_count, 2);
    assert_string_equal(list.items[0].size, size);
    assert_int_equal(list.items[0].reason_count, reason != NULL);
    if (reason)
        assert_string_equal(list.items[0].reasons[0], reason);
    dispute_list_release(&list);
}

/* [63.05, 63.15] and [65.65, 65.75]: 2.5 of 65.65. */
static void a_later_figure_may_be_a_revision(void **state)
{
    check_pair(*state,
               (struct claim_cells){
                   .period = "2023", .value = "65.70", .date = "2024-07-09", .source = "003"},
               (struct claim_cells){
                   .period = "2023", .value = "63.1", .date = "2024-05-01", .source = "001"},
               "$2.60bn between them; what their words leave open is 3.9 % apart",
               "provisional figures: 001's $63.1bn is of 2024-05-01, 003's $65.70bn of 2024-07-09; "
               "it may be revised");
}

static void a_word_may_be_taken_too_strictly(void **state)
{
    check_pair(*state, (struct claim_cells){.period = "2023", .value = "65.70", .source = "003"},
               (struct claim_cells){
                   .period = "2023", .value = "65", .qualifier = "nearly", .source = "001"},
               "$0.70bn between them; what their words leave open is 1.1 % apart",
               "rounding: 001's nearly $65bn agrees if it is read as about");
}

static void a_slip_of_scale_is_found(void **state)
{
    struct fixture *fixture = *state;
    check_pair(
        fixture, (struct claim_cells){.period = "2023", .value = "65.70", .source = "003"},
        (struct claim_cells){.period = "2023", .value = "65.7", .unit = "USD mn", .source = "001"},
        "$65.63bn between them; what their words leave open is 99.9 % apart",
        "scale: 001's $65.7mn agrees if it is 1,000 times more");
}

static void a_figure_of_another_year_is_found(void **state)
{
    struct fixture *fixture = *state;
    build(fixture, (struct claim_cells){
                       .period = "FY2022-23", .flow = "total", .value = "49.4", .source = "004"});
    check_pair(fixture, (struct claim_cells){.period = "2023", .value = "65.70", .source = "003"},
               (struct claim_cells){.period = "2023", .value = "49.4", .source = "001"},
               "$16.30bn between them; what their words leave open is 24.7 % apart",
               "period: 001's $49.4bn agrees with what 004 states for FY2022-23");
}

static void nothing_is_invented(void **state)
{
    check_pair(*state, (struct claim_cells){.period = "2023", .value = "65.70", .source = "003"},
               (struct claim_cells){.period = "2023", .value = "30", .source = "001"},
               "$35.70bn between them; what their words leave open is 53.6 % apart", NULL);
}

/* 65.70 / 13.12 is 5.01; 65.70 / 22.00 is 2.99. */
static void another_base_makes_a_fold_hold(void **state)
{
    struct fixture *fixture = *state;
    build(fixture, (struct claim_cells){
                       .period = "FY2021-22", .flow = "total", .value = "13.12", .source = "a"});
    build(fixture, (struct claim_cells){
                       .period = "FY2022-23", .flow = "total", .value = "22.00", .source = "b"});
    build(fixture, (struct claim_cells){
                       .period = "FY2023-24", .flow = "total", .value = "65.70", .source = "c"});
    build(fixture, (struct claim_cells){.period = "FY2023-24",
                                        .flow = "total",
                                        .measure = "ratio",
                                        .value = "3",
                                        .unit = "x",
                                        .qualifier = "nearly",
                                        .base = "FY2021-22",
                                        .source = "d"});
    struct dispute_list list = make(fixture);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].reason_count, 1);
    assert_string_equal(list.items[0].reasons[0],
                        "base: it holds from FY2022-23, $22.00bn (b): 2.99x");
    dispute_list_release(&list);
}

static void claims_that_agree_are_no_dispute(void **state)
{
    struct fixture *fixture = *state;
    build(fixture,
          (struct claim_cells){.period = "2023", .flow = "total", .value = "65.7", .source = "a"});
    build(fixture,
          (struct claim_cells){.period = "2023", .flow = "total", .value = "65.70", .source = "b"});
    struct dispute_list list = make(fixture);
    assert_int_equal(list.count, 0);
    dispute_list_release(&list);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_later_figure_may_be_a_revision),
        TEST(a_word_may_be_taken_too_strictly),
        TEST(a_slip_of_scale_is_found),
        TEST(a_figure_of_another_year_is_found),
        TEST(nothing_is_invented),
        TEST(another_base_makes_a_fold_hold),
        TEST(claims_that_agree_are_no_dispute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

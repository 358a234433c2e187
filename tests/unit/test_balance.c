/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/balance.h"

#include <math.h>
#include <stdlib.h>

#include "analysis_fixture.h"

static const struct balance *make_for(struct fixture *fixture, const struct pair *pair)
{
    fixture->balance =
        balance_make(&fixture->arena, &fixture->dataset, NULL, observe(fixture), pair);
    return &fixture->balance;
}

static const struct balance *make(struct fixture *fixture)
{
    return make_for(fixture, &india_russia);
}

/* DESIGN section 5. */
static void the_balance_of_the_example(void **state)
{
    struct fixture *fixture = *state;
    dataset_release(&fixture->dataset);
    build_example(&fixture->dataset);
    const struct balance *balance = make(fixture);
    assert_int_equal(balance->count, 1);
    const struct balance_entry *entry = balance_latest(balance);
    assert_ptr_equal(entry, &balance->entries[0]);
    assert_true(period_is_equal(entry->period, period_fiscal_year(2023)));
    check_shown(entry->exports, "$4.26bn");
    check_shown(entry->imports, "$61.44bn");
    check_shown(entry->stated_total, "$65.7bn");
    check_shown(entry->balance, "-$57.18bn");
    check_shown(entry->turnover, "$65.70bn");
    check_shown(entry->coverage, "6.93 %");
    check_shown(entry->index, "-0.870");
    check_shown(entry->import_share, "93.5 %");
    assert_int_equal(entry->sum_check, AGREEMENT_AGREE);
}

static void the_sum_is_compared_with_the_total(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2020", "export", "10", "USD bn", NULL);
    build_trade(&fixture->dataset, "2020", "import", "20.0", "USD bn", NULL);
    build_trade(&fixture->dataset, "2020", "total", "31.0", "USD bn", NULL);
    build_trade(&fixture->dataset, "2021", "export", "10", "USD bn", NULL);
    build_trade(&fixture->dataset, "2021", "import", "20.0", "USD bn", NULL);
    build_trade(&fixture->dataset, "2021", "total", "40.0", "USD bn", NULL);
    build_trade(&fixture->dataset, "2022", "export", "10", "USD bn", NULL);
    build_trade(&fixture->dataset, "2022", "import", "20.0", "USD bn", NULL);
    const struct balance *balance = make(fixture);
    assert_int_equal(balance->count, 3);
    assert_int_equal(balance->entries[0].sum_check, AGREEMENT_CLOSE); /* 30.55 and 30.95: 1.3 % */
    assert_int_equal(balance->entries[1].sum_check, AGREEMENT_CONFLICT);
    assert_int_equal(balance->entries[2].sum_check, AGREEMENT_SINGLE);
    assert_null(balance->entries[2].stated_total);
}

static void fiscal_and_calendar_years_are_listed_together(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2023", "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, "FY2022-23", "import", "46", "USD bn", NULL);
    build_trade(&fixture->dataset, "FY2022-23", "export", "3", "USD bn", NULL);
    build_trade(&fixture->dataset, "2022", "total", "30", "USD bn", NULL);
    build_trade(&fixture->dataset, "2023Q4", "balance", "-14", "USD bn", NULL);
    const struct balance *balance = make(fixture);
    assert_int_equal(balance->count, 3);
    assert_true(period_is_equal(balance->entries[0].period, period_fiscal_year(2022)));
    assert_true(period_is_equal(balance->entries[1].period, period_calendar_year(2023)));
    assert_int_equal(balance->entries[2].period.kind, PERIOD_QUARTER);
    check_shown(balance->entries[0].balance, "-$43bn");
    assert_null(balance->entries[1].imports);
    assert_null(balance->entries[1].balance);
    assert_null(balance->entries[1].turnover);
    check_shown(balance->entries[2].balance, "-$14bn"); /* stated */
    assert_false(derivation_is_derived(balance->entries[2].balance));
    /* The latest with both, though others are later. */
    assert_ptr_equal(balance_latest(balance), &balance->entries[0]);
}

static void the_latest_entry_has_both_flows_if_any_does(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2021", "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, "2022", "import", "4", "USD bn", NULL);
    const struct balance *balance = make(fixture);
    assert_ptr_equal(balance_latest(balance), &balance->entries[1]);
    struct balance none = {0};
    assert_null(balance_latest(&none));
}

static void build_both(struct fixture *fixture, const char *period)
{
    build_trade(&fixture->dataset, period, "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, period, "import", "5", "USD bn", NULL);
}

/* Three months are not shown first behind a whole year, but are if that is long ago. */
static void a_part_of_a_year_is_not_the_latest(void **state)
{
    struct fixture *fixture = *state;
    build_both(fixture, "2018");
    build_both(fixture, "2020-01/2020-03");
    const struct balance *balance = make(fixture);
    assert_int_equal(balance->count, 2);
    assert_ptr_equal(balance_latest(balance), &balance->entries[1]);
    build_both(fixture, "2019");
    balance = make(fixture);
    assert_int_equal(balance->count, 3);
    assert_true(period_is_equal(balance_latest(balance)->period, period_calendar_year(2019)));
}

/* Five years together are no part of a year. */
static void several_years_are_the_latest(void **state)
{
    struct fixture *fixture = *state;
    build_both(fixture, "2018");
    build_both(fixture, "2019-01/2023-12");
    const struct balance *balance = make(fixture);
    assert_int_equal(balance->count, 2);
    assert_ptr_equal(balance_latest(balance), &balance->entries[1]);
}

static void build_flow(struct fixture *fixture, const char *source, const char *flow,
                       const char *value)
{
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2019", [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = flow, [FIELD_VALUE] = value,
                    [FIELD_UNIT] = "USD mn", [FIELD_SOURCE] = source));
}

/*
 * 2871.23 - 6226.19 = -3354.96 and 2864.83 - 6236.95 = -3372.12: never one source's exports minus
 * another's imports, however exact they are. A source that agrees with the first is not repeated.
 */
static void sources_are_not_mixed(void **state)
{
    struct fixture *fixture = *state;
    build_flow(fixture, "comtrade", "export", "2871.23");
    build_flow(fixture, "comtrade", "import", "6226.19");
    build_flow(fixture, "dgcis", "export", "2864.83");
    build_flow(fixture, "dgcis", "import", "6236.95000");
    build_flow(fixture, "paper", "export", "2871");
    build_flow(fixture, "paper", "import", "6226");
    build_flow(fixture, "half", "export", "2900.0000");
    const struct balance *balance = make(fixture);
    assert_int_equal(balance->count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct balance_entry *entry = &balance->entries[i];
        bool is_comtrade = text_is_equal(entry->source, text_of("comtrade"));
        assert_true(is_comtrade || text_is_equal(entry->source, text_of("dgcis")));
        assert_true(fabs(entry->balance->value - (is_comtrade ? -3354.96e6 : -3372.12e6)) < 1);
    }
    assert_ptr_equal(balance_latest(balance), &balance->entries[0]);
}

static void mirror_data_are_not_mixed_in(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 2; i++)
        build_row(
            &fixture->dataset,
            CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2023", [FIELD_REPORTER] = "Russia",
                  [FIELD_PARTNER] = "India", [FIELD_FLOW] = i ? "import" : "export",
                  [FIELD_VALUE] = i ? "4" : "60", [FIELD_UNIT] = "USD bn"));
    assert_int_equal(make(fixture)->count, 0);
    observation_list_release(&fixture->observations);
    struct pair russia_india = {.reporter = india_russia.partner, .partner = india_russia.reporter};
    check_shown(make_for(fixture, &russia_india)->entries[0].balance, "$56bn");
}

static void only_values_of_all_goods_in_one_currency_count(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2021", "export", "7", "INR crore", NULL);
    build_trade(&fixture->dataset, "2021", "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, "2021", "import", "9", "t", NULL);
    build_trade(&fixture->dataset, "2022", "import", "5", "USD bn", NULL);
    build_trade(&fixture->dataset, "2022", "re-export", "5", "USD bn", NULL);
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2022", [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = "export", [FIELD_PRODUCT] = "tea",
                    [FIELD_VALUE] = "1", [FIELD_UNIT] = "USD bn"));
    build_row(&fixture->dataset,
              CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = "2022", [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = "export", [FIELD_VALUE] = "1",
                    [FIELD_UNIT] = "USD bn"));
    const struct balance *balance = make(fixture);
    assert_int_equal(balance->count, 2);
    check_shown(balance->entries[0].exports, "$4bn");
    assert_null(balance->entries[0].imports);
    check_shown(balance->entries[1].imports, "$5bn");
    assert_null(balance->entries[1].exports);
}

static void zero_imports_are_not_missing(void **state)
{
    struct fixture *fixture = *state;
    build_trade(&fixture->dataset, "2021", "export", "4", "USD bn", NULL);
    build_trade(&fixture->dataset, "2021", "import", "0", "USD bn", NULL);
    const struct balance_entry *entry = balance_latest(make(fixture));
    check_shown(entry->imports, "$0bn");
    check_shown(entry->balance, "$4bn");
    check_shown(entry->index, "1.000");
    assert_null(entry->coverage);
}

static void a_balance_of_nothing_is_empty(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(make(fixture)->count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_balance_of_the_example, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_sum_is_compared_with_the_total, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fiscal_and_calendar_years_are_listed_together, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_latest_entry_has_both_flows_if_any_does, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_part_of_a_year_is_not_the_latest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(several_years_are_the_latest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sources_are_not_mixed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(mirror_data_are_not_mixed_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_values_of_all_goods_in_one_currency_count, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(zero_imports_are_not_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_balance_of_nothing_is_empty, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

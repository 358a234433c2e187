/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole analysis of the shipped data set, with the country list: the content of the opening
 * screen.
 */
#include "config.h"

#include "data/load/loading.h"
#include "analysis/claims/analysis.h"
#include "analysis/claims/headline.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

#include "analysis_check.h"
#include "tests/unit/locations.h"

struct fixture {
    struct dataset dataset;
    struct country_list *countries;
    struct row_set rows;
    struct analysis *analysis;
};

static int set_up(void **state)
{
    struct fixture *fixture = xcalloc(1, sizeof *fixture);
    struct error error = {0};
    fixture->countries = country_list_read(SHIPPED_DATA "countries.csv", &error);
    assert_non_null(fixture->countries);
    dataset_load(&fixture->dataset, SHIPPED_DATA "india-russia.csv", NULL);
    fixture->rows = row_set_all(table_row_count(fixture->dataset.table));
    fixture->analysis = analysis_new(&fixture->dataset, fixture->countries, &fixture->rows, NULL);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    analysis_free(fixture->analysis);
    row_set_release(&fixture->rows);
    dataset_release(&fixture->dataset);
    country_list_free(fixture->countries);
    free(fixture);
    return 0;
}

static void the_opening_screen_has_balance_and_path(void **state)
{
    struct analysis *analysis = ((struct fixture *)*state)->analysis;
    assert_true(text_is(analysis_pair(analysis)->reporter, "India"));
    assert_true(text_is(analysis_pair(analysis)->partner, "Russia"));
    const struct balance_entry *entry = balance_latest(analysis_balance(analysis));
    assert_true(period_is_equal(entry->period, period_fiscal_year(2023)));
    check_shown(entry->balance, "-$57.18bn");
    check_shown(entry->coverage, "6.93 %");
    check_shown(entry->index, "-0.870");
    assert_int_equal(entry->sum_check, AGREEMENT_AGREE);
    const struct path *path = analysis_path(analysis);
    check_shown(path->target, "$100bn");
    assert_int_equal(path->count, 2);
    check_shown(path->points[0].value, "$49.4bn");
    check_shown(path->latest->value, "$65.7bn");
    check_shown(path->last_growth, "33 %");
    check_shown(path->readings[0].required, "7.25 %");
    check_shown(path->readings[1].required, "6.42 %");
    check_shown(path->readings[2].required, "6.18 %");
}

static void the_headline_states_the_deficit(void **state)
{
    struct analysis *analysis = ((struct fixture *)*state)->analysis;
    struct buffer out = {0};
    headline_write(&out, analysis_pair(analysis), analysis_balance(analysis),
                   analysis_path(analysis), 80);
    assert_string_equal(
        out.data, "FY2023-24: India sold Russia $4.26bn, bought $61.44bn: a $57.18bn deficit");
    buffer_release(&out);
}

/* Each row with a number is one claim of one observation, and its interval contains its number. */
static void every_claim_is_in_one_observation(void **state)
{
    const struct fixture *fixture = *state;
    for (size_t row = 0; row < fixture->rows.row_count; row++) {
        struct claim claim = dataset_claim(&fixture->dataset, row);
        const struct observation *observation =
            observation_of_row(analysis_observations(fixture->analysis), row);
        assert_int_equal(observation == NULL, claim.kind == KIND_EVENT);
        if (!observation)
            continue;
        struct interval interval = interval_of_claim(&claim);
        assert_true(interval.low <= claim.value && claim.value <= interval.high);
        struct claim shown = dataset_claim(&fixture->dataset, observation->shown);
        struct buffer reason = {0};
        assert_int_not_equal(agreement_of_claims(&shown, &claim, &reason),
                             AGREEMENT_NOT_COMPARABLE);
        buffer_release(&reason);
    }
}

static void names_of_one_country_are_one(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = {.reporter = text_of("IND"), .partner = text_of("Russian Federation")};
    struct analysis *analysis =
        analysis_new(&fixture->dataset, fixture->countries, &fixture->rows, &pair);
    check_shown(balance_latest(analysis_balance(analysis))->balance, "-$57.18bn");
    analysis_free(analysis);
}

static void an_analysis_of_no_rows_is_empty(void **state)
{
    struct fixture *fixture = *state;
    struct row_set none = {0};
    struct analysis *analysis = analysis_new(&fixture->dataset, fixture->countries, &none, NULL);
    assert_int_equal(analysis_observations(analysis)->count, 0);
    assert_int_equal(analysis_balance(analysis)->count, 0);
    assert_null(analysis_path(analysis)->target);
    assert_int_equal(analysis_pair(analysis)->reporter.length, 0);
    analysis_free(analysis);
}

/* Finding the observation of one row gives the same as grouping all rows. */
static void the_observation_of_one_row_is_that_of_all(void **state)
{
    struct fixture *fixture = *state;
    struct analysis *single = fixture->analysis;
    struct analysis *all =
        analysis_new(&fixture->dataset, fixture->countries, &fixture->rows, NULL);
    for (size_t row = 0; row < fixture->rows.row_count; row++) {
        const struct observation *found = analysis_observation(single, row);
        const struct observation *grouped = observation_of_row(analysis_observations(all), row);
        assert_int_equal(found == NULL, grouped == NULL);
        if (!found)
            continue;
        assert_int_equal(found->shown, grouped->shown);
        assert_int_equal(found->agreement, grouped->agreement);
        assert_int_equal(found->source_count, grouped->source_count);
        assert_int_equal(found->claims.count, grouped->claims.count);
        assert_memory_equal(found->claims.rows, grouped->claims.rows,
                            found->claims.count * sizeof *found->claims.rows);
    }
    analysis_free(all);
}

/* A node shows the result of its formula for its inputs, all the way down. */
static void check_tree(const struct derivation *node)
{
    const struct method_info *method = &method_table[node->method];
    double inputs[ARRAY_LENGTH(node->inputs)] = {0};
    for (size_t i = 0; i < method->input_count; i++) {
        assert_non_null(node->inputs[i]);
        check_tree(node->inputs[i]);
        inputs[i] = node->inputs[i]->value;
    }
    if (method->evaluate)
        assert_true(fabs(method->evaluate(inputs) - node->value) <= 1e-12 * fabs(node->value));
    assert_true(interval_contains(node->range, node->value));
}

static void every_number_is_its_explanation(void **state)
{
    struct fixture *fixture = *state;
    struct number_index numbers = number_index_make(fixture->analysis);
    assert_true(numbers.count > 10);
    for (size_t i = 0; i < numbers.count; i++)
        check_tree(numbers.items[i]);
    number_index_release(&numbers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_opening_screen_has_balance_and_path, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_number_is_its_explanation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_headline_states_the_deficit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_claim_is_in_one_observation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_observation_of_one_row_is_that_of_all, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(names_of_one_country_are_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_analysis_of_no_rows_is_empty, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/analysis.h"
#include "analysis/claims/headline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdint.h>
#include <stdlib.h>

#include "dataset_builder.h"

static int set_up(void **state)
{
    struct dataset *dataset = xcalloc(1, sizeof *dataset);
    build_dataset(dataset);
    *state = dataset;
    return 0;
}

static int tear_down(void **state)
{
    dataset_release(*state);
    free(*state);
    return 0;
}

static void check_pair(const struct dataset *dataset, const struct pair *pair, int cells,
                       const char *expected)
{
    struct row_set rows = row_set_all(table_row_count(dataset->table));
    struct analysis *analysis = analysis_new(dataset, NULL, &rows, pair);
    struct buffer out = {0};
    headline_write(&out, analysis_pair(analysis), analysis_balance(analysis),
                   analysis_path(analysis), cells);
    assert_string_equal(out.data, expected);
    buffer_release(&out);
    analysis_free(analysis);
    row_set_release(&rows);
}

static void check(const struct dataset *dataset, int cells, const char *expected)
{
    check_pair(dataset, NULL, cells, expected);
}

static void build_flow(struct dataset *dataset, const char *flow, const char *value)
{
    build_trade(dataset, "FY2023-24", flow, value, "USD bn", NULL);
}

static void the_longest_wording_that_fits_is_used(void **state)
{
    struct dataset *dataset = *state;
    dataset_release(dataset);
    build_example(dataset);
    check(dataset, 200,
          "In FY2023-24 India sold $4.26bn to Russia and bought $61.44bn: a deficit of $57.18bn. "
          "Exports pay for 6.9% of imports.");
    check(dataset, 120,
          "In FY2023-24 India sold $4.26bn to Russia and bought $61.44bn: a deficit of $57.18bn. "
          "Exports pay for 6.9% of imports.");
    check(dataset, 95,
          "In FY2023-24 India sold Russia $4.26bn and bought $61.44bn: a $57.18bn deficit, 6.9% "
          "covered");
    check(dataset, 90,
          "FY2023-24: India sold Russia $4.26bn, bought $61.44bn: a $57.18bn deficit, 6.9% "
          "covered");
    check(dataset, 80, "FY2023-24: India sold Russia $4.26bn, bought $61.44bn: a $57.18bn deficit");
    check(dataset, 58, "FY2023-24: sold $4.26bn, bought $61.44bn, deficit $57.18bn");
    check(dataset, 40, "FY2023-24: a $57.18bn deficit");
    check(dataset, 1, "FY2023-24: a $57.18bn deficit");
}

static void a_surplus_is_named(void **state)
{
    build_flow(*state, "export", "9.0");
    build_flow(*state, "import", "4.0");
    check(*state, 80, "FY2023-24: India sold Russia $9.0bn, bought $4.0bn: a $5.0bn surplus");
}

static void balanced_trade_is_named(void **state)
{
    build_flow(*state, "export", "4.0");
    build_trade(*state, "FY2023-24", "import", "4000", "USD mn", NULL);
    check(*state, 90,
          "In FY2023-24 India sold $4.0bn to Russia and bought as much: trade is "
          "balanced.");
    check(*state, 20, "FY2023-24: balanced trade");
}

static void imports_of_zero_are_stated(void **state)
{
    build_flow(*state, "export", "4.0");
    build_flow(*state, "import", "0.0");
    check(*state, 120, "FY2023-24: India sold Russia $4.0bn, bought $0.0bn: a $4.0bn surplus");
}

static void a_tiny_coverage_keeps_a_digit(void **state)
{
    build_flow(*state, "export", "0.001");
    build_flow(*state, "import", "50.000");
    check(*state, 110,
          "In FY2023-24 India sold Russia $0.001bn and bought $50.000bn: a $49.999bn "
          "deficit, less than 0.1% covered");
}

static void missing_imports_are_named(void **state)
{
    build_flow(*state, "export", "4.26");
    check(*state, 80, "In FY2023-24 India sold $4.26bn to Russia. No imports are shown.");
    check(*state, 60, "FY2023-24: India sold Russia $4.26bn; no imports shown");
    check(*state, 10, "FY2023-24: exports $4.26bn");
}

static void missing_exports_are_named(void **state)
{
    build_flow(*state, "import", "61.44");
    check(*state, 80, "In FY2023-24 India bought $61.44bn from Russia. No exports are shown.");
}

static void a_balance_alone_is_stated(void **state)
{
    build_flow(*state, "balance", "-57.18");
    check(*state, 60, "In FY2023-24 India had a deficit of $57.18bn with Russia");
}

static void a_total_alone_is_stated(void **state)
{
    build_flow(*state, "total", "65.7");
    check(*state, 100,
          "In FY2023-24 India and Russia traded $65.7bn. Neither exports "
          "nor imports are shown.");
    check(*state, 80, "In FY2023-24 India and Russia traded $65.7bn; no exports or imports shown");
    check(*state, 50, "FY2023-24: India and Russia traded $65.7bn");
}

static void a_target_alone_is_stated(void **state)
{
    build_row(*state,
              CELLS([FIELD_KIND] = "target", [FIELD_PERIOD] = "2030", [FIELD_REPORTER] = "India",
                    [FIELD_PARTNER] = "Russia", [FIELD_FLOW] = "total", [FIELD_VALUE] = "100",
                    [FIELD_UNIT] = "USD bn"));
    check(*state, 80, "India and Russia aim at $100bn by 2030. No trade values are shown.");
    check(*state, 30, "Target $100bn by 2030");
}

static void no_values_are_named(void **state)
{
    struct pair pair = {.reporter = text_of("India"), .partner = text_of("Russia")};
    check_pair(*state, &pair, 80, "No trade values for India and Russia are shown.");
    check_pair(*state, &pair, 40, "No trade values are shown.");
    check(*state, 80, "No trade values are shown.");
}

static void the_world_has_its_article(void **state)
{
    build_row(*state, CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2023",
                            [FIELD_REPORTER] = "India", [FIELD_PARTNER] = "World",
                            [FIELD_FLOW] = "export", [FIELD_VALUE] = "5", [FIELD_UNIT] = "USD bn"));
    check(*state, 80, "In 2023 India sold $5bn to the world. No imports are shown.");
}

/* A file need not name the countries. */
static void countries_need_no_names(void **state)
{
    for (size_t i = 0; i < 2; i++)
        build_row(*state, CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2023",
                                [FIELD_FLOW] = i ? "export" : "import", [FIELD_VALUE] = "5.0",
                                [FIELD_UNIT] = i ? "USD bn" : "USD tn"));
    check(*state, 80, "2023: exports $5.0bn, imports $5.0tn, deficit $5.00tn");
}

static void names_have_no_control_characters(void **state)
{
    for (size_t i = 0; i < 2; i++)
        build_row(
            *state,
            CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2023", [FIELD_REPORTER] = "{partner}",
                  [FIELD_PARTNER] = "\033[31m", [FIELD_FLOW] = i ? "export" : "import",
                  [FIELD_VALUE] = "5", [FIELD_UNIT] = "USD bn"));
    check(*state, 70, "2023: {partner} sold \u241b[31m $5bn and bought as much");
}

/* Shows the pair with most figures, or the requested one. */
static void the_pair_with_most_figures_is_shown(void **state)
{
    struct dataset *dataset = *state;
    build_flow(dataset, "export", "4");
    for (size_t i = 0; i < 3; i++)
        build_row(dataset, CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "2023",
                                 [FIELD_REPORTER] = i ? "China" : "Peru", [FIELD_PARTNER] = "Chile",
                                 [FIELD_FLOW] = "export", [FIELD_PRODUCT] = i == 2 ? "tea" : NULL,
                                 [FIELD_VALUE] = "7", [FIELD_UNIT] = "USD bn"));
    check(dataset, 70, "In 2023 China sold $7bn to Chile. No imports are shown.");
    struct pair pair = {.reporter = text_of("India"), .partner = text_of("Russia")};
    check_pair(dataset, &pair, 80, "In FY2023-24 India sold $4bn to Russia. No imports are shown.");
    struct row_set rows = row_set_all(table_row_count(dataset->table));
    size_t count;
    struct pair_count *pairs = pairs_list(dataset, NULL, &rows, &count);
    assert_int_equal(count, 3);
    assert_int_equal(pairs[0].figures, 2);
    assert_true(text_is(pairs[1].pair.reporter, "India"));
    assert_true(text_is(pairs[2].pair.reporter, "Peru"));
    free(pairs);
    row_set_release(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_world_has_its_article, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_wording_that_fits_is_used, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_surplus_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(balanced_trade_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(imports_of_zero_are_stated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_tiny_coverage_keeps_a_digit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(missing_imports_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(missing_exports_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_balance_alone_is_stated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_total_alone_is_stated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_target_alone_is_stated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_values_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(countries_need_no_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_have_no_control_characters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_pair_with_most_figures_is_shown, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

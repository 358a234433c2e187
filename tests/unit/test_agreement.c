/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/agreement.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdint.h>

#include "dataset_builder.h"

/* Returns a figure of FY2023-24; the same with one cell changed. */
static struct claim figure(struct dataset *dataset, const char *value, const char *unit,
                           const char *qualifier)
{
    return dataset_claim(dataset,
                         build_trade(dataset, "FY2023-24", "total", value, unit, qualifier));
}

static void check_claims(const struct claim *a, const struct claim *b, enum agreement expected,
                         const char *expected_reason)
{
    struct buffer reason = {0};
    assert_int_equal(agreement_of_claims(a, b, &reason), expected);
    assert_string_equal(reason.data, expected_reason);
    buffer_release(&reason);
}

static void check(const char *value_a, const char *qualifier_a, const char *value_b,
                  const char *qualifier_b, enum agreement expected, const char *expected_reason)
{
    struct dataset dataset;
    build_dataset(&dataset);
    struct claim a = figure(&dataset, value_a, "USD bn", qualifier_a);
    struct claim b = figure(&dataset, value_b, "USD bn", qualifier_b);
    check_claims(&a, &b, expected, expected_reason);
    check_claims(&b, &a, expected, expected_reason);
    dataset_release(&dataset);
}

static void the_claims_of_the_articles_are_compared(void **state)
{
    (void)state;
    check("65.7", NULL, "65", "about", AGREEMENT_AGREE, "65.7 lies within 63.7 to 66.3");
    check("65.7", NULL, "65", "nearly", AGREEMENT_CLOSE, "65.7 is above 63.05 to 65, 1.0 % apart");
    check("4.26", NULL, "5", "under", AGREEMENT_AGREE, "4.26 < 5");
    check("100", NULL, "100", NULL, AGREEMENT_AGREE, "both say 100");
}

static void bounds_are_compared_as_intervals(void **state)
{
    (void)state;
    check("68", NULL, "65", "over", AGREEMENT_AGREE, "68 > 65");
    check("65.7", NULL, "65", "at least", AGREEMENT_AGREE, "65.7 >= 65");
    check("5", "exact", "5", "at most", AGREEMENT_AGREE, "5 <= 5");
    check("5.2", NULL, "5", "under", AGREEMENT_CONFLICT, "5.2 is above 0 to 5, 2.9 % apart");
    check("50", NULL, "65", "at least", AGREEMENT_CONFLICT, "50 is below 65 or more, 22.3 % apart");
    check("63", "about", "65", "nearly", AGREEMENT_AGREE, "63.05 to 65 overlaps 61.74 to 64.26");
}

static void two_percent_divide_close_from_conflict(void **state)
{
    (void)state;
    /* From 65.75 to 67.05: 1.3 / 67.05; to 67.15: 1.4 / 67.15. */
    check("65.7", NULL, "67.1", NULL, AGREEMENT_CLOSE, "67.1 is above 65.65 to 65.75, 1.9 % apart");
    check("65.7", NULL, "67.2", NULL, AGREEMENT_CONFLICT,
          "67.2 is above 65.65 to 65.75, 2.1 % apart");
}

static void units_of_one_currency_are_comparable(void **state)
{
    (void)state;
    struct dataset dataset;
    build_dataset(&dataset);
    struct claim billions = figure(&dataset, "65.7", "USD bn", NULL);
    struct claim millions = figure(&dataset, "65712", "USD mn", NULL);
    check_claims(&billions, &millions, AGREEMENT_AGREE, "65.712 lies within 65.65 to 65.75");
    check_claims(&millions, &billions, AGREEMENT_AGREE, "65,712 lies within 65,650 to 65,750");
    dataset_release(&dataset);
}

static void different_subjects_are_not_comparable(void **state)
{
    (void)state;
    struct dataset dataset;
    build_dataset(&dataset);
    struct claim a = figure(&dataset, "65.7", "USD bn", NULL), b;
    b = dataset_claim(&dataset, build_trade(&dataset, "2023", "total", "65", "USD bn", NULL));
    check_claims(&a, &b, AGREEMENT_NOT_COMPARABLE, "another period: 2023");
    b = dataset_claim(&dataset, build_trade(&dataset, "FY2023-24", "import", "65", "USD bn", NULL));
    check_claims(&a, &b, AGREEMENT_NOT_COMPARABLE, "another flow: import");
    b = figure(&dataset, "5.4", "INR lakh crore", NULL);
    check_claims(&a, &b, AGREEMENT_NOT_COMPARABLE, "another currency: INR");
    b = figure(&dataset, "65", "t", NULL);
    check_claims(&a, &b, AGREEMENT_NOT_COMPARABLE, "another unit: mass");
    b = a;
    b.product = text_of("o\033il");
    check_claims(&a, &b, AGREEMENT_NOT_COMPARABLE, "another product: o\u241bil");
    check_claims(&b, &a, AGREEMENT_NOT_COMPARABLE, "another product: all goods");
    b = a;
    b.measure = MEASURE_GROWTH;
    check_claims(&a, &b, AGREEMENT_NOT_COMPARABLE, "another measure: growth");
    b = a;
    b.kind = KIND_TARGET;
    check_claims(&a, &b, AGREEMENT_NOT_COMPARABLE, "another kind: target");
    dataset_release(&dataset);
}

static struct claim growth(struct dataset *dataset, const char *base)
{
    return dataset_claim(
        dataset,
        build_row(dataset, CELLS([FIELD_KIND] = "figure", [FIELD_PERIOD] = "FY2023-24",
                                 [FIELD_FLOW] = "total", [FIELD_MEASURE] = "growth",
                                 [FIELD_VALUE] = "33", [FIELD_UNIT] = "%", [FIELD_BASE] = base)));
}

static void growth_has_the_period_before_as_base(void **state)
{
    (void)state;
    struct dataset dataset;
    build_dataset(&dataset);
    struct claim unstated = growth(&dataset, NULL), year = growth(&dataset, "FY2022-23"),
                 two_years = growth(&dataset, "FY2021-22");
    check_claims(&unstated, &year, AGREEMENT_AGREE, "both say 33");
    check_claims(&year, &two_years, AGREEMENT_NOT_COMPARABLE, "another base: FY2021-22");
    dataset_release(&dataset);
}

static void base_of_targets_is_their_announcement(void **state)
{
    (void)state;
    struct dataset dataset;
    build_example(&dataset);
    struct claim a = dataset_claim(&dataset, 1), b = dataset_claim(&dataset, 3);
    assert_false(period_is_equal(a.base, b.base));
    check_claims(&a, &b, AGREEMENT_AGREE, "both say 100");
    dataset_release(&dataset);
}

static void conflict_is_worse_than_close_and_close_than_agree(void **state)
{
    (void)state;
    assert_string_equal(agreement_word(AGREEMENT_AGREE), "agrees");
    assert_string_equal(agreement_word(AGREEMENT_CLOSE), "close");
    assert_string_equal(agreement_word(AGREEMENT_CONFLICT), "conflict");
    assert_string_equal(agreement_word(AGREEMENT_NOT_COMPARABLE), "not comparable");
    assert_string_equal(agreement_word(AGREEMENT_SINGLE), "single");
    static const enum agreement order[] = {AGREEMENT_SINGLE, AGREEMENT_NOT_COMPARABLE,
                                           AGREEMENT_AGREE, AGREEMENT_CLOSE, AGREEMENT_CONFLICT};
    for (size_t a = 0; a < AGREEMENT_COUNT; a++)
        for (size_t b = 0; b < AGREEMENT_COUNT; b++)
            assert_int_equal(agreement_worse(order[a], order[b]), order[a > b ? a : b]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_claims_of_the_articles_are_compared),
        cmocka_unit_test(bounds_are_compared_as_intervals),
        cmocka_unit_test(two_percent_divide_close_from_conflict),
        cmocka_unit_test(units_of_one_currency_are_comparable),
        cmocka_unit_test(different_subjects_are_not_comparable),
        cmocka_unit_test(growth_has_the_period_before_as_base),
        cmocka_unit_test(base_of_targets_is_their_announcement),
        cmocka_unit_test(conflict_is_worse_than_close_and_close_than_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

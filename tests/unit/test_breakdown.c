/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "statistic_builder.h"

#include <math.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct breakdown make(struct statistic_fixture *file, enum breakdown_by by, enum flow flow,
                             const char *product)
{
    struct breakdown_request request = {
        .trade = file->request.trade, .by = by, .flow = flow, .period = period_of("2019")};
    request.trade.product = text_of(product);
    return breakdown_make(&file->arena, statistic_of(file), file->rows, &request);
}

static void check_item(const struct breakdown *breakdown, size_t i, const char *word, double value)
{
    assert_true(i < breakdown->count);
    assert_true(text_is(breakdown->items[i].word, word));
    check_number(breakdown->items[i].value, value);
}

static struct statistic_fixture *build_products(void)
{
    return build_statistic("period,flow,product,value,unit\n"
                           "2019,import,TOTAL,100,USD mn\n"
                           "2019,import,27,70.5,USD mn\n"
                           "2019,import,2709,60,USD mn\n"
                           "2019,import,2710,10,USD mn\n"
                           "2019,import,84,20,USD mn\n"
                           "2019,import,300490,3,USD mn\n"
                           "2019,export,TOTAL,40,USD mn\n"
                           "2019,export,84,25,USD mn\n"
                           "2019,export,09,15,USD mn\n"
                           "2018,import,27,1,USD mn\n");
}

/* Chapters; where the file has a subheading alone, that stands for its chapter. */
static void test_chapters(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_products();
    struct breakdown imports = make(file, BREAKDOWN_BY_PRODUCT, FLOW_IMPORT, "");
    assert_int_equal(imports.level, 2);
    assert_int_equal(imports.count, 3);
    check_item(&imports, 0, "27", 70500000);
    check_item(&imports, 1, "84", 20000000);
    check_item(&imports, 2, "30", 3000000);
    check_number(imports.whole, 100000000);
    check_number(imports.remainder, 6500000);
    assert_string_equal(imports.how, "3 chapters");
    assert_int_equal(imports.items[0].row_count, 1);
    assert_int_equal(imports.items[0].rows[0], 1);
    assert_false(imports.is_partial);
    free_statistic(file);
}

static void test_headings(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_products();
    struct breakdown imports = make(file, BREAKDOWN_BY_PRODUCT, FLOW_IMPORT, "27");
    assert_int_equal(imports.level, 4);
    assert_int_equal(imports.count, 2);
    check_item(&imports, 0, "2709", 60000000);
    check_item(&imports, 1, "2710", 10000000);
    check_number(imports.whole, 70500000);
    check_number(imports.remainder, 500000);
    free_statistic(file);
}

/* What makes the deficit of 60: 27 alone does more than all of it, 84 works against it. */
static void test_deficit(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_products();
    struct breakdown balance = make(file, BREAKDOWN_BY_PRODUCT, FLOW_BALANCE, "");
    assert_int_equal(balance.count, 4);
    check_number(balance.whole, -60000000);
    check_item(&balance, 0, "27", -70500000);
    check_item(&balance, 1, "30", -3000000);
    check_item(&balance, 2, "84", 5000000);
    check_item(&balance, 3, "09", 15000000);
    check_number(balance.remainder, -60e6 + 70.5e6 + 3e6 - 5e6 - 15e6);
    assert_true(isnan(balance.items[0].exports));
    check_number(balance.items[2].exports, 25000000);
    check_number(balance.items[2].imports, 20000000);
    assert_int_equal(balance.items[2].row_count, 2);
    free_statistic(file);
}

static void test_partners(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,partner,flow,product,value\n"
                                                     "2019,World,import,TOTAL,100\n"
                                                     "2019,Russia,import,TOTAL,60\n"
                                                     "2019,Russia,import,27,50\n"
                                                     "2019,China,import,TOTAL,30\n"
                                                     "2019,Asia,import,TOTAL,30\n"
                                                     "2019,World,export,TOTAL,80\n"
                                                     "2019,Russia,export,TOTAL,10\n"
                                                     "2019,China,export,TOTAL,70\n");
    struct breakdown imports = make(file, BREAKDOWN_BY_PARTNER, FLOW_IMPORT, "");
    assert_int_equal(imports.count, 2);
    check_item(&imports, 0, "Russia", 60);
    check_item(&imports, 1, "China", 30);
    check_number(imports.whole, 100);
    check_number(imports.remainder, 10);
    assert_string_equal(imports.how, "2 partners");
    struct breakdown balance = make(file, BREAKDOWN_BY_PARTNER, FLOW_BALANCE, "");
    check_item(&balance, 0, "Russia", -50);
    check_item(&balance, 1, "China", 40);
    check_number(balance.whole, -20);
    struct breakdown fuels = make(file, BREAKDOWN_BY_PARTNER, FLOW_IMPORT, "27");
    assert_int_equal(fuels.count, 1);
    check_item(&fuels, 0, "Russia", 50);
    free_statistic(file);
}

/* Products of a file's own words, over the months of the year. */
static void test_words(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2019-01,import,TEA,3\n"
                                                     "2019-02,import,TEA,4\n"
                                                     "2019-02,import,COAL,9\n");
    struct breakdown imports = make(file, BREAKDOWN_BY_PRODUCT, FLOW_IMPORT, "");
    assert_int_equal(imports.level, 0);
    check_item(&imports, 0, "COAL", 9);
    check_item(&imports, 1, "TEA", 7);
    check_number(imports.remainder, 0);
    assert_true(imports.is_partial);
    free_statistic(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chapters), cmocka_unit_test(test_headings),
        cmocka_unit_test(test_deficit),  cmocka_unit_test(test_partners),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

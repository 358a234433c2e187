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

struct part {
    const char *word;
    double value;
};

/* Checks the parts in order, the total, and the remainder. */
#define CHECK_PARTS(breakdown, whole, remainder, ...)                                  \
    check_parts((breakdown), (whole), (remainder), (const struct part[]){__VA_ARGS__}, \
                sizeof((const struct part[]){__VA_ARGS__}) / sizeof(struct part))

static void check_parts(const struct breakdown *breakdown, double whole, double remainder,
                        const struct part *parts, size_t count)
{
    assert_int_equal(breakdown->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_true(text_is(breakdown->items[i].word, parts[i].word));
        check_number(breakdown->items[i].value, parts[i].value);
    }
    check_number(breakdown->whole, whole);
    check_number(breakdown->remainder, remainder);
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

/* Chapters; if the file has only a subheading, it stands for its chapter. */
static void a_breakdown_lists_chapters(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_products();
    struct breakdown imports = make(file, BREAKDOWN_BY_PRODUCT, FLOW_IMPORT, "");
    assert_int_equal(imports.level, 2);
    CHECK_PARTS(&imports, 100e6, 6.5e6, {"27", 70.5e6}, {"84", 20e6}, {"30", 3e6});
    assert_string_equal(imports.how, "3 chapters");
    assert_int_equal(imports.items[0].row_count, 1);
    assert_int_equal(imports.items[0].rows[0], 1);
    assert_false(imports.is_partial);
    free_statistic(file);
}

static void a_chapter_breaks_down_into_headings(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_products();
    struct breakdown imports = make(file, BREAKDOWN_BY_PRODUCT, FLOW_IMPORT, "27");
    assert_int_equal(imports.level, 4);
    CHECK_PARTS(&imports, 70.5e6, 0.5e6, {"2709", 60e6}, {"2710", 10e6});
    free_statistic(file);
}

/* What makes the deficit of 60: 27 contributes more than all of it, 84 has a surplus. */
static void the_largest_deficit_comes_first(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_products();
    struct breakdown balance = make(file, BREAKDOWN_BY_PRODUCT, FLOW_BALANCE, "");
    CHECK_PARTS(&balance, -60e6, -6.5e6, {"27", -70.5e6}, {"30", -3e6}, {"84", 5e6}, {"09", 15e6});
    assert_int_equal(balance.flow, FLOW_BALANCE);
    assert_true(isnan(balance.items[0].exports));
    check_number(balance.items[2].exports, 25000000);
    check_number(balance.items[2].imports, 20000000);
    assert_int_equal(balance.items[2].row_count, 2);
    free_statistic(file);
}

static void a_breakdown_lists_partners(void **state)
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
    CHECK_PARTS(&imports, 100, 10, {"Russia", 60}, {"China", 30});
    assert_string_equal(imports.how, "2 partners");
    struct breakdown balance = make(file, BREAKDOWN_BY_PARTNER, FLOW_BALANCE, "");
    CHECK_PARTS(&balance, -20, -10, {"Russia", -50}, {"China", 40});
    struct breakdown fuels = make(file, BREAKDOWN_BY_PARTNER, FLOW_IMPORT, "27");
    CHECK_PARTS(&fuels, 50, 0, {"Russia", 50});
    free_statistic(file);
}

/* Exports that no row states are not 0: there is no balance, and shares are of the imports. */
static void imports_alone_make_no_balance(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,partner,flow,product,value\n"
                                                     "2019,World,import,TOTAL,100\n"
                                                     "2019,Russia,import,TOTAL,60\n"
                                                     "2019,China,import,TOTAL,30\n");
    struct breakdown balance = make(file, BREAKDOWN_BY_PARTNER, FLOW_BALANCE, "");
    assert_int_equal(balance.flow, FLOW_IMPORT);
    CHECK_PARTS(&balance, 100, 10, {"Russia", 60}, {"China", 30});
    free_statistic(file);
}

/* Products in the file's own words, over the months of the year. */
static void products_may_be_words(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2019-01,import,TEA,3\n"
                                                     "2019-02,import,TEA,4\n"
                                                     "2019-02,import,COAL,9\n");
    struct breakdown imports = make(file, BREAKDOWN_BY_PRODUCT, FLOW_IMPORT, "");
    assert_int_equal(imports.level, 0);
    CHECK_PARTS(&imports, 16, 0, {"COAL", 9}, {"TEA", 7});
    assert_true(imports.is_partial);
    free_statistic(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_breakdown_lists_chapters),
        cmocka_unit_test(a_chapter_breaks_down_into_headings),
        cmocka_unit_test(the_largest_deficit_comes_first),
        cmocka_unit_test(a_breakdown_lists_partners),
        cmocka_unit_test(imports_alone_make_no_balance),
        cmocka_unit_test(products_may_be_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

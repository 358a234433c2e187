/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "statistic_builder.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct statistic_fixture *build_file(void)
{
    return build_statistic("period,reporter,partner,flow,product,value\n"
                           "2018,India,World,import,TOTAL,900\n"
                           "2018,India,Russian Federation,import,TOTAL,60\n"
                           "2018,India,RUS,import,27,50\n"
                           "2018,India,China,import,TOTAL,70\n"
                           "2018,India,Asia,import,TOTAL,300\n"
                           "2018,Russia,Germany,export,TOTAL,40\n"
                           "2018,Russia,Germany,export,27,39\n"
                           "2018,Russia,Germany,export,2709,38\n"
                           "2019-05,Russia,Malta,export,TOTAL,1\n"
                           "2018,Russia,India,re-export,TOTAL,800\n");
}

static struct trade wish_of(const char *reporter, const char *partner, const char *product)
{
    return (struct trade){text_of(reporter), text_of(partner), text_of(product)};
}

static void check_choice(struct statistic_fixture *file, struct trade wish, const char *reporter,
                         const char *partner, const char *product)
{
    struct trade trade;
    struct error error = {0};
    if (!statistic_choose(statistic_of(file), file->rows, &wish, &trade, &error))
        fail_msg("%s", error.text);
    assert_true(text_is(trade.reporter, reporter));
    assert_true(text_is(trade.partner, partner));
    assert_true(text_is(trade.product, product));
}

/*
 * The greatest pair of countries: World and groups do not count, chapters are not counted twice,
 * and re-exports lie within exports.
 */
static void the_greatest_pair_is_chosen(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_file();
    check_choice(file, wish_of("", "", ""), "India", "China", "");
    check_choice(file, wish_of("Russia", "", ""), "Russia", "Germany", "");
    check_choice(file, wish_of("", "Russia", ""), "India", "Russia", "");
    check_choice(file, wish_of("", "World", ""), "India", "World", "");
    check_choice(file, wish_of("IND", "World", "27"), "IND", "World", "27");
    struct row_set rows = row_set_all(10);
    rows.words[0] = 1 << 1 | 1 << 8;
    file->rows = &rows;
    check_choice(file, wish_of("", "", ""), "India", "Russia", "");
    rows.words[0] = 1 << 0;
    check_choice(file, wish_of("", "", ""), "India", "World", "");
    row_set_release(&rows);
    free_statistic(file);
}

#define ONE_REPORTER                               \
    "period,reporter,partner,flow,product,value\n" \
    "2018,India,Russia,import,TOTAL,60\n"          \
    "2018,India,China,import,TOTAL,70\n"

/*
 * One reporter's trade opens on the world if the file states that. Without that, two partners are
 * not taken for the world; with a single partner, it opens on that.
 */
static void one_reporter_opens_on_the_world(void **state)
{
    (void)state;
    struct statistic_fixture *file =
        build_statistic(ONE_REPORTER "2018,India,World,import,TOTAL,900\n");
    check_choice(file, wish_of("", "", ""), "India", "World", "");
    check_choice(file, wish_of("India", "", ""), "India", "China", "");
    struct row_set rows = row_set_all(3);
    rows.words[0] = 1 << 0 | 1 << 2;
    file->rows = &rows;
    check_choice(file, wish_of("", "", ""), "India", "Russia", "");
    row_set_release(&rows);
    free_statistic(file);
    file = build_statistic(ONE_REPORTER);
    check_choice(file, wish_of("", "", ""), "India", "China", "");
    free_statistic(file);
}

/* Fifty partners are taken for the world, 49 may be a selection of them. */
static void many_partners_are_the_world(void **state)
{
    (void)state;
    for (int count = 49; count <= 50; count++) {
        struct buffer rows = {0};
        buffer_puts(&rows, "period,reporter,partner,flow,product,value\n");
        for (int i = 0; i < count; i++)
            buffer_printf(&rows, "2018,India,Land %d,import,TOTAL,%d\n", i, 100 + i);
        struct statistic_fixture *file = build_statistic(rows.data);
        check_choice(file, wish_of("", "", ""), "India", count == 49 ? "Land 48" : "World", "");
        free_statistic(file);
        buffer_release(&rows);
    }
}

/* The world is a reporter, or a partner, only where there are no countries. */
static void the_world_with_itself_comes_last(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,reporter,partner,flow,product,value\n"
                                                     "2018,World,World,export,TOTAL,900\n"
                                                     "2018,World,China,export,TOTAL,500\n"
                                                     "2018,India,World,export,TOTAL,90\n"
                                                     "2018,India,China,export,27,7\n");
    check_choice(file, wish_of("", "", ""), "India", "China", "");
    struct row_set rows = row_set_all(4);
    rows.words[0] = 1 << 0 | 1 << 2;
    file->rows = &rows;
    check_choice(file, wish_of("", "", ""), "India", "World", "");
    row_set_release(&rows);
    free_statistic(file);
}

/* Without a partner, the trade is with the world. */
static void no_partner_is_the_world(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic(
        "period,reporter,partner,flow,product,value\n2018,India,,export,TOTAL,900\n");
    check_choice(file, wish_of("", "", ""), "India", "World", "");
    free_statistic(file);
}

static void check_refusal(struct statistic_fixture *file, struct trade wish, const char *expected)
{
    struct trade trade;
    struct error error = {0};
    assert_false(statistic_choose(statistic_of(file), NULL, &wish, &trade, &error));
    assert_string_equal(error.text, expected);
    error_release(&error);
}

static void an_unknown_wish_is_refused(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_file();
    check_refusal(file, wish_of("Brazil", "", ""),
                  "file.csv has no reporter `Brazil`; it has India, Russia");
    check_refusal(file, wish_of("India", "Brazil\x1b", ""),
                  "file.csv has no partner `Brazil\u241b`; it has Asia, China, Germany, India, "
                  "Malta, Russia, World");
    check_refusal(file, wish_of("India", "", "28"),
                  "file.csv has no product `28`; it has 27, 2709, TOTAL");
    free_statistic(file);
}

static void words_are_counted_once_each(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_file();
    struct statistic_words partners = statistic_words_make(statistic_of(file), NULL, FIELD_PARTNER);
    assert_int_equal(partners.count, 7);
    assert_true(text_is(partners.items[5].word, "Russia"));
    assert_int_equal(partners.items[5].rows, 2);
    assert_false(partners.items[5].is_whole);
    assert_true(text_is(partners.items[0].word, "Asia"));
    assert_true(partners.items[0].is_whole);
    statistic_words_release(&partners);
    struct statistic_words products = statistic_words_make(statistic_of(file), NULL, FIELD_PRODUCT);
    assert_int_equal(products.count, 3);
    assert_int_equal(products.items[1].level, 4);
    assert_true(products.items[2].is_whole);
    statistic_words_release(&products);
    struct statistic_words periods = statistic_words_make(statistic_of(file), NULL, FIELD_PERIOD);
    assert_int_equal(periods.count, 2);
    assert_int_equal(periods.items[1].period.kind, PERIOD_MONTH);
    assert_int_equal(periods.items[1].rows, 1);
    statistic_words_release(&periods);
    free_statistic(file);
}

/* A file for one product is a file on that product. */
static void a_file_of_one_product_is_on_that_product(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2018,import,8542,60\n");
    check_choice(file, wish_of("", "", ""), "India", "Russia", "8542");
    assert_false(statistic_has_all_goods(statistic_of(file)));
    free_statistic(file);
}

/* 90 chapters of 97 are all goods of a country, even if it does not trade the others. */
static void enough_chapters_are_all_goods(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_puts(&text, "period,flow,product,value\n");
    for (int chapter = 1; chapter <= 90; chapter++)
        buffer_printf(&text, "2018,import,%02d0100,1\n", chapter);
    struct statistic_fixture *file = build_statistic(text.data);
    assert_true(statistic_has_all_goods(statistic_of(file)));
    check_number(sum_of(file, "2018", FLOW_IMPORT), 90);
    assert_true(file->series.is_all_goods);
    buffer_release(&text);
    free_statistic(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_greatest_pair_is_chosen),
        cmocka_unit_test(one_reporter_opens_on_the_world),
        cmocka_unit_test(many_partners_are_the_world),
        cmocka_unit_test(the_world_with_itself_comes_last),
        cmocka_unit_test(no_partner_is_the_world),
        cmocka_unit_test(an_unknown_wish_is_refused),
        cmocka_unit_test(words_are_counted_once_each),
        cmocka_unit_test(a_file_of_one_product_is_on_that_product),
        cmocka_unit_test(enough_chapters_are_all_goods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

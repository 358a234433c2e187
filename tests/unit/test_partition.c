/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each way in which a file states the same trade more than once, with a sum computed by hand. */
#include "config.h"

#include "statistic_builder.h"

#include <math.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define check_sum(file, period, flow, expected) \
    check_number(sum_of((file), (period), (flow)), (expected))

/* The levels of India's imports in 2018 in Comtrade each add up to the same 322.49 bn. */
static void test_levels(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2018,import,TOTAL,100\n"
                                                     "2018,import,27,70\n"
                                                     "2018,import,2709,60\n"
                                                     "2018,import,2710,10\n"
                                                     "2018,import,270900,60\n"
                                                     "2018,import,84,30\n"
                                                     "2017,import,27,71\n"
                                                     "2017,import,2709,60\n"
                                                     "2017,import,8401,30\n"
                                                     "2017,import,840110,20\n");
    check_sum(file, "2018", FLOW_IMPORT, 100);
    const struct sum *sum = find_sum(file, "2018", FLOW_IMPORT);
    assert_int_equal(sum->row_count, 1);
    assert_int_equal(sum->rows[0], 0);
    assert_string_equal(sum->how, "the row TOTAL");
    assert_string_equal(omitted(file, sum),
                        "5 rows on products within others that are added ($230)");
    assert_int_equal(sum->omissions[0].rows[4], 5);
    /* Without the total the shortest codes are added; 8401 has no chapter here. */
    check_sum(file, "2017", FLOW_IMPORT, 71 + 30);
    assert_string_equal(find_sum(file, "2017", FLOW_IMPORT)->how, "sum of 2 products");
    free_statistic(file);
}

static void test_chapters(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2018,import,27,70\n"
                                                     "2018,import,84,30\n"
                                                     "2018,import,2709,60\n");
    check_sum(file, "2018", FLOW_IMPORT, 100);
    assert_string_equal(find_sum(file, "2018", FLOW_IMPORT)->how, "sum of 2 HS chapters");
    assert_string_equal(file->series.product, "2 products");
    assert_false(file->series.is_all_goods);
    /* A product that is asked for is itself, or what its code begins. */
    file->request.trade.product = text_of("27");
    check_sum(file, "2018", FLOW_IMPORT, 70);
    file->request.trade.product = text_of("2709");
    check_sum(file, "2018", FLOW_IMPORT, 60);
    free_statistic(file);
}

/* An X stands for a confidential digit: Eurostat. */
static void test_secret_codes(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2018,import,8401,3\n"
                                                     "2018,import,84XX,4\n"
                                                     "2017,import,84,9\n"
                                                     "2017,import,84XX,4\n");
    check_sum(file, "2018", FLOW_IMPORT, 7);
    check_sum(file, "2017", FLOW_IMPORT, 9);
    free_statistic(file);
}

static void test_world(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,partner,flow,product,value\n"
                                                     "2018,World,import,TOTAL,100\n"
                                                     "2018,Russia,import,TOTAL,60\n"
                                                     "2018,China,import,TOTAL,40\n"
                                                     "2018,European Union,import,TOTAL,5\n"
                                                     "2017,Russia,import,TOTAL,61\n"
                                                     "2017,Areas nes,import,TOTAL,2\n"
                                                     "2017,OECD,import,TOTAL,60\n"
                                                     "2017,Russia,import,27,50\n");
    check_sum(file, "2018", FLOW_IMPORT, 60);
    file->request.trade.partner = text_of("World");
    check_sum(file, "2018", FLOW_IMPORT, 100);
    const struct sum *sum = find_sum(file, "2018", FLOW_IMPORT);
    assert_string_equal(sum->how, "World as stated, the row TOTAL");
    assert_string_equal(omitted(file, sum),
                        "2 rows on partners, which the row for World contains ($100); "
                        "1 row on groups of countries: European Union ($5.00)");
    check_sum(file, "2017", FLOW_IMPORT, 63);
    assert_string_equal(find_sum(file, "2017", FLOW_IMPORT)->how,
                        "World = sum of 2 partners, the row TOTAL");
    /* A group can be requested as a partner. */
    file->request.trade.partner = text_of("European Union");
    check_sum(file, "2018", FLOW_IMPORT, 5);
    free_statistic(file);
}

/* World is there for one product only, the partners for all: they add up to more. */
static void test_world_of_one_product(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,partner,flow,product,value\n"
                                                     "2018,World,import,27,70\n"
                                                     "2018,Russia,import,TOTAL,60\n"
                                                     "2018,Russia,import,27,50\n"
                                                     "2018,China,import,TOTAL,40\n");
    file->request.trade.partner = text_of("World");
    check_sum(file, "2018", FLOW_IMPORT, 100);
    free_statistic(file);
}

/* The world by its code, under a name of its own. */
static void test_world_by_code(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,partner,code,flow,value\n"
                                                     "2018,All of them,0,import,100\n"
                                                     "2018,Russia,643,import,60\n");
    build_split(file, ASPECT_PARTNER, "code", "0|W00");
    file->request.trade.partner = text_of("World");
    check_sum(file, "2018", FLOW_IMPORT, 100);
    free_statistic(file);
}

/*
 * The rows for all modes are used if there are any, and second partners are added, as none of them
 * stands for all: the United Kingdom in Comtrade.
 */
static void test_transport_and_second_partner(void **state)
{
    (void)state;
    struct statistic_fixture *file =
        build_statistic("period,flow,product,partner2,mode,customs,value\n"
                        "2018,import,TOTAL,4,0,C00,10\n"
                        "2018,import,TOTAL,8,0,C00,20\n"
                        "2018,import,TOTAL,4,1000,C00,9\n"
                        "2018,import,TOTAL,8,2000,C00,19\n"
                        "2018,import,TOTAL,8,0,C04,3\n"
                        "2017,import,TOTAL,0,0,C00,50\n"
                        "2017,import,TOTAL,4,0,C00,49\n"
                        "2016,import,TOTAL,0,1000,C00,5\n"
                        "2016,import,TOTAL,0,2000,C00,6\n");
    build_split(file, ASPECT_TRANSPORT, "mode", "0");
    build_split(file, ASPECT_CUSTOMS, "customs", "C00");
    build_split(file, ASPECT_SECOND_PARTNER, "partner2", "0|W00");
    check_sum(file, "2018", FLOW_IMPORT, 30);
    const struct sum *sum = find_sum(file, "2018", FLOW_IMPORT);
    assert_string_equal(sum->how, "the row TOTAL, over 2 second partners");
    assert_string_equal(omitted(file, sum),
                        "2 rows by mode of transport, beside the row for all modes: 1000, 2000 "
                        "($28.0); 1 row by customs procedure, beside the row for all of them: C04 "
                        "($3.00)");
    check_sum(file, "2017", FLOW_IMPORT, 50);
    check_sum(file, "2016", FLOW_IMPORT, 11);
    assert_string_equal(find_sum(file, "2016", FLOW_IMPORT)->how,
                        "the row TOTAL, over 2 modes of transport");
    free_statistic(file);
}

/*
 * Legacy files leave these columns empty; joined with newer files, an empty cell means not split.
 */
static void test_empty_is_not_split(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,mode,value\n"
                                                     "2018,import,,10\n"
                                                     "2018,import,1000,4\n");
    build_split(file, ASPECT_TRANSPORT, "mode", "0");
    check_sum(file, "2018", FLOW_IMPORT, 10);
    free_statistic(file);
}

static void test_classifications(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,class,product,value\n"
                                                     "2018,import,S3,0,100\n"
                                                     "2018,import,H4,27,90\n"
                                                     "2018,import,H4,84,11\n"
                                                     "2018,import,H5,27,91\n"
                                                     "2017,import,H4,27,80\n"
                                                     "2016,import,S3,0,70\n");
    build_split(file, ASPECT_CLASSIFICATION, "class", NULL);
    /* H4 and S3 cover two years each, and the Harmonized System has priority. */
    check_sum(file, "2018", FLOW_IMPORT, 101);
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_IMPORT)),
                        "2 rows in another classification: S3, H5 ($191)");
    check_sum(file, "2017", FLOW_IMPORT, 80);
    check_sum(file, "2016", FLOW_IMPORT, 70);
    free_statistic(file);
}

static void test_services(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,type,product,value\n"
                                                     "2018,import,C,TOTAL,100\n"
                                                     "2018,import,S,200,30\n");
    build_split(file, ASPECT_TYPE, "type", NULL);
    build_split(file, ASPECT_PRODUCT, "product", "TOTAL|200");
    check_sum(file, "2018", FLOW_IMPORT, 100);
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_IMPORT)),
                        "1 row of another type of trade: S ($30.0)");
    assert_true(file->series.is_all_goods);
    free_statistic(file);
}

/* Series of exports and imports have codes of their own, of which one is taken for each flow. */
static void test_types_of_one_flow(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,type,value\n"
                                                     "2018,export,NE.EXP,100\n"
                                                     "2019,export,NE.EXP,110\n"
                                                     "2018,export,BX.GSR,99\n"
                                                     "2018,import,NE.IMP,200\n"
                                                     "2019,import,NE.IMP,210\n"
                                                     "2018,import,BM.GSR,199\n");
    build_split(file, ASPECT_TYPE, "type", NULL);
    check_sum(file, "2018", FLOW_EXPORT, 100);
    check_sum(file, "2018", FLOW_IMPORT, 200);
    check_sum(file, "2019", FLOW_IMPORT, 210);
    free_statistic(file);
}

static void test_services_alone(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,type,product,value\n"
                                                     "2018,import,S,200,30\n"
                                                     "2018,import,S,205,20\n");
    build_split(file, ASPECT_TYPE, "type", NULL);
    build_split(file, ASPECT_PRODUCT, "product", "TOTAL|200");
    check_sum(file, "2018", FLOW_IMPORT, 30);
    assert_string_equal(file->series.product, "services");
    assert_false(file->series.is_all_goods);
    free_statistic(file);
}

/* Re-exports are exports, and stated separately; other flows lie within these two as well. */
static void test_flows(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,value\n"
                                                     "2018,export,100\n"
                                                     "2018,re-export,30\n"
                                                     "2018,domestic export,70\n"
                                                     "2018,import,40\n"
                                                     "2018,total,140\n"
                                                     "2018,FM,7\n");
    check_sum(file, "2018", FLOW_EXPORT, 100);
    check_sum(file, "2018", FLOW_IMPORT, 40);
    check_sum(file, "2018", FLOW_RE_EXPORT, 30);
    check_sum(file, "2018", FLOW_TOTAL, 140);
    assert_int_equal(file->series.omission_count, 1);
    assert_string_equal(file->series.omissions[0].reason,
                        "of flows that are not added: domestic export, FM");
    check_number(file->series.omissions[0].value, 77);
    free_statistic(file);
}

/* Imports with and without insurance and freight, as the IMF has them: one of them is taken. */
static void test_valuations(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,indicator,value\n"
                                                     "2018,import,TMG_CIF_USD,106\n"
                                                     "2018,import,TMG_FOB_USD,100\n"
                                                     "2017,import,TMG_FOB_USD,90\n"
                                                     "2018,export,TXG_FOB_USD,50\n");
    build_split(file, ASPECT_OTHER, "indicator", "TMG_CIF_USD");
    check_sum(file, "2018", FLOW_IMPORT, 106);
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_IMPORT)),
                        "1 row stating the same in another way: TMG_FOB_USD ($100)");
    assert_string_equal(find_sum(file, "2018", FLOW_IMPORT)->how, "TMG_CIF_USD");
    check_sum(file, "2017", FLOW_IMPORT, 90);
    assert_string_equal(find_sum(file, "2017", FLOW_IMPORT)->how, "TMG_FOB_USD");
    check_sum(file, "2018", FLOW_EXPORT, 50);
    free_statistic(file);
}

/* WITS: all products, the stages of processing, and the sections of the Harmonized System. */
static void test_divisions_of_products(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2018,export,All Products,100\n"
                                                     "2018,export,Capital goods,60\n"
                                                     "2018,export,Raw materials,40\n"
                                                     "2018,export,Animal,30\n"
                                                     "2018,export,Fuels,69\n"
                                                     "2017,export,Capital goods,61\n"
                                                     "2017,export,Raw materials,41\n"
                                                     "2017,export,Animal,33\n"
                                                     "2017,export,Fuels,68\n");
    check_sum(file, "2018", FLOW_EXPORT, 100);
    check_sum(file, "2017", FLOW_EXPORT, 101);
    assert_string_equal(omitted(file, find_sum(file, "2017", FLOW_EXPORT)),
                        "2 rows by stage of processing, which divides the same goods once more: "
                        "Capital goods, Raw materials ($102)");
    free_statistic(file);
}

static void test_units(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,value,unit\n"
                                                     "2018,import,100,USD mn\n"
                                                     "2018,import,50000,USD thousand\n"
                                                     "2018,import,90,EUR mn\n"
                                                     "2018,import,77,t\n");
    check_sum(file, "2018", FLOW_IMPORT, 150e6);
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_IMPORT)),
                        "2 rows in another unit: EUR mn, t");
    free_statistic(file);
}

/*
 * Two files joined: the same row twice counts once; another value for the same key is another row.
 */
static void test_duplicates(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,port,value\n"
                                                     "2018,import,A,10\n"
                                                     "2018,import,A,10\n"
                                                     "2018,import,B,10\n"
                                                     "2018,import,B,11\n");
    check_sum(file, "2018", FLOW_IMPORT, 31);
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_IMPORT)),
                        "1 row standing there twice, all cells alike ($10.0)");
    free_statistic(file);
}

/* The same key with another number may be a revision: it is added, and said. */
static void test_restated(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,port,value\n"
                                                     "2018,import,A,10\n"
                                                     "2018,import,B,10\n"
                                                     "2018,import,A,12\n"
                                                     "2018,import,A,12\n"
                                                     "2018,import,A,13\n");
    check_sum(file, "2018", FLOW_IMPORT, 45);
    assert_string_equal(find_sum(file, "2018", FLOW_IMPORT)->how,
                        "with 2 rows that repeat others in other numbers");
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_IMPORT)),
                        "1 row standing there twice, all cells alike ($12.0)");
    free_statistic(file);
}

/* A total under a word of its own is taken once. */
static void test_likely_total(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,partner,flow,value\n"
                                                     "2018,Russia,import,10\n"
                                                     "2018,China,import,20\n"
                                                     "2018,Japan,import,5\n"
                                                     "2018,Zusammenfassung,import,35\n");
    file->request.trade.partner = text_of("World");
    check_sum(file, "2018", FLOW_IMPORT, 35);
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_IMPORT)),
                        "1 row likely the total of other partners: Zusammenfassung ($35.0)");
    assert_non_null(strstr(file->series.doubts, "line 5, `Zusammenfassung`, equals the sum"));
    free_statistic(file);
}

/* A total without a value does not stand for its parts, and a missing row is not zero. */
static void test_missing(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,partner,flow,value\n"
                                                     "2018,World,import,\n"
                                                     "2018,Russia,import,60\n"
                                                     "2018,Russia,export,\n"
                                                     "2018,China,import,0\n");
    file->request.trade.partner = text_of("World");
    check_sum(file, "2018", FLOW_IMPORT, 60);
    assert_true(isnan(sum_of(file, "2018", FLOW_EXPORT)));
    assert_string_equal(omitted(file, find_sum(file, "2018", FLOW_EXPORT)),
                        "1 row without a value");
    assert_null(series_find(&file->series, period_of("2017"), FLOW_IMPORT));
    file->request.trade.partner = text_of("China");
    check_sum(file, "2018", FLOW_IMPORT, 0);
    free_statistic(file);
}

/* BACI: what one exports to the other is what this imports from it. */
static void test_reconciled(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,reporter,partner,flow,product,value\n"
                                                     "2018,India,Russia,export,270900,10\n"
                                                     "2018,Russia,India,export,270900,60\n"
                                                     "2018,Russia,India,export,840110,5\n"
                                                     "2018,China,India,export,840110,7\n");
    assert_null(series_find(make_series(file), period_of("2018"), FLOW_IMPORT));
    statistic_free(file->statistic);
    file->statistic = NULL;
    file->dataset.mapping.is_reconciled = true;
    check_sum(file, "2018", FLOW_EXPORT, 10);
    check_sum(file, "2018", FLOW_IMPORT, 65);
    file->request.trade.partner = text_of("World");
    check_sum(file, "2018", FLOW_IMPORT, 72);
    file->request.trade = (struct trade){text_of("Russia"), text_of("India"), text_of("27")};
    check_sum(file, "2018", FLOW_EXPORT, 60);
    free_statistic(file);
}

/* Rows that do not pass the filters are ignored; the rest may not be all goods. */
static void test_filters(void **state)
{
    (void)state;
    struct statistic_fixture *file = build_statistic("period,flow,product,value\n"
                                                     "2018,import,TOTAL,100\n"
                                                     "2018,import,27,70\n"
                                                     "2018,import,84,30\n"
                                                     "2017,import,TOTAL,90\n");
    struct row_set rows = row_set_all(4);
    file->rows = &rows;
    check_sum(file, "2018", FLOW_IMPORT, 100);
    assert_true(file->series.is_all_goods);
    rows.words[0] = 1 << 1; /* chapter 27 alone */
    check_sum(file, "2018", FLOW_IMPORT, 70);
    assert_false(file->series.is_all_goods);
    assert_string_equal(file->series.product, "27");
    rows.words[0] = 1 << 3; /* another year */
    check_sum(file, "2017", FLOW_IMPORT, 90);
    assert_true(file->series.is_all_goods);
    row_set_release(&rows);
    free_statistic(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_chapters),
        cmocka_unit_test(test_secret_codes),
        cmocka_unit_test(test_world),
        cmocka_unit_test(test_world_of_one_product),
        cmocka_unit_test(test_world_by_code),
        cmocka_unit_test(test_transport_and_second_partner),
        cmocka_unit_test(test_empty_is_not_split),
        cmocka_unit_test(test_classifications),
        cmocka_unit_test(test_services),
        cmocka_unit_test(test_types_of_one_flow),
        cmocka_unit_test(test_services_alone),
        cmocka_unit_test(test_flows),
        cmocka_unit_test(test_valuations),
        cmocka_unit_test(test_divisions_of_products),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_duplicates),
        cmocka_unit_test(test_restated),
        cmocka_unit_test(test_likely_total),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_reconciled),
        cmocka_unit_test(test_filters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

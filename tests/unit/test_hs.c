/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/codes/hs.h"

#include "scratch_file.h"
#include "tests/unit/locations.h"

#include <string.h>

static void assert_repaired(const char *code, const char *expected)
{
    struct buffer out = {0};
    bool is_code = hs_repair(text_of(code), &out);
    assert_true(is_code == (expected != NULL));
    if (expected)
        assert_string_equal(out.data, expected);
    else
        assert_int_equal(out.length, 0);
    buffer_release(&out);
}

/*
 * BACI writes 80620 for 080620; the chapters of a Comtrade file saved by a spreadsheet begin with
 * 1.
 */
static void lost_zeros_come_back(void **state)
{
    (void)state;
    assert_repaired("1", "01");
    assert_repaired("27", "27");
    assert_repaired("101", "0101");
    assert_repaired("80620", "080620");
    assert_repaired(" 080620 ", "080620");
    assert_repaired("8504500", "08504500");
    assert_repaired("TOTAL", NULL);
    assert_repaired("27.09", NULL);
    assert_repaired("", NULL);
    assert_repaired("1234567890123", NULL);
}

static void the_level_follows_from_the_digits(void **state)
{
    (void)state;
    assert_int_equal(hs_level(text_of("1")), HS_CHAPTER);
    assert_int_equal(hs_level(text_of("2709")), HS_HEADING);
    assert_int_equal(hs_level(text_of("80620")), HS_SUBHEADING);
    assert_int_equal(hs_level(text_of("85045000")), HS_NATIONAL);
    assert_int_equal(hs_level(text_of("2709001000")), HS_NATIONAL);
    assert_int_equal(hs_level(text_of("AG2")), HS_NONE);
}

static void a_chapter_contains_its_codes(void **state)
{
    (void)state;
    assert_true(hs_contains(text_of("27"), text_of("270900")));
    assert_true(hs_contains(text_of("27"), text_of("27")));
    assert_false(hs_contains(text_of("270900"), text_of("27")));
    assert_false(hs_contains(text_of("27"), text_of("028027")));
    assert_false(hs_contains(text_of(""), text_of("27")));
}

static void a_code_has_the_nearest_name(void **state)
{
    (void)state;
    struct error error = {0};
    enum hs_level level;
    scratch_write(text_of("code,name\n2709,Crude oil\n08,Fruit\n27,\"Fuels, oils\"\n"));
    struct hs_list *list = hs_list_read(scratch_path, &error);
    assert_non_null(list);
    assert_int_equal(hs_count(list), 3);
    assert_string_equal(hs_code(list, 1), "27");
    assert_string_equal(hs_name(list, 1), "Fuels, oils");
    assert_string_equal(hs_find(list, text_of("270900"), &level), "Crude oil");
    assert_int_equal(level, HS_HEADING);
    assert_string_equal(hs_find(list, text_of("2711"), &level), "Fuels, oils");
    assert_int_equal(level, HS_CHAPTER);
    assert_string_equal(hs_find(list, text_of("8"), NULL), "Fruit");
    assert_string_equal(hs_find(list, text_of("80620"), NULL), "Fruit");
    assert_string_equal(hs_find(list, text_of("2709001090"), NULL), "Crude oil");
    assert_null(hs_find(list, text_of("99"), NULL));
    assert_null(hs_find(list, text_of("TOTAL"), NULL));
    hs_list_free(list);
}

static void assert_refused(const char *content, const char *reason)
{
    struct error error = {0};
    scratch_write(text_of(content));
    assert_null(hs_list_read(scratch_path, &error));
    scratch_check_error(&error, reason);
}

static void a_list_that_is_none_is_refused(void **state)
{
    (void)state;
    assert_refused("code,name\n", ": lists no products; it needs rows under the header");
    assert_refused("code,name\n27,Fuels\n1,Animals\n",
                   ":3: write a code of 2, 4 or 6 digits and its name");
    assert_refused("code,name\n27\n", ":2: write a code of 2, 4 or 6 digits and its name");
}

/* The nomenclature has the chapters 01 to 97, of which 77 is reserved; 99 is for the rest. */
static void every_chapter_has_a_name(void **state)
{
    (void)state;
    struct error error = {0};
    struct hs_list *list = hs_list_read(SHIPPED_DATA "hs.csv", &error);
    assert_non_null(list);
    for (int chapter = 1; chapter <= 97; chapter++) {
        enum hs_level level = HS_NONE;
        char code[16];
        snprintf(code, sizeof code, "%02d", chapter);
        assert_true((hs_find(list, text_of(code), &level) != NULL) == (chapter != 77));
    }
    for (size_t i = 0; i < hs_count(list); i++) {
        assert_true(hs_level(text_of(hs_code(list, i))) <= HS_HEADING);
        assert_true(i == 0 || strcmp(hs_code(list, i - 1), hs_code(list, i)) < 0);
    }
    hs_list_free(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lost_zeros_come_back),
        cmocka_unit_test(the_level_follows_from_the_digits),
        cmocka_unit_test(a_chapter_contains_its_codes),
        cmocka_unit_test(a_code_has_the_nearest_name),
        cmocka_unit_test(a_list_that_is_none_is_refused),
        cmocka_unit_test(every_chapter_has_a_name),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}

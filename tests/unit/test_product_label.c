/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/codes/product_label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check_code(const char *label, const char *code, bool is_weak)
{
    struct product_label parsed;
    assert_true(product_label_parse(text_of(label), &parsed));
    assert_string_equal(parsed.code, code);
    assert_int_equal(parsed.is_weak, is_weak);
    assert_int_equal(parsed.first, 0);
}

static void check_chapters(const char *label, unsigned first, unsigned last)
{
    struct product_label parsed;
    assert_true(product_label_parse(text_of(label), &parsed));
    assert_string_equal(parsed.code, "");
    assert_int_equal(parsed.first, first);
    assert_int_equal(parsed.last, last);
}

static void check_none(const char *label)
{
    struct product_label parsed;
    assert_false(product_label_parse(text_of(label), &parsed));
}

static void codes_set_apart(void **state)
{
    (void)state;
    check_code("27 - Mineral fuels", "27", false);
    check_code("2709 \u2013 Crude", "2709", false);
    check_code("27: fuels", "27", false);
    check_code("27. Fuels", "27", false);
    check_code("27) Fuels", "27", false);
    check_code("27_Fuels", "27", false);
    check_code("[27] Fuels", "27", false);
    check_code("27.09 - Crude", "2709", false);
    check_code("2709.00 - Crude", "270900", false);
    check_code("7 - Machinery", "7", false);
}

static void codes_behind_a_word(void **state)
{
    (void)state;
    check_code("Chapter 27", "27", false);
    check_code("CHAPTER 27: Mineral fuels", "27", false);
    check_code("HS 2709", "2709", false);
    check_code("HS2709", "2709", false);
    check_code("Heading 27.09", "2709", false);
    check_code("Crude (HS 2709)", "2709", false);
    check_code("SITC 33", "33", false);
}

static void codes_that_may_be_other_numbers(void **state)
{
    (void)state;
    check_code("27 Mineral fuels", "27", true);
    check_code("2 wheelers", "2", true);
    check_code("Fuels (27)", "27", true);
}

/* The sections of the Harmonized System: V has the chapters 25 to 27, XVI 84 and 85. */
static void sections_and_ranges(void **state)
{
    (void)state;
    check_chapters("Section V", 25, 27);
    check_chapters("SECTION XVI - Machinery", 84, 85);
    check_chapters("Section 5", 25, 27);
    check_chapters("Sec. XXI: Works of art", 97, 97);
    check_chapters("25-27_Minerals", 25, 27);
    check_chapters("01-05", 1, 5);
}

static void labels_without_a_code(void **state)
{
    (void)state;
    check_none("Rice");
    check_none("Section A");
    check_none("Section XXX");
    check_none("Chassis");
    check_none("");
    check_none("27-25_Minerals of two kinds (no code)");
    check_none("3D printers");
    check_none("1234567890123 - too long");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_set_apart),
        cmocka_unit_test(codes_behind_a_word),
        cmocka_unit_test(codes_that_may_be_other_numbers),
        cmocka_unit_test(sections_and_ranges),
        cmocka_unit_test(labels_without_a_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

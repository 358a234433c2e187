/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/unit.h"

#include "data/value/unit_remedy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct unit unit_of(const char *text)
{
    struct unit unit;
    assert_true(unit_parse(text_of(text), &unit));
    return unit;
}

static void large_numbers_are_read_in_larger_units(void **state)
{
    (void)state;
    assert_true(unit_for_reading(unit_of("USD"), 54288194268, 1e4).scale == 1e9);
    assert_true(unit_for_reading(unit_of("USD"), 6226189, 1e4).scale == 1e6);
    assert_true(unit_for_reading(unit_of("USD"), 999, 1e3).scale == 1);
    assert_true(unit_for_reading(unit_of("USD mn"), 9869.99e6, 1e4).scale == 1e6);
    assert_true(unit_for_reading(unit_of("USD mn"), 9869.99e6, 1e3).scale == 1e9);
    assert_true(unit_for_reading(unit_of("USD bn"), 30773.3e9, 1e4).scale == 1e12);
    assert_true(unit_for_reading(unit_of("USD"), 999.99e9, 1e3).scale == 1e9);
    assert_true(unit_for_reading(unit_of("INR crore"), 5e14, 1e3).scale == 1e7);
    assert_true(unit_for_reading(unit_of("%"), 123456, 1e3).scale == 1);
}

static bool is_unit(const char *text)
{
    struct unit unit;
    return unit_parse(text_of(text), &unit);
}

static void currencies_are_those_of_iso_4217(void **state)
{
    (void)state;
    static const char *const units[] = {"USD",    "ETB", "inr crore", "DEM mn",
                                        "XDR bn", "zwg", "SLE"};
    static const char *const others[] = {"TON", "USDD", "birr", "XXX", "XAU", "USD t", "ton mn"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        assert_true(is_unit(units[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(is_unit(others[i]));
}

static void assert_quantity(const char *text, enum dimension dimension, double scale,
                            const char *written)
{
    struct buffer out = {0};
    struct unit unit = unit_of(text);
    assert_int_equal(unit.dimension, dimension);
    assert_true(unit.scale == scale);
    unit_format(&out, unit, 2, 0);
    assert_string_equal(out.data, written);
    buffer_release(&out);
}

static void quantities_are_a_closed_list(void **state)
{
    (void)state;
    assert_quantity("t", DIMENSION_MASS, 1e3, "2 t");
    assert_quantity("million tonnes", DIMENSION_MASS, 1e9, "2 mn t");
    assert_quantity("thousand bpd", DIMENSION_BARRELS_A_DAY, 1e3, "2 thousand bpd");
    assert_quantity("mn barrels per day", DIMENSION_BARRELS_A_DAY, 1e6, "2 mn bpd");
    assert_quantity("barrels a day", DIMENSION_BARRELS_A_DAY, 1, "2 bpd");
    assert_quantity("percentage points", DIMENSION_POINTS, 1, "2 pp");
    assert_false(is_unit("mn percentage points"));
    assert_false(is_unit("barrels per mn day"));
    assert_quantity("bn barrels", DIMENSION_BARRELS, 1e9, "2 bn barrels");
    assert_quantity("gwh", DIMENSION_ENERGY, 1e3, "2 GWh");
    assert_quantity("pieces", DIMENSION_PIECES, 1, "2 pieces");
    assert_quantity("count", DIMENSION_COUNT, 1, "2");
    assert_quantity("litres", DIMENSION_VOLUME, 1e-3, "2 litres");
    assert_false(is_unit("t mn"));
    assert_false(is_unit("mn %"));
    assert_false(is_unit("furlong t"));
    assert_false(unit_is_comparable(unit_of("t"), unit_of("barrels")));
}

static void assert_nearest(const char *text, const char *expected)
{
    struct buffer out = {0};
    assert_true(unit_nearest(&out, text_of(text)));
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

static void what_is_no_unit_names_the_nearest(void **state)
{
    (void)state;
    struct buffer out = {0};
    assert_nearest("birr", "ETB");
    assert_nearest("USDD", "USD");
    assert_nearest("million birrs", "ETB million");
    assert_nearest("$ bn", "USD bn");
    assert_nearest("ton", "t");
    assert_nearest("ton mn", "mn t");
    assert_false(unit_nearest(&out, text_of("rupees")));
    assert_false(unit_nearest(&out, text_of("furlongs")));
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_numbers_are_read_in_larger_units),
        cmocka_unit_test(currencies_are_those_of_iso_4217),
        cmocka_unit_test(quantities_are_a_closed_list),
        cmocka_unit_test(what_is_no_unit_names_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

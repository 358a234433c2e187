/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/unit.h"

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
    assert_true(unit_for_reading(unit_of("INR crore"), 5e14, 1e3).scale == 1e7);
    assert_true(unit_for_reading(unit_of("%"), 123456, 1e3).scale == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_numbers_are_read_in_larger_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

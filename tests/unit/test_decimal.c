/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The tests run in the locale "C", in which strtod() reads a point. */
static void assert_as_strtod(const char *string)
{
    struct decimal decimal = {0};
    double expected = strtod(string, NULL);
    if (!decimal_parse(text_of(string), &decimal))
        fail_msg("%s is refused", string);
    if (memcmp(&decimal.value, &expected, sizeof expected) != 0)
        fail_msg("%s is read as %a, not as %a", string, decimal.value, expected);
}

static void numbers_are_read_as_strtod_reads_them(void **state)
{
    (void)state;
    static const char *const numbers[] = {"0",
                                          "-0",
                                          "+0.0",
                                          "5.",
                                          ".5",
                                          "-.5",
                                          "0.1",
                                          "4.26",
                                          "0.3",
                                          "00012",
                                          "1e5",
                                          "1.5E-7",
                                          "-2e+3",
                                          "9007199254740992",
                                          "9007199254740993",
                                          "9007199254740993.",
                                          "0.9007199254740993",
                                          "999999999999999999",
                                          ".00000000000000001",
                                          "-123456789012345678",
                                          "1234567890123456789",
                                          "0.000000000000000001"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_as_strtod(numbers[i]);
}

static void random_numbers_are_read_as_strtod_reads_them(void **state)
{
    (void)state;
    uint64_t seed = 88172645463325252u;
    for (size_t round = 0; round < 200000; round++) {
        char number[32];
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        size_t length = 1 + seed % 20, point = (seed >> 8) % 24;
        uint64_t digits = seed >> 3;
        for (size_t i = 0; i < length; i++, digits = digits / 10 + seed % 977 * 7919)
            number[i] = (char)('0' + digits % 10);
        if (point < length && length > 1)
            number[point] = '.';
        if (length > 2 && point > 0 && seed & 1)
            number[0] = '-';
        number[length] = 0;
        if (strspn(number, "-.") == length)
            continue;
        assert_as_strtod(number);
    }
}

static void what_is_no_number_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {"",    ".",   "-",   "+.", "1.2.3", "1,2", "--1",
                                        "nan", "inf", "0x1", "1e", " 1",    "1 ",  "1e999"};
    struct decimal decimal;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(decimal_parse(text_of(texts[i]), &decimal));
}

static void places_are_those_of_the_text(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int places;
    } cases[] = {{"65", 0}, {"65.", 0}, {"65.70", 2}, {".125", 3}, {"1e3", -3}, {"-1.50", 2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal decimal;
        assert_true(decimal_parse(text_of(cases[i].text), &decimal));
        assert_int_equal(decimal.places, cases[i].places);
        assert_int_equal(decimal_places(text_of(cases[i].text)), cases[i].places);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_as_strtod_reads_them),
        cmocka_unit_test(random_numbers_are_read_as_strtod_reads_them),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(places_are_those_of_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

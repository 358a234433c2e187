/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number that is read quickly equals the result of strtod(), and is written back as it was, by
 * each of the readers.
 */
#include "config.h"

#include "base/array.h"
#include "data/value/decimal.h"
#include "base/short_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Returns a text followed by other digits, in memory that ends with the padding. */
static struct text padded(const char *word)
{
    size_t length = strlen(word);
    char *copy = xmalloc(length + TEXT_PADDING);
    memset(copy, '7', length + TEXT_PADDING);
    memcpy(copy, word, length);
    return (struct text){copy, length};
}

static bool read_alike(const char *word, double *number, uint8_t *places)
{
    struct text text = padded(word);
    double fast;
    uint8_t fast_places;
    bool is_read = decimal_read_portable(&text, 1, 1, number, places) == 1;
    assert_int_equal(decimal_reader_fastest()(&text, 1, 1, &fast, &fast_places), is_read);
    if (is_read) {
        assert_memory_equal(&fast, number, sizeof fast);
        assert_int_equal(fast_places, *places);
    }
    free((char *)text.data);
    return is_read;
}

static void assert_read(const char *word)
{
    double number, expected = strtod(word, NULL);
    uint8_t places;
    struct buffer written = {0};
    if (!read_alike(word, &number, &places))
        fail_msg("not read: %s", word);
    assert_memory_equal(&number, &expected, sizeof number);
    decimal_write(&written, number, places);
    assert_string_equal(written.data, word);
    buffer_release(&written);
}

static void plain_numbers_are_read(void **state)
{
    static const char *const words[] = {
        "0",         "7",          "-7",           "-0",
        "0.5",       "10",         "65.7",         "-0.001",
        "12345678",  "123456789",  "1234567.8",    "12345678.9",
        "1.2345678", "0.12345678", "1.234567891",  "123456789012345",
        "0.1",       "-99999.999", "9007199254.7", "1.23456789012345",
        "30555.748", "99999999.9", "-123456789.5", "12345678901234.5",
        "100000000", "999999999",  "0.00000001",   "-1.23456789012345"};
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        assert_read(words[i]);
}

static void other_texts_are_left(void **state)
{
    static const char *const words[] = {
        "",
        "-",
        ".",
        "-.",
        ".5",
        "5.",
        "-.5",
        "007",
        "00",
        "-01",
        "00.5",
        "1.2.3",
        "1,234",
        "+5",
        "1e5",
        " 5",
        "5 ",
        "NA",
        "--5",
        "1-",
        "0x10",
        "5/",
        "5:",
        "1234567890123456",
        "..",
        "1..2",
        "nan",
        "\xd9\xa5",
        "1.0.",
        "12345678901234567",
        "0.1234567890123456",
    };
    double number;
    uint8_t places;
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
        if (read_alike(words[i], &number, &places))
            fail_msg("read: %s", words[i]);
}

/* All texts of up to five of the relevant characters. */
static void readers_agree_on_short_texts(void **state)
{
    static const char signs[] = "09.-/:";
    enum { SIGNS = sizeof signs - 1, LONGEST = 5 };
    double number;
    uint8_t places;
    (void)state;
    for (unsigned code = 0; code < SIGNS * SIGNS * SIGNS * SIGNS * SIGNS; code++)
        for (size_t length = 1; length <= LONGEST; length++) {
            char word[LONGEST + 1] = {0};
            for (unsigned i = 0, rest = code; i < length; i++, rest /= SIGNS)
                word[i] = signs[rest % SIGNS];
            read_alike(word, &number, &places);
        }
}

static void every_length_and_place_of_the_point_is_read(void **state)
{
    (void)state;
    for (int digits = 1; digits <= 15; digits++)
        for (int after = 0; after < digits; after++) {
            char word[32];
            int whole = digits - after;
            snprintf(word, sizeof word, "%.*s%s%.*s", whole, "918273645546372", after ? "." : "",
                     after, "192837465564738");
            assert_read(word);
        }
}

static void many_are_read_up_to_the_first_other(void **state)
{
    (void)state;
    struct text texts[] = {padded("1.5"), padded("x"), padded("2"), padded("x"), padded("NA")};
    decimal_reader *const readers[] = {decimal_read_portable, decimal_reader_fastest()};
    for (size_t i = 0; i < ARRAY_LENGTH(readers); i++) {
        double numbers[3];
        uint8_t places[3];
        assert_int_equal(readers[i](texts, 2, 3, numbers, places), 2);
        assert_true(numbers[0] == 1.5 && numbers[1] == 2);
        assert_int_equal(places[0], 1);
        assert_int_equal(places[1], 0);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++)
        free((char *)texts[i].data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_numbers_are_read),
        cmocka_unit_test(other_texts_are_left),
        cmocka_unit_test(readers_agree_on_short_texts),
        cmocka_unit_test(many_are_read_up_to_the_first_other),
        cmocka_unit_test(every_length_and_place_of_the_point_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

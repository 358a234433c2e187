/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/io/small_file.h"

#include "scratch_file.h"

#include <string.h>

#define RAW(literal)                    \
    (struct text)                       \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

static void assert_decoded(struct text bytes, const char *expected, enum encoding encoding)
{
    struct small_file input;
    struct error error = {0};
    scratch_write(bytes);
    assert_true(small_file_read(&input, scratch_path, &error));
    assert_int_equal(input.bytes.length, strlen(expected));
    assert_memory_equal(input.bytes.data, expected, input.bytes.length);
    assert_int_equal(input.encoding, encoding);
    small_file_release(&input);
}

static void assert_refused(struct text bytes, const char *reason)
{
    struct small_file input;
    struct error error = {0};
    scratch_write(bytes);
    assert_false(small_file_read(&input, scratch_path, &error));
    assert_string_equal(error.text, reason);
    assert_null(input.bytes.data);
    error_release(&error);
}

static void utf8_is_taken_as_it_is(void **state)
{
    (void)state;
    assert_decoded(RAW(""), "", ENCODING_UTF8);
    assert_decoded(RAW("a,b\r\n\u20ac\U0001F30D\n"), "a,b\r\n\u20ac\U0001F30D\n", ENCODING_UTF8);
}

static void a_byte_order_mark_is_dropped(void **state)
{
    (void)state;
    assert_decoded(RAW("\xEF\xBB\xBF"
                       "id,kind"),
                   "id,kind", ENCODING_UTF8);
    assert_decoded(RAW("\xEF\xBB\xBF"), "", ENCODING_UTF8);
    assert_decoded(RAW("\xEF\xBB\xBF"
                       "caf\xE9"),
                   "caf\u00e9", ENCODING_CP1252);
}

static void cp1252_is_decoded(void **state)
{
    (void)state;
    assert_decoded(RAW("caf\xE9 \x93quoted\x94 \x80"), "caf\u00e9 \u201cquoted\u201d \u20ac",
                   ENCODING_CP1252);
    assert_decoded(RAW("C\xF4te d'Ivoire"), "C\u00f4te d'Ivoire", ENCODING_CP1252);
}

static void utf8_with_a_few_broken_bytes_stays(void **state)
{
    (void)state;
    assert_decoded(RAW("\u00e9\u00e8 \xE9!"), "\u00e9\u00e8 \xE9!", ENCODING_UTF8);
    /* As many broken as whole; and a sequence cut short counts once. */
    assert_decoded(RAW("\u00e9 \xE9!"), "\u00e9 \xE9!", ENCODING_UTF8);
    assert_decoded(RAW("\u00e9 \xF0\x9F\x8C"), "\u00e9 \xF0\x9F\x8C", ENCODING_UTF8);
    assert_decoded(RAW("\u00e9 \xE9! \xE8!"), "\u00c3\u00a9 \u00e9! \u00e8!", ENCODING_CP1252);
}

static void what_is_no_data_is_refused(void **state)
{
    (void)state;
    assert_refused(RAW("id,kind\n\0"), "is a binary file (a NUL byte at offset 8); export the data "
                                       "as CSV in UTF-8");
    assert_refused(RAW("%PDF-1.7"), "is a PDF document; tradescope reads CSV");
}

static void a_file_is_read_whole(void **state)
{
    (void)state;
    struct buffer big = {0};
    buffer_repeat(&big, "0123456789\n", 100000);
    scratch_write(buffer_text(&big));
    struct small_file input;
    struct error error = {0};
    assert_true(small_file_read(&input, scratch_path, &error));
    assert_int_equal(input.bytes.length, big.length);
    assert_memory_equal(input.bytes.data, big.data, big.length);
    small_file_release(&input);
    buffer_release(&big);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(utf8_is_taken_as_it_is, scratch_remove),
        cmocka_unit_test_teardown(a_byte_order_mark_is_dropped, scratch_remove),
        cmocka_unit_test_teardown(cp1252_is_decoded, scratch_remove),
        cmocka_unit_test_teardown(utf8_with_a_few_broken_bytes_stays, scratch_remove),
        cmocka_unit_test_teardown(what_is_no_data_is_refused, scratch_remove),
        cmocka_unit_test_teardown(a_file_is_read_whole, scratch_remove),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates are those of Excel and LibreOffice. */
#include "config.h"

#include "data/io/sheet_date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_date(const char *serial, enum date_parts parts, bool is_1904, const char *date)
{
    struct buffer out = {0};
    assert_int_equal(sheet_date_write(&out, text_of(serial), parts, is_1904), date != NULL);
    if (date)
        assert_string_equal(out.data, date);
    else
        assert_int_equal(out.length, 0);
    buffer_release(&out);
}

static void test_serials(void **state)
{
    (void)state;
    assert_date("1", DATE_DAY, false, "1900-01-01");
    assert_date("59", DATE_DAY, false, "1900-02-28");
    assert_date("61", DATE_DAY, false, "1900-03-01");
    assert_date("43831", DATE_DAY, false, "2020-01-01");
    assert_date("43890", DATE_DAY, false, "2020-02-29");
    assert_date("43890", DATE_MONTH, false, "2020-02");
    assert_date("43890", DATE_YEAR, false, "2020");
    assert_date("43890.5", DATE_DAY, false, "2020-02-29 12:00:00");
    assert_date("2958465", DATE_DAY, false, "9999-12-31");
    assert_date("42369", DATE_DAY, true, "2020-01-01");
    assert_date("0.5", DATE_DAY, false, NULL);
    assert_date("-3", DATE_DAY, false, NULL);
    assert_date("2958466", DATE_DAY, false, NULL);
    assert_date("abc", DATE_DAY, false, NULL);
    assert_date("", DATE_DAY, false, NULL);
}

static void test_formats(void **state)
{
    (void)state;
    assert_int_equal(sheet_date_builtin(14), DATE_DAY);
    assert_int_equal(sheet_date_builtin(17), DATE_MONTH);
    assert_int_equal(sheet_date_builtin(20), DATE_NONE);
    assert_int_equal(sheet_date_builtin(4), DATE_NONE);
    assert_int_equal(sheet_date_format(text_of("yyyy\\-mm\\-dd")), DATE_DAY);
    assert_int_equal(sheet_date_format(text_of("[$-409]mmm\\-yy;@")), DATE_MONTH);
    assert_int_equal(sheet_date_format(text_of("yyyy")), DATE_YEAR);
    assert_int_equal(sheet_date_format(text_of("mmmm")), DATE_MONTH);
    assert_int_equal(sheet_date_format(text_of("mm:ss")), DATE_NONE);
    assert_int_equal(sheet_date_format(text_of("#,##0.0 \"my day\"")), DATE_NONE);
    assert_int_equal(sheet_date_format(text_of("[Red]0.00")), DATE_NONE);
    assert_int_equal(sheet_date_format(text_of("General")), DATE_NONE);
    assert_int_equal(sheet_date_format(text_of("[h]:mm:ss")), DATE_NONE);
    assert_int_equal(sheet_date_format(text_of("\"y")), DATE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_serials),
                                       cmocka_unit_test(test_formats)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

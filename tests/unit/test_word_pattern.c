/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/value/word_pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static bool fits(const char *pattern, const char *word)
{
    return word_pattern_fits(text_of(pattern), text_of(word));
}

static void patterns_match_whole_words(void **state)
{
    (void)state;
    assert_true(fits("TOTAL", "Total"));
    assert_false(fits("TOTAL", "Total Trade"));
    assert_true(fits("Total*", "Total Trade"));
    assert_true(fits("*", ""));
    assert_true(fits("", ""));
    assert_false(fits("", "x"));
    assert_false(fits("?", ""));
    assert_true(fits("a?c", "abc"));
    assert_true(fits("####", "2019"));
    assert_false(fits("####", "20l9"));
    assert_false(fits("####", "20190"));
    assert_true(fits("*(US$ Mil)*", "Trade (US$ Mil)-Top 5 Export Partner"));
    assert_false(fits("*(US$ Mil)", "Trade (US$ Mil)-Top 5 Export Partner"));
}

/* A star must be able to match what looks like the end: the matcher goes back to the last star. */
static void stars_take_more(void **state)
{
    (void)state;
    assert_true(fits("*ab", "aab"));
    assert_true(fits("*ab*cd", "abxabcxcd"));
    assert_false(fits("*ab*cd", "abxabcxce"));
    assert_true(fits("a*b*c", "a-b-b-c"));
}

static void assert_captures(const char *pattern, const char *word, const char *expected)
{
    struct text captured;
    assert_true(word_pattern_capture(text_of(pattern), text_of(word), &captured));
    if (!text_is(captured, expected))
        fail_msg("captures `%.*s`, not `%s`", (int)captured.length, captured.data, expected);
}

static void braces_capture(void **state)
{
    (void)state;
    assert_captures("*_{######}.csv", "Principal_Commodity_wise_export_202223.csv", "202223");
    assert_captures("*{####_####}*", "PC_Export_2014_2015.csv", "2014_2015");
    assert_captures("{*}.csv", "India.csv", "India");
    assert_captures("*-{*}", "a-b-c", "b-c");
    assert_captures("no braces", "No Braces", "No Braces");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match_whole_words),
        cmocka_unit_test(stars_take_more),
        cmocka_unit_test(braces_capture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

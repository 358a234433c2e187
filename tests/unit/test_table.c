/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buffer.h"
#include "data/value/decimal.h"
#include "data/table/table.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS = 20000 }; /* more than a column keeps in a dictionary unless requested */

/* The last rows hold the texts of the first again. */
static struct text text_of_row(char out[32], size_t row)
{
    snprintf(out, 32, "text %zu", row % (ROWS - 100));
    return text_of(out);
}

static struct table *table_of_distinct_texts(enum column_type type)
{
    struct table *table = table_new();
    table_add_column(table, text_of("a"), type);
    for (size_t row = 0; row < ROWS; row++) {
        char text[32];
        assert_int_equal(table_add_row(table, row + 2), row);
        if (type == COLUMN_NUMBER)
            table_set_number(table, row, 0, text_of_row(text, row), (double)row);
        else
            table_set_text(table, row, 0, text_of_row(text, row));
    }
    return table;
}

/* A cell of any type, as it is written. */
static void assert_cell(const struct table *table, size_t row, size_t column, const char *expected)
{
    struct buffer out = {0};
    buffer_puts(&out, "");
    table_write(table, row, column, &out);
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

static void assert_texts(const struct table *table)
{
    for (size_t row = 0; row < ROWS; row++) {
        char text[32];
        text_of_row(text, row);
        assert_cell(table, row, 0, text);
        if (table_column_type(table, 0) != COLUMN_NUMBER)
            assert_string_equal(table_text(table, row, 0).data, text);
    }
}

static void assert_codes(const struct table *table)
{
    assert_int_equal(table_distinct_count(table, 0), ROWS - 100 + 1);
    for (size_t row = 0; row < ROWS; row++) {
        assert_int_equal(table_code(table, row, 0), row % (ROWS - 100) + 1);
        char text[32];
        assert_true(text_is_equal(table_distinct(table, 0, table_code(table, row, 0)),
                                  text_of_row(text, row)));
    }
}

static void many_distinct_texts_have_codes_like_few(void **state)
{
    (void)state;
    struct table *table = table_of_distinct_texts(COLUMN_TEXT);
    assert_texts(table);
    assert_codes(table);
    assert_texts(table);
    table_free(table);
}

static void numbers_have_texts_and_codes(void **state)
{
    (void)state;
    struct table *table = table_of_distinct_texts(COLUMN_NUMBER);
    assert_texts(table);
    assert_codes(table);
    assert_true(table_number(table, ROWS - 1, 0) == ROWS - 1);
    table_free(table);
}

static void rows_can_follow_after_codes_were_asked_for(void **state)
{
    (void)state;
    struct table *table = table_of_distinct_texts(COLUMN_TEXT);
    assert_codes(table);
    size_t row = table_add_row(table, 7);
    assert_int_equal(table_code(table, row, 0), 0);
    table_set_text(table, row, 0, text_of("text 5"));
    assert_int_equal(table_code(table, row, 0), table_code(table, 5, 0));
    table_set_text(table, row, 0, text_of("new"));
    assert_int_equal(table_code(table, row, 0), table_distinct_count(table, 0) - 1);
    table_free(table);
}

static void an_empty_cell_has_code_0_and_no_value(void **state)
{
    (void)state;
    struct table *table = table_new();
    size_t row = table_add_row(table, 1);
    for (enum column_type type = COLUMN_TEXT; type <= COLUMN_PERIOD; type++) {
        size_t column = table_add_column(table, text_of("x"), type);
        assert_int_equal(table_text(table, row, column).length, 0);
        assert_int_equal(table_code(table, row, column), 0);
        assert_int_equal(table_distinct_count(table, column), 1);
    }
    assert_true(isnan(table_number(table, row, COLUMN_NUMBER)));
    assert_int_equal(table_period(table, row, COLUMN_PERIOD).kind, PERIOD_NONE);
    table_free(table);
}

static void a_period_goes_with_its_text(void **state)
{
    (void)state;
    struct table *table = table_new();
    table_add_column(table, text_of("period"), COLUMN_PERIOD);
    struct period year = period_calendar_year(2023);
    for (size_t row = 0; row < 3; row++)
        table_add_row(table, row);
    table_set_period(table, 0, 0, text_of("2023"), year);
    table_set_period(table, 2, 0, text_of("2023"), year);
    assert_true(period_is_equal(table_period(table, 2, 0), year));
    assert_int_equal(table_period(table, 1, 0).kind, PERIOD_NONE);
    assert_int_equal(table_code(table, 2, 0), table_code(table, 0, 0));
    table_free(table);
}

/* A number is written back as it was, whatever its text. */
static void numbers_are_written_as_they_were(void **state)
{
    (void)state;
    const char *const texts[] = {"0",
                                 "-0",
                                 "0.00",
                                 "-0.10",
                                 "65.7",
                                 "1000000",
                                 "007",
                                 "+5",
                                 ".5",
                                 "5.",
                                 "1e3",
                                 "12.345",
                                 "0.1",
                                 "1E-5",
                                 "-7",
                                 "0.0001",
                                 "9007199254740993",
                                 "123456789012345",
                                 "0.123456789012345",
                                 "99999999999999.9"};
    const int places[] = {0, 0, 2, 2, 1, 0, 0, 0, 1, 0, -3, 3, 1, 5, 0, 4, 0, 0, 15, 1};
    struct table *table = table_new();
    table_add_column(table, text_of("value"), COLUMN_NUMBER);
    for (size_t row = 0; row < 20; row++) {
        struct decimal decimal;
        assert_true(decimal_parse(text_of(texts[row]), &decimal));
        table_add_row(table, row + 2);
        table_set_number(table, row, 0, text_of(texts[row]), decimal.value);
        assert_true(table_number(table, row, 0) == decimal.value);
    }
    for (size_t row = 0; row < 20; row++) {
        assert_cell(table, row, 0, texts[row]);
        assert_int_equal(table_places(table, row, 0), places[row]);
    }
    /* As a format may read it: the number shows how many digits there are. */
    table_add_row(table, 22);
    table_set_number(table, 20, 0, text_of("7,093.01"), 7093.01);
    assert_cell(table, 20, 0, "7,093.01");
    assert_int_equal(table_places(table, 20, 0), 2);
    table_free(table);
}

static void what_is_no_number_keeps_its_text(void **state)
{
    (void)state;
    struct table *table = table_new();
    table_add_column(table, text_of("value"), COLUMN_NUMBER);
    for (size_t row = 0; row < 1000; row++) {
        char text[32];
        snprintf(text, sizeof text, row % 2 ? "NA" : "odd %zu", row);
        table_add_row(table, row + 2);
        table_set_number(table, row, 0, text_of(text), NAN);
    }
    table_set_number(table, 500, 0, text_of("7"), 7);
    assert_cell(table, 998, 0, "odd 998");
    assert_cell(table, 999, 0, "NA");
    assert_cell(table, 500, 0, "7");
    assert_cell(table, 498, 0, "odd 498");
    assert_true(isnan(table_number(table, 999, 0)));
    assert_int_equal(table_distinct_count(table, 0), 502);
    table_free(table);
}

static void codes_grow_as_wide_as_they_must(void **state)
{
    (void)state;
    static const size_t words[] = {1, 255, 256, 65535, 65536};
    static const unsigned widths[] = {1, 1, 2, 2, 4};
    for (size_t i = 0; i < 5; i++) {
        struct table *table = table_new();
        table_add_column(table, text_of("word"), COLUMN_TEXT);
        assert_int_equal(table_codes(table, 0).width, 0);
        for (size_t row = 0; row < words[i]; row++) {
            char text[32];
            snprintf(text, sizeof text, "%zu", row);
            table_add_row(table, row + 2);
            table_set_text(table, row, 0, text_of(text));
        }
        struct codes codes = table_codes(table, 0);
        assert_int_equal(codes.width, widths[i]);
        for (size_t row = 0; row < words[i]; row++)
            assert_int_equal(codes_at(codes, row), row + 1);
        table_free(table);
    }
}

static void a_constant_column_has_its_text_in_every_row(void **state)
{
    (void)state;
    struct table *table = table_new();
    table_add_row(table, 1);
    size_t flow = table_add_constant(table, text_of("flow"), COLUMN_TEXT, text_of("export"));
    size_t year = table_add_constant(table, text_of("year"), COLUMN_PERIOD, text_of("2023"));
    table_add_row(table, 2);
    for (size_t row = 0; row < 2; row++) {
        assert_cell(table, row, flow, "export");
        assert_true(period_is_equal(table_period(table, row, year), period_calendar_year(2023)));
    }
    assert_null(table_codes(table, flow).codes);
    assert_int_equal(table_codes(table, flow).constant, 1);
    table_set_text(table, 1, flow, text_of("import"));
    assert_cell(table, 0, flow, "export");
    assert_cell(table, 1, flow, "import");
    table_free(table);
}

static void a_translated_column_shares_codes_and_has_words_of_its_own(void **state)
{
    (void)state;
    struct table *table = table_new();
    size_t code = table_add_column(table, text_of("code"), COLUMN_TEXT);
    size_t name = table_add_translated(table, text_of("partner"), COLUMN_TEXT, code);
    const char *const words[] = {"699", "643", "356", ""};
    for (size_t row = 0; row < 4; row++) {
        table_add_row(table, row + 2);
        table_set_text(table, row, code, text_of(words[row]));
    }
    table_translate(table, name, 1, text_of("India"));
    table_translate(table, name, 2, text_of("Russia"));
    table_translate(table, name, 3, text_of("India"));
    assert_cell(table, 0, name, "India");
    assert_cell(table, 1, name, "Russia");
    assert_cell(table, 2, name, "India");
    assert_cell(table, 3, name, "");
    assert_ptr_equal(table_codes(table, name).codes, table_codes(table, code).codes);
    assert_int_equal(table_distinct_count(table, name), 4);
    assert_true(text_is(table_distinct(table, name, 3), "India"));
    assert_cell(table, 2, code, "356");
    table_set_text(table, 3, name, text_of("World"));
    assert_cell(table, 3, name, "World");
    assert_cell(table, 3, code, "");
    assert_cell(table, 2, name, "India");
    table_free(table);
}

static void a_translated_period_is_one(void **state)
{
    (void)state;
    struct table *table = table_new();
    size_t month = table_add_column(table, text_of("month"), COLUMN_TEXT);
    size_t period = table_add_translated(table, text_of("period"), COLUMN_PERIOD, month);
    table_add_row(table, 2);
    table_set_text(table, 0, month, text_of("202201"));
    assert_int_equal(table_period(table, 0, period).kind, PERIOD_NONE);
    table_translate(table, period, 1, text_of("2022-01"));
    struct period expected;
    assert_true(period_parse(text_of("2022-01"), &expected));
    assert_true(period_is_equal(table_period(table, 0, period), expected));
    table_free(table);
}

static void rows_are_taken_off_the_end(void **state)
{
    (void)state;
    struct table *table = table_new();
    table_add_column(table, text_of("word"), COLUMN_TEXT);
    table_add_column(table, text_of("number"), COLUMN_NUMBER);
    for (size_t row = 0; row < 10; row++) {
        table_add_row(table, 2 * row + 2);
        table_set_text(table, row, 0, text_of(row % 2 ? "odd" : "even"));
        table_set_number(table, row, 1, text_of("+1"), 1);
    }
    table_truncate(table, 5);
    assert_int_equal(table_row_count(table), 5);
    assert_int_equal(table_add_row(table, 99), 5);
    assert_cell(table, 5, 0, "");
    assert_cell(table, 5, 1, "");
    assert_cell(table, 4, 1, "+1");
    assert_int_equal(table_line(table, 4), 10);
    assert_int_equal(table_line(table, 5), 99);
    table_free(table);
}

static void zones_hold_the_least_and_the_most(void **state)
{
    (void)state;
    struct table *table = table_new();
    table_add_column(table, text_of("number"), COLUMN_NUMBER);
    table_add_column(table, text_of("word"), COLUMN_TEXT);
    assert_null(table_zones(table, 0));
    for (size_t row = 0; row < ZONE_ROWS + 3; row++) {
        table_add_row(table, row + 2);
        table_set_number(table, row, 0, text_of("1"), (double)row);
        table_set_text(table, row, 1, text_of(row % 2 ? "b" : "a"));
    }
    const struct zone *zones = table_zones(table, 0);
    assert_true(zones[0].least == 0 && zones[0].most == ZONE_ROWS - 1);
    assert_true(zones[1].least == ZONE_ROWS && zones[1].most == ZONE_ROWS + 2);
    assert_false(zones[1].has_missing);
    assert_true(table_zones(table, 1)[1].least == 1 && table_zones(table, 1)[1].most == 2);
    table_add_row(table, 1);
    assert_true(table_zones(table, 0)[1].has_missing);
    assert_true(table_zones(table, 1)[1].has_missing);
    table_set_number(table, 3, 0, text_of("-5"), -5);
    assert_true(table_zones(table, 0)[0].least == -5);
    table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_distinct_texts_have_codes_like_few),
        cmocka_unit_test(numbers_have_texts_and_codes),
        cmocka_unit_test(rows_can_follow_after_codes_were_asked_for),
        cmocka_unit_test(an_empty_cell_has_code_0_and_no_value),
        cmocka_unit_test(a_period_goes_with_its_text),
        cmocka_unit_test(numbers_are_written_as_they_were),
        cmocka_unit_test(what_is_no_number_keeps_its_text),
        cmocka_unit_test(codes_grow_as_wide_as_they_must),
        cmocka_unit_test(a_constant_column_has_its_text_in_every_row),
        cmocka_unit_test(a_translated_column_shares_codes_and_has_words_of_its_own),
        cmocka_unit_test(a_translated_period_is_one),
        cmocka_unit_test(rows_are_taken_off_the_end),
        cmocka_unit_test(zones_hold_the_least_and_the_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

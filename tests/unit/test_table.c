/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/table.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS = 20000 }; /* more than a column keeps a dictionary of unasked */

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

static void assert_texts(const struct table *table)
{
    for (size_t row = 0; row < ROWS; row++) {
        char text[32];
        assert_true(text_is_equal(table_text(table, row, 0), text_of_row(text, row)));
        assert_int_equal(table_text(table, row, 0).data[strlen(text)], '\0');
    }
}

static void assert_codes(const struct table *table)
{
    assert_int_equal(table_distinct_count(table, 0), ROWS - 100 + 1);
    for (size_t row = 0; row < ROWS; row++) {
        assert_int_equal(table_code(table, row, 0), row % (ROWS - 100) + 1);
        assert_true(text_is_equal(table_distinct(table, 0, table_code(table, row, 0)),
                                  table_text(table, row, 0)));
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
    table_set_code(table, 2, 0, table_find_code(table, 0, text_of("2023")));
    assert_true(period_is_equal(table_period(table, 2, 0), year));
    assert_int_equal(table_period(table, 1, 0).kind, PERIOD_NONE);
    assert_int_equal(table_find_code(table, 0, text_of("2024")), NO_CODE);
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

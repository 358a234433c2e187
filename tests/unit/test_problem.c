/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "data/io/problem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_formatted(const char *file, size_t line, size_t field, const char *expected)
{
    struct problem_list list = {0};
    struct buffer out = {0};
    problem_add(&list, file, line, field, "%s %d", "reason", 7);
    problem_format(&out, &list.items[0]);
    assert_string_equal(out.data, expected);
    buffer_release(&out);
    problem_list_release(&list);
}

static void parts_that_are_zero_are_left_out(void **state)
{
    (void)state;
    assert_formatted("a.csv", 12, 3, "a.csv:12:3: reason 7");
    assert_formatted("a.csv", 12, 0, "a.csv:12: reason 7");
    assert_formatted("a.csv", 0, 0, "a.csv: reason 7");
}

static void a_file_name_cannot_disturb_the_terminal(void **state)
{
    (void)state;
    assert_formatted("a\x1b[2J\n.csv", 1, 0, "a\u241b[2J\u240a.csv:1: reason 7");
}

static void assert_quoted(const char *value, const char *expected)
{
    struct buffer out = {0};
    problem_quote(&out, text_of(value));
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

static void a_value_is_quoted_on_one_line_and_cut(void **state)
{
    (void)state;
    assert_quoted("", "``");
    assert_quoted("4,26", "`4,26`");
    assert_quoted("two\nlines\x1b", "`two lines\u241b`");
    assert_quoted("\xff", "`<FF>`");
    assert_quoted("1234567890123456789012345678901234567890",
                  "`1234567890123456789012345678901234567890`");
    assert_quoted("12345678901234567890123456789012345678901",
                  "`1234567890123456789012345678901234567890...`");
}

static void a_value_of_many_bytes_a_cell_is_cut_between_characters(void **state)
{
    (void)state;
    struct buffer marks = {0}, out = {0};
    buffer_puts(&marks, "a");
    buffer_repeat(&marks, "\u0301", 100000);
    problem_quote(&out, buffer_text(&marks));
    assert_true(out.length < 700);         /* marks that are too many for a cell are signs */
    assert_null(strstr(out.data, "<CC>")); /* the sign of a byte that is no character */
    assert_non_null(strstr(out.data, "...`"));
    buffer_release(&marks);
    buffer_release(&out);
}

static void the_list_keeps_order_and_copies(void **state)
{
    (void)state;
    struct problem_list list = {0};
    char file[] = "f";
    for (size_t i = 0; i < 100; i++)
        problem_add(&list, file, i + 1, 0, "%zu", i);
    file[0] = 'g';
    assert_int_equal(list.count, 100);
    assert_int_equal(list.items[99].line, 100);
    assert_string_equal(list.items[99].file, "f");
    assert_string_equal(list.items[50].reason, "50");
    problem_list_release(&list);
    assert_int_equal(list.count, 0);
}

/* Three rows of a part of the file that starts on line 11, and what a list of two makes of it. */
static void a_long_list_counts_its_end(void **state)
{
    (void)state;
    struct problem_list list = {.most = 2}, part = {0};
    for (size_t i = 1; i <= 3; i++)
        problem_add(&part, "f", i, 1, "%zu", i);
    problem_list_take(&list, &part, 10);
    assert_int_equal(part.count, 0);
    assert_int_equal(list.count, 3);
    assert_int_equal(problem_list_total(&list), 3);
    assert_int_equal(list.items[1].line, 12);
    assert_int_equal(list.items[2].line, 13);
    assert_non_null(strstr(list.items[2].reason, "not listed: 1 more; "));
    problem_add(&part, "f", 1, 1, "again");
    problem_list_take(&list, &part, 13);
    problem_list_take(&list, &part, 14);
    problem_add(&list, "f", 0, 0, "breaks off");
    assert_int_equal(list.count, 4);
    assert_int_equal(problem_list_total(&list), 5);
    assert_int_equal(list.items[2].line, 13);
    assert_non_null(strstr(list.items[2].reason, "not listed: 2 more; "));
    assert_string_equal(list.items[3].reason, "breaks off");
    problem_list_append(&part, &list, 0);
    assert_int_equal(problem_list_total(&part), 5);
    problem_list_truncate(&list, 2);
    assert_int_equal(problem_list_total(&list), 2);
    problem_list_release(&part);
    problem_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_that_are_zero_are_left_out),
        cmocka_unit_test(a_file_name_cannot_disturb_the_terminal),
        cmocka_unit_test(a_value_is_quoted_on_one_line_and_cut),
        cmocka_unit_test(a_value_of_many_bytes_a_cell_is_cut_between_characters),
        cmocka_unit_test(the_list_keeps_order_and_copies),
        cmocka_unit_test(a_long_list_counts_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

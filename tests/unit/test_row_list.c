/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "query/row_list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_list_of_all_rows_takes_no_memory(void **state)
{
    (void)state;
    struct row_list all = row_list_all(4000000000), copy = row_list_copy(&all);
    assert_null(all.rows);
    assert_null(copy.rows);
    assert_int_equal(copy.count, 4000000000);
    assert_int_equal(row_list_at(&copy, 3999999999), 3999999999);
    assert_true(row_list_contains(&copy, 3999999999));
    assert_false(row_list_contains(&copy, 4000000000));
    row_list_release(&all);
    row_list_release(&copy);
}

static void it_is_written_out_when_rows_are_added_or_moved(void **state)
{
    (void)state;
    struct row_list list = row_list_all(3);
    row_list_add(&list, 7);
    const uint32_t expected[] = {0, 1, 2, 7};
    assert_int_equal(list.count, 4);
    assert_memory_equal(list.rows, expected, sizeof expected);
    struct row_list copy = row_list_copy(&list);
    row_list_release(&list);
    assert_memory_equal(copy.rows, expected, sizeof expected);
    row_list_release(&copy);
}

static void a_row_is_found_or_the_next_one_after_it(void **state)
{
    (void)state;
    struct row_list list = {0};
    assert_int_equal(row_list_find(&list, 0), 0);
    for (size_t row = 10; row <= 30; row += 10)
        row_list_add(&list, row);
    assert_int_equal(row_list_find(&list, 0), 0);
    assert_int_equal(row_list_find(&list, 20), 1);
    assert_int_equal(row_list_find(&list, 21), 2);
    assert_int_equal(row_list_find(&list, 31), 3);
    assert_true(row_list_contains(&list, 30));
    assert_false(row_list_contains(&list, 31));
    row_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_all_rows_takes_no_memory),
        cmocka_unit_test(it_is_written_out_when_rows_are_added_or_moved),
        cmocka_unit_test(a_row_is_found_or_the_next_one_after_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/array.h"
#include "query/rows/row_list.h"

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

static void a_list_is_appended_whole(void **state)
{
    (void)state;
    struct row_list list = {0}, all = row_list_all(3), others = {0};
    row_list_add(&others, 5);
    row_list_add(&others, 9);
    row_list_append(&list, &all);
    assert_null(list.rows);
    row_list_append(&list, &others);
    const uint32_t expected[] = {0, 1, 2, 5, 9};
    assert_int_equal(list.count, 5);
    assert_memory_equal(list.rows, expected, sizeof expected);
    row_list_release(&list);
    row_list_release(&others);
}

/* Ranges that begin and end in each bit of a word, and beyond it. */
static void a_range_of_rows_is_added_to_a_set(void **state)
{
    (void)state;
    for (size_t first = 0; first <= 130; first++) {
        for (size_t last = first; last <= 200; last++) {
            struct row_set set = row_set_none(200);
            row_set_add_range(&set, first, last);
            assert_int_equal(row_set_count(&set), last - first);
            assert_true(first == last || row_set_contains(&set, first));
            assert_true(first == last || row_set_contains(&set, last - 1));
            row_set_release(&set);
        }
    }
}

/* As many as one thread lists, and more; dense, sparse, and with nothing for many words. */
static void the_rows_of_a_set_are_listed_in_order(void **state)
{
    (void)state;
    static const size_t steps[] = {1, 2, 3, 63, 64, 65, 5000, 200000};
    static const size_t counts[] = {0, 1, 700, 65536, 65537, 600000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (size_t k = 0; k < sizeof steps / sizeof *steps; k++) {
            struct row_set set = row_set_none(counts[i]);
            for (size_t row = 0; row < counts[i]; row += steps[k])
                row_set_add(&set, row);
            struct row_list list = row_list_of_set(&set);
            assert_int_equal(list.count, (counts[i] + steps[k] - 1) / steps[k]);
            for (size_t place = 0; place < list.count; place++)
                assert_int_equal(row_list_at(&list, place), place * steps[k]);
            assert_int_equal(row_set_is_empty(&set), counts[i] == 0);
            row_list_release(&list);
            row_set_release(&set);
        }
}

/* A megabyte of bits. */
static void a_large_set_is_whole(void **state)
{
    (void)state;
    const size_t count = 9000001;
    struct row_set none = row_set_none(count), all = row_set_all(count), copy = row_set_copy(&all);
    assert_true(row_set_is_empty(&none));
    assert_int_equal(row_set_count(&all), count);
    assert_int_equal(row_set_count(&copy), count);
    row_set_subtract(&copy, &all);
    assert_true(row_set_is_empty(&copy));
    row_set_release(&none);
    row_set_release(&all);
    row_set_release(&copy);
}

/* In each bit of a word, and over words without rows. */
static void the_rows_of_a_set_are_gone_through_both_ways(void **state)
{
    (void)state;
    static const size_t rows[] = {0, 1, 63, 64, 127, 700, 701, 999};
    struct row_set set = row_set_none(1000), empty = {0};
    size_t i = 0;
    for (size_t k = 0; k < ARRAY_LENGTH(rows); k++)
        row_set_add(&set, rows[k]);
    ROW_SET_EACH (&set, row)
        assert_int_equal(row, rows[i++]);
    assert_int_equal(i, ARRAY_LENGTH(rows));
    assert_int_equal(row_set_next(&set, 65), 127);
    assert_int_equal(row_set_next(&set, 1000), 1000);
    assert_int_equal(row_set_previous(&set, 2000), 999);
    assert_int_equal(row_set_previous(&set, 700), 127);
    assert_int_equal(row_set_previous(&set, 0), 1000);
    ROW_SET_EACH (&empty, row)
        fail();
    row_set_release(&set);
}

static void a_set_grows_without_rows_and_forgets_those_cut_off(void **state)
{
    (void)state;
    struct row_set set = row_set_all(70);
    row_set_resize(&set, 200);
    assert_int_equal(row_set_count(&set), 70);
    assert_false(row_set_contains(&set, 70));
    row_set_cut(&set, 300);
    assert_int_equal(set.row_count, 200);
    row_set_cut(&set, 65);
    row_set_resize(&set, 200);
    assert_int_equal(row_set_count(&set), 65);
    assert_false(row_set_contains(&set, 65));
    row_set_release(&set);
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
    row_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_all_rows_takes_no_memory),
        cmocka_unit_test(it_is_written_out_when_rows_are_added_or_moved),
        cmocka_unit_test(a_list_is_appended_whole),
        cmocka_unit_test(a_range_of_rows_is_added_to_a_set),
        cmocka_unit_test(the_rows_of_a_set_are_gone_through_both_ways),
        cmocka_unit_test(a_set_grows_without_rows_and_forgets_those_cut_off),
        cmocka_unit_test(the_rows_of_a_set_are_listed_in_order),
        cmocka_unit_test(a_large_set_is_whole),
        cmocka_unit_test(a_row_is_found_or_the_next_one_after_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

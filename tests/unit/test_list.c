/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/draw/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void assert_list(const struct list *list, size_t cursor, size_t top)
{
    assert_int_equal(list->cursor, cursor);
    assert_int_equal(list->top, top);
}

static void the_cursor_moves_and_stops_at_the_ends(void **state)
{
    struct list list = {0};
    (void)state;
    list_set_count(&list, 10);
    list_set_height(&list, 4);
    list_move_by(&list, 3);
    assert_list(&list, 3, 0);
    list_move_by(&list, 1);
    assert_list(&list, 4, 1);
    list_move_by(&list, 100);
    assert_list(&list, 9, 6);
    list_move_by(&list, -1);
    assert_list(&list, 8, 6);
    list_move_to(&list, 2);
    assert_list(&list, 2, 2);
    list_move_to(&list, SIZE_MAX);
    assert_list(&list, 9, 6);
    list_move_by(&list, PTRDIFF_MIN);
    assert_list(&list, 0, 0);
    list_move_by(&list, PTRDIFF_MAX);
    assert_list(&list, 9, 6);
}

static void scrolling_drags_the_cursor_no_farther_than_it_must(void **state)
{
    struct list list = {.count = 10, .height = 4};
    (void)state;
    list_move_to(&list, 2);
    list_scroll_by(&list, 1);
    assert_list(&list, 2, 1);
    list_scroll_by(&list, 3);
    assert_list(&list, 4, 4);
    list_scroll_by(&list, 100);
    assert_list(&list, 6, 6);
    list_move_to(&list, 9);
    list_scroll_by(&list, -2);
    assert_list(&list, 7, 4);
    list_scroll_by(&list, PTRDIFF_MIN);
    assert_list(&list, 3, 0);
}

static void a_list_shorter_than_its_window_does_not_scroll(void **state)
{
    struct list list = {.count = 3, .height = 10};
    (void)state;
    list_move_to(&list, 2);
    list_scroll_by(&list, 1);
    assert_list(&list, 2, 0);
}

static void the_cursor_stays_within_fewer_items(void **state)
{
    struct list list = {.count = 10, .height = 4};
    (void)state;
    list_move_to(&list, 9);
    list_set_count(&list, 5);
    assert_list(&list, 4, 1);
    list_set_count(&list, 0);
    assert_list(&list, 0, 0);
    list_move_by(&list, 1);
    list_scroll_by(&list, 1);
    assert_list(&list, 0, 0);
}

static void another_height_keeps_the_cursor_in_the_window(void **state)
{
    struct list list = {.count = 100, .height = 20};
    (void)state;
    list_move_to(&list, 50);
    assert_list(&list, 50, 31);
    list_set_height(&list, 5);
    assert_list(&list, 50, 46);
    list_set_height(&list, 0);
    assert_int_equal(list.cursor, 50);
    list_set_height(&list, 5);
    assert_list(&list, 50, 46);
    list_set_height(&list, 200);
    assert_list(&list, 50, 0);
}

static void a_random_walk_stays_inside(void **state)
{
    struct list list = {0};
    (void)state;
    srand(1);
    for (int i = 0; i < 20000; i++) {
        int amount = rand() % 60 - 30;
        switch (rand() % 5) {
        case 0:
            list_set_count(&list, (size_t)(rand() % 50));
            break;
        case 1:
            list_set_height(&list, (size_t)(rand() % 30));
            break;
        case 2:
            list_move_to(&list, (size_t)(rand() % 60));
            break;
        case 3:
            list_move_by(&list, amount);
            break;
        default:
            list_scroll_by(&list, amount);
        }
        assert_true(list.cursor < list.count || (list.count == 0 && list.cursor == 0));
        assert_true(list.top <= list.cursor);
        assert_true(list.height == 0 || list.cursor < list.top + list.height);
        assert_true(list.height == 0 || list.top == 0 || list.top + list.height <= list.count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cursor_moves_and_stops_at_the_ends),
        cmocka_unit_test(scrolling_drags_the_cursor_no_farther_than_it_must),
        cmocka_unit_test(a_list_shorter_than_its_window_does_not_scroll),
        cmocka_unit_test(the_cursor_stays_within_fewer_items),
        cmocka_unit_test(another_height_keeps_the_cursor_in_the_window),
        cmocka_unit_test(a_random_walk_stays_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
